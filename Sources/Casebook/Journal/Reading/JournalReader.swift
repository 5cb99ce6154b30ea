/// Reads the texts of entries exactly as ``JournalText`` writes them: no spaces, members in the order of their names,
/// printable ASCII. What departs from that by a single byte it gives up, and whoever reads any JSON has the word. So it
/// never has to say what is JSON and what is not, and reads a text many times as fast as who does.
///
/// Each read takes what it read off the front.
struct JournalReader {
    /// The text is none that ``JournalText`` writes, or holds what few entries do.
    struct Unfamiliar: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// Reads `text` as a whole; nil where that is unfamiliar.
    static func read<Value: JournalReadable>(_ text: String, as type: Value.Type) -> Value? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = JournalReader(bytes: bytes)
            guard let value = try? Value(from: &reader), reader.isAtEnd else { return nil }
            return value
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var isAtEnd: Bool { place == bytes.count }

    /// The next byte; 0, which stands in no text, behind the last.
    private var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ mark: Unicode.Scalar) throws(Unfamiliar) {
        guard skip(mark) else { throw Unfamiliar() }
    }
}

/// What can be read by ``JournalReader``.
protocol JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar)
}

// MARK: Objects and lists

extension JournalReader {
    /// An object begins; its members are read in the order of their names, all of them.
    mutating func begin() throws(Unfamiliar) { try expect("{") }

    /// The object ends.
    mutating func end() throws(Unfamiliar) { try expect("}") }

    /// The next member, which is called `name`.
    mutating func member<Value: JournalReadable>(_ name: StaticString) throws(Unfamiliar) -> Value {
        guard let value: Value = try optional(name) else { throw Unfamiliar() }
        return value
    }

    /// The next member where it is called `name`; nil where it is another, or there is none.
    mutating func optional<Value: JournalReadable>(_ name: StaticString) throws(Unfamiliar) -> Value? {
        guard isAt(name) else { return nil }
        return try Value(from: &self)
    }

    /// The name of the next member.
    mutating func name() throws(Unfamiliar) -> String {
        let name = try text()
        try expect(":")
        return name
    }

    /// The elements of a list.
    mutating func list<Element: JournalReadable>() throws(Unfamiliar) -> [Element] {
        try expect("[")
        var elements: [Element] = []
        guard !skip("]") else { return elements }
        repeat { elements.append(try Element(from: &self)) } while skip(",")
        try expect("]")
        return elements
    }

    /// Passes over the name of a member, and the comma before one that is not the first.
    private mutating func isAt(_ name: StaticString) -> Bool {
        let isFirst = place > 0 && bytes[place - 1] == UInt8(ascii: "{")
        let start = place + (isFirst ? 0 : 1)
        let length = name.utf8CodeUnitCount
        let end = start + length + 3
        guard end <= bytes.count, isFirst || bytes[place] == UInt8(ascii: ","), bytes[start] == UInt8(ascii: "\""),
            bytes[end - 2] == UInt8(ascii: "\""), bytes[end - 1] == UInt8(ascii: ":")
        else { return false }
        for offset in 0..<length where bytes[start + 1 + offset] != name.utf8Start[offset] { return false }
        place = end
        return true
    }
}

// MARK: Texts and numbers

extension JournalReader {
    /// A text.
    mutating func text() throws(Unfamiliar) -> String {
        try expect("\"")
        let start = place
        while (0x20..<0x7F).contains(next), next != UInt8(ascii: "\""), next != UInt8(ascii: "\\") { place += 1 }
        if next == UInt8(ascii: "\\") { return try escapedText(from: start) }
        defer { place += 1 }
        guard next == UInt8(ascii: "\"") else { throw Unfamiliar() }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
    }

    /// A text with escapes, from its start again.
    private mutating func escapedText(from start: Int) throws(Unfamiliar) -> String {
        place = start
        var units: [UInt16] = []
        while !skip("\"") {
            guard (0x20..<0x7F).contains(next) else { throw Unfamiliar() }
            if skip("\\") {
                units.append(try escape())
            } else {
                units.append(UInt16(next))
                place += 1
            }
        }
        // Halves of characters are for others to judge.
        guard let text = String(validating: units, as: UTF16.self) else { throw Unfamiliar() }
        return text
    }

    /// The code unit that an escape stands for, behind its backslash.
    private mutating func escape() throws(Unfamiliar) -> UInt16 {
        let mark = next
        place += 1
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return UInt16(mark)
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"):
            var unit: UInt16 = 0
            for _ in 0..<4 {
                guard let digit = Character(Unicode.Scalar(next)).hexDigitValue else { throw Unfamiliar() }
                unit = unit << 4 | UInt16(digit)
                place += 1
            }
            return unit
        default: throw Unfamiliar()
        }
    }

    /// A whole number of at most eighteen digits, which no overflow can meet.
    mutating func number() throws(Unfamiliar) -> Int {
        let isNegative = skip("-")
        let start = place
        var value = 0
        while (0x30...0x39).contains(next), place - start < 18 {
            value = value * 10 + Int(next - 0x30)
            place += 1
        }
        let isOrdinary = place > start && (bytes[start] != UInt8(ascii: "0") || place == start + 1 && !isNegative)
        guard isOrdinary, !(0x30...0x39).contains(next) else { throw Unfamiliar() }
        return isNegative ? -value : value
    }

    /// Yes or no.
    mutating func truth() throws(Unfamiliar) -> Bool {
        let isTrue = next == UInt8(ascii: "t")
        for scalar in (isTrue ? "true" : "false").unicodeScalars { try expect(scalar) }
        return isTrue
    }

    /// Whether a text follows.
    var isAtText: Bool { next == UInt8(ascii: "\"") }
}

extension String: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) { self = try reader.text() }
}

extension Int: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) { self = try reader.number() }
}

extension Bool: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) { self = try reader.truth() }
}

extension Array: JournalReadable where Element: JournalReadable {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) { self = try reader.list() }
}

/// What is written as a text that names it.
extension JournalReadable where Self: RawRepresentable<String> {
    init(from reader: inout JournalReader) throws(JournalReader.Unfamiliar) {
        guard let value = Self(rawValue: try reader.text()) else { throw JournalReader.Unfamiliar() }
        self = value
    }
}
