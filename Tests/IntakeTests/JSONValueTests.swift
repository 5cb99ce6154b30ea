import Testing

@testable import Intake

@Suite("JSON values")
struct JSONValueTests {
    private func parse(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    @Test(
        "Every type has its kind",
        arguments: [
            ("{}", JSONValue.Kind.object), ("[]", .array), (#""""#, .string), ("0", .number), ("-1.5e3", .number),
            ("18446744073709551615", .number), ("true", .bool), ("false", .bool), ("null", .null),
        ])
    func kinds(text: String, kind: JSONValue.Kind) throws {
        let value = try parse(text)
        #expect(value.kind == kind)
        #expect(value.isNull == (kind == .null))
        #expect((value.string != nil) == (kind == .string))
        #expect((value.double != nil) == (kind == .number))
        #expect((value.bool != nil) == (kind == .bool))
        #expect(value.count == 0)
        #expect(value["a"] == nil)
        #expect(value[0] == nil)
        #expect(Array(value.elements).isEmpty)
        #expect(Array(value.members).isEmpty)
    }

    @Test("Members and elements keep the document's order, whatever is nested in them")
    func order() throws {
        let value = try parse(#"{"b":[1,[2,{"x":3}],{"y":[]},"s",null],"a":{"c":{}},"":7}"#)
        #expect(value.members.map(\.key) == ["b", "a", ""])
        #expect(value.count == 3)
        #expect(value["b"]?.elements.map(\.kind) == [.number, .array, .object, .string, .null])
        #expect(value["b"]?.count == 5)
        #expect(value["b"]?[1]?[1]?["x"]?.int == 3)
        #expect(value["b"]?[5] == nil)
        #expect(value["b"]?[-1] == nil)
        #expect(value["a"]?["c"]?.kind == .object)
        #expect(value[""]?.int == 7)
        #expect(value["nothing"] == nil)
    }

    @Test("A repeated key is found once, the first, and listed as often as it stands there")
    func repeatedKeys() throws {
        let value = try parse(#"{"k":1,"k":2,"K":3}"#)
        #expect(value["k"]?.int == 1)
        #expect(value.members.map { $0.value.int } == [1, 2, 3])
    }

    @Test(
        "Escapes are resolved",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u00e9\u20AC""#, "é€"), (#""\ud83d\uDE00""#, "😀"),
            (#""a\u0000b""#, "a\0b"), (#""é😀""#, "é😀"),
        ])
    func escapes(text: String, expected: String) throws {
        let value = try parse(text)
        #expect(value.string == expected)
        #expect(value.withUTF8 { Array($0) } == Array(expected.utf8))
        #expect(try parse("{\(text):1}")[expected]?.int == 1)
    }

    @Test("Integers reach both ends of 64 bits; beyond them the nearest double is given")
    func integers() throws {
        #expect(try parse("9223372036854775807").int == .max)
        #expect(try parse("-9223372036854775808").int == .min)
        let unsigned = try parse("18446744073709551615")
        #expect(unsigned.int == nil)
        #expect(unsigned.uint == .max)
        #expect(unsigned.text == "18446744073709551615")
        let value = try parse(#"{"id":123456789012345678901234567890,"next":[-18446744073709551616]}"#)
        #expect(value["id"]?.int == nil)
        #expect(value["id"]?.uint == nil)
        #expect(value["id"]?.double == 0x1.8ee90ff6c373ep96)
        #expect(value["next"]?[0]?.double == -18446744073709551616)
    }

    @Test("Doubles are read exactly, and count as integers when they are whole")
    func doubles() throws {
        #expect(try parse("0.1").double == 0.1)
        #expect(try parse("1.7976931348623157e308").double == Double.greatestFiniteMagnitude)
        #expect(try parse("5e-324").double == Double.leastNonzeroMagnitude)
        #expect(try parse("1e-999").double == 0)
        #expect(try parse("1.7e9").int == 1_700_000_000)
        #expect(try parse("1.5").int == nil)
        #expect(try parse("1e300").int == nil)
        #expect(try parse("7").double == 7)
    }

    @Test("Text and truth read what sloppy tools write")
    func lenient() throws {
        let value = try parse(#"["42",42,1.5,true,"TRUE","false",null,"yes",-3,{}]"#)
        #expect(value.elements.map(\.text) == ["42", "42", "1.5", nil, "TRUE", "false", nil, "yes", "-3", nil])
        #expect(value.elements.map(\.truth) == [nil, nil, nil, true, true, false, nil, nil, nil, nil])
    }

    @Test("A value keeps its document alive")
    func lifetime() throws {
        func inner() throws -> (JSONValue, JSONElements, JSONMembers) {
            let root = try parse(#"{"list":["kept alive by the value",2]}"#)
            let list = try #require(root["list"])
            return (list, list.elements, root.members)
        }
        let (value, elements, members) = try inner()
        #expect(value[0]?.string == "kept alive by the value")
        #expect(elements.map(\.text) == ["kept alive by the value", "2"])
        #expect(members.map(\.key) == ["list"])
    }

    @Test("Pointers escape what RFC 6901 escapes")
    func pointers() {
        #expect(JSONPointer.root.description == "")
        let pointer = JSONPointer.root.appending("a/b").appending("~1").appending(3).appending("")
        #expect(pointer.description == "/a~1b/~01/3/")
    }
}
