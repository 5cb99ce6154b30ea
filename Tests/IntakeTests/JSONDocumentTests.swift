import Testing

@testable import Intake

@Suite("JSON documents")
struct JSONDocumentTests {
    private static let sample =
        #"{"a":[1,-2.5e3,"x\n\u00e9\ud83d\ude00",null,true],"é":{"b":{"c":[]}},"n":99999999999999999999}"#

    /// Visits everything, so that a wrong place in memory would be touched.
    private func walk(_ value: JSONValue) -> Int {
        var visited = 1
        for element in value.elements { visited += walk(element) }
        for (key, member) in value.members { visited += walk(member) + key.utf8.count }
        return visited + (value.text?.utf8.count ?? 0)
    }

    private func parses(_ bytes: [UInt8], concatenated: Bool) -> Bool {
        do throws(JSONError) {
            let document = concatenated ? try JSONDocument(concatenated: bytes) : try JSONDocument(parsing: bytes)
            for root in document.roots { #expect(walk(root) > 0) }
            return true
        } catch {
            #expect(error.reason != .refused)
            #expect((0...bytes.count).contains(error.offset))
            #expect((0...error.offset).contains(error.rootOffset))
            return false
        }
    }

    @Test("Raw memory parses like an array of bytes")
    func rawMemory() throws {
        let document = try Array("[1]".utf8).withUnsafeBytes { bytes throws(JSONError) in
            try JSONDocument(parsing: bytes)
        }
        #expect(document.root[0]?.int == 1)
        #expect(throws: JSONError.self) { try JSONDocument(parsing: UnsafeRawBufferPointer(start: nil, count: 0)) }
    }

    @Test("A document cut at any byte is refused")
    func truncation() throws {
        let bytes = Array(Self.sample.utf8)
        #expect(parses(bytes, concatenated: false))
        for length in 0..<bytes.count {
            #expect(!parses(Array(bytes[..<length]), concatenated: false))
            #expect(!parses(Array(bytes[..<length]), concatenated: true))
        }
    }

    @Test(
        "Documents may follow each other with or without white space",
        arguments: [
            "{\"a\":1}{\"a\":2}{\"a\":3}", "{\"a\":1}\n{\"a\":2}\r\n\n{\"a\":3}\n", " {\"a\":1} {\"a\":2}\t{\"a\":3} ",
            "\u{FEFF}{\"a\":1}{\"a\":2}{\"a\":3}",
        ])
    func concatenated(text: String) throws {
        let document = try JSONDocument(concatenated: Array(text.utf8))
        #expect(document.roots.map { $0["a"]?.int } == [1, 2, 3])
        #expect(document.root["a"]?.int == 1)
        #expect(document.repairedAt == nil)
    }

    @Test("Pages of arrays stay apart, and one document is one root")
    func roots() throws {
        let pages = try JSONDocument(concatenated: Array("[1,2][][3]".utf8))
        #expect(pages.roots.map { $0.elements.map(\.int) } == [[1, 2], [], [3]])
        for text in ["[1,2]", "[]", "7", "[[1]]"] {
            #expect(Array(try JSONDocument(concatenated: Array(text.utf8)).roots).count == 1)
            #expect(Array(try JSONDocument(parsing: Array(text.utf8)).roots).count == 1)
        }
        let scalars = try JSONDocument(concatenated: Array("1 \"a\"null 99999999999999999999".utf8))
        #expect(scalars.roots.map(\.kind) == [.number, .string, .null, .number])
    }

    @Test("A comma between documents is no separator")
    func comma() {
        #expect(throws: JSONError.self) { try JSONDocument(concatenated: Array("{},{}".utf8)) }
    }

    @Test("A byte order mark is passed over")
    func byteOrderMark() throws {
        let document = try JSONDocument(parsing: [0xEF, 0xBB, 0xBF] + Array(Self.sample.utf8))
        #expect(document.root["a"]?[0]?.int == 1)
        #expect(document.repairedAt == nil)
    }

    @Test(
        "What is not UTF-8 becomes U+FFFD, as the standard library repairs it",
        arguments: [
            [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0x80, 0x41, 0xFE], [0xE0, 0x80, 0x80], [0xF5, 0x80],
        ] as [[UInt8]])
    func invalidUTF8(bad: [UInt8]) throws {
        let bytes = Array("{\"é\":\"".utf8) + bad + Array("z\"}".utf8)
        let document = try JSONDocument(parsing: bytes)
        #expect(document.root["é"]?.string == String(decoding: bad, as: UTF8.self) + "z")
        #expect(document.repairedAt == 7)
    }

    @Test(
        "Half a surrogate pair becomes U+FFFD",
        arguments: [
            (#""\ud800""#, "\u{FFFD}"), (#""\udc00\ud800x""#, "\u{FFFD}\u{FFFD}x"), (#""\ud800\u0041""#, "\u{FFFD}A"),
            (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        ])
    func loneSurrogates(text: String, expected: String) throws {
        let document = try JSONDocument(parsing: Array("[\(text),{\(text):1}]".utf8))
        #expect(document.root[0]?.string == expected)
        #expect(document.root[1]?[expected]?.int == 1)
        #expect(document.repairedAt == 2)
    }

    @Test("The repaired place is the first of both kinds")
    func firstRepair() throws {
        let escapeFirst = Array(#"["\ud800",""#.utf8) + [0xFF] + Array("\"]".utf8)
        #expect(try JSONDocument(parsing: escapeFirst).repairedAt == 2)
        let byteFirst = Array("[\"".utf8) + [0xFF] + Array(#"","\ud800"]"#.utf8)
        #expect(try JSONDocument(parsing: byteFirst).repairedAt == 2)
    }

    @Test("Random bytes and random changes of a document never crash", arguments: 0..<8 as Range<UInt64>)
    func fuzz(seed: UInt64) {
        var random = SplitMix(state: seed)
        let alphabet = Array("{}[]\",:\\u0123dD89aAeE+-.truefalsn \n".utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xFF]
        let sample = Array(Self.sample.utf8)
        for _ in 0..<400 {
            let noise = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            var changed = sample
            for _ in 0..<3 {
                changed[Int.random(in: 0..<changed.count, using: &random)] =
                    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            for bytes in [noise, changed, changed + noise] {
                let asOne = parses(bytes, concatenated: false)
                let asSeveral = parses(bytes, concatenated: true)
                #expect(!asOne || asSeveral)
            }
        }
    }

    @Test("Twenty megabytes parse, as one document and as lines")
    func large() throws {
        let line = Array((#"{"id":1234567,"name":""# + String(repeating: "x", count: 170) + #"","ok":true}"#).utf8)
        let lines = 20_000_000 / line.count + 1
        for separator in [UInt8(ascii: ","), UInt8(ascii: "\n")] {
            var bytes: [UInt8] = separator == UInt8(ascii: ",") ? [UInt8(ascii: "[")] : []
            for number in 0..<lines {
                if number > 0 { bytes.append(separator) }
                bytes += line
            }
            if separator == UInt8(ascii: ",") { bytes.append(UInt8(ascii: "]")) }
            let document = try JSONDocument(concatenated: bytes)
            let values = separator == UInt8(ascii: ",") ? document.root.elements : document.roots
            var count = 0
            var last: JSONValue?
            for value in values { (count, last) = (count + 1, value) }
            #expect(count == lines)
            #expect(last?["ok"]?.bool == true)
        }
    }
}

/// A small seeded generator, so that a failing input can be made again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
