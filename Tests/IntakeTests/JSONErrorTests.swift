import Testing

@testable import Intake

@Suite("JSON errors")
struct JSONErrorTests {
    private func failure(_ text: String, concatenated: Bool = false) -> JSONError? {
        failure(Array(text.utf8), concatenated: concatenated)
    }

    private func failure(_ bytes: [UInt8], concatenated: Bool = false) -> JSONError? {
        do throws(JSONError) {
            _ = concatenated ? try JSONDocument(concatenated: bytes) : try JSONDocument(parsing: bytes)
            return nil
        } catch {
            return error
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let reason: JSONError.Reason
        let line: Int
        let column: Int
        var testDescription: String { text.debugDescription }

        init(_ text: String, _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
            (self.text, self.reason, self.line, self.column) = (text, reason, line, column)
        }
    }

    @Test(
        "An error names its reason, line and column",
        arguments: [
            Case("", .empty, 1, 1),
            Case(" \n ", .empty, 2, 2),
            Case("\u{FEFF}", .empty, 1, 1),
            Case("{\n  \"a\": 1,\n", .unexpectedEnd, 3, 1),
            Case("[\"abc", .unexpectedEnd, 1, 6),
            Case("[\"\\u00", .unexpectedEnd, 1, 7),
            Case("tru", .unexpectedEnd, 1, 4),
            Case("[1,\n 2,\n x]", .unexpectedByte(UInt8(ascii: "x")), 3, 2),
            Case("[1,]", .unexpectedByte(UInt8(ascii: "]")), 1, 4),
            Case("{\"a\":NaN}", .unexpectedByte(UInt8(ascii: "N")), 1, 6),
            Case("{\"é\":'a'}", .unexpectedByte(UInt8(ascii: "'")), 1, 6),
            Case("\u{FEFF}x", .unexpectedByte(UInt8(ascii: "x")), 1, 1),
            Case("{a:1}", .expectedKey, 1, 2),
            Case("{\"a\":1,}", .expectedKey, 1, 8),
            Case("{\"a\" 1}", .expectedColon, 1, 6),
            Case("[1 2]", .expectedCommaOrEnd, 1, 4),
            Case("{\"a\":1]", .expectedCommaOrEnd, 1, 7),
            Case("[\"a\",\n\"b\\x\"]", .badEscape, 2, 3),
            Case("[\"\\uZZZZ\"]", .badEscape, 1, 3),
            Case("[\"a\nb\"]", .controlCharacter, 1, 4),
            Case("[\"a\0b\"]", .controlCharacter, 1, 4),
            Case("[01]", .badNumber, 1, 3),
            Case("[-]", .badNumber, 1, 3),
            Case("[1.]", .badNumber, 1, 4),
            Case("[1e+]", .badNumber, 1, 5),
            Case("[12x]", .badNumber, 1, 4),
            Case("[1e400]", .numberOutOfRange, 1, 2),
            Case("[nul]", .badLiteral, 1, 2),
            Case("[trueish]", .badLiteral, 1, 2),
            Case("{}\n{}", .trailingContent, 2, 1),
            Case("{}}", .trailingContent, 1, 3),
            Case("[]\0", .trailingContent, 1, 3),
            Case("\0", .unexpectedByte(0), 1, 1),
        ])
    func places(_ wanted: Case) {
        let error = failure(wanted.text)
        #expect(error?.reason == wanted.reason)
        #expect(error?.line == wanted.line)
        #expect(error?.column == wanted.column)
    }

    @Test("Digits without end are out of range, not a crash")
    func endlessNumber() {
        #expect(failure(String(repeating: "9", count: 100_000))?.reason == .numberOutOfRange)
    }

    @Test("Nesting is read to the limit and refused beyond it", arguments: [false, true])
    func depth(concatenated: Bool) {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
        }
        let limit = JSONDocument.depthLimit
        let several = concatenated ? nested(limit) : ""
        #expect(failure(several + nested(limit), concatenated: concatenated) == nil)
        let error = failure(several + nested(limit + 1), concatenated: concatenated)
        #expect(error?.reason == .tooDeep)
        #expect(error?.offset == several.utf8.count + limit)
    }

    @Test("A million open brackets or braces are refused", arguments: ["[", "{\"a\":", "[{\"\":"])
    func bombs(opening: String) {
        let text = String(repeating: opening, count: 1_000_000)
        #expect(failure(text)?.reason == .tooDeep)
        #expect(failure(text, concatenated: true)?.reason == .tooDeep)
    }

    @Test("UTF-16 is named, not repaired into rubbish", arguments: [[0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B]])
    func utf16(bytes: [UInt8]) {
        #expect(failure(bytes)?.reason == .utf16)
    }

    @Test("The error of several documents tells where the broken one starts")
    func rootOffset() throws {
        let good = "{\"a\":1}\n{\"a\":2}\n"
        let bytes = Array((good + "{\"a\":").utf8)
        let error = try #require(failure(bytes, concatenated: true))
        #expect(error.reason == .unexpectedEnd)
        #expect(error.line == 3)
        #expect(error.rootOffset == good.utf8.count)
        let sound = try JSONDocument(concatenated: Array(bytes.prefix(error.rootOffset)))
        #expect(sound.roots.map { $0["a"]?.int } == [1, 2])
    }

    @Test("Offsets point into the original, not the repaired text")
    func repairedOffsets() throws {
        let bytes = Array("{\"a\":\"".utf8) + [0xFF, 0xC3, 0xE2, 0x82] + Array("\"}\n{x".utf8)
        let error = try #require(failure(bytes, concatenated: true))
        #expect(error.reason == .expectedKey)
        #expect(error.offset == bytes.count - 1)
        #expect(error.rootOffset == bytes.count - 2)
        #expect([error.line, error.column] == [2, 2])
    }

    @Test("The words never carry raw bytes of the input")
    func words() {
        #expect(failure("[\u{1B}")?.description == "line 1, column 2: a value cannot start with byte 0x1b")
        #expect(failure("[é")?.description == "line 1, column 2: a value cannot start with byte 0xc3")
        #expect(failure("[x")?.description == "line 1, column 2: a value cannot start with 'x'")
    }
}
