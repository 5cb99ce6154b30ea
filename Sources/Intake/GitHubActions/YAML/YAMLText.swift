/// The bytes of a file as UTF-8 that a YAML parser takes, and what had to be changed for that.
struct YAMLText {
    private(set) var bytes: [UInt8]
    private(set) var notices: [Notice] = []

    init(_ raw: [UInt8]) {
        bytes = raw
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes.removeFirst(3)
        } else if raw.starts(with: [0xFF, 0xFE]) {
            bytes = Self.utf8(raw.dropFirst(2), highByteFirst: false)
        } else if raw.starts(with: [0xFE, 0xFF]) {
            bytes = Self.utf8(raw.dropFirst(2), highByteFirst: true)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if !text.utf8.elementsEqual(bytes) {
            let place = zip(bytes, text.utf8).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            note("it is not UTF-8 throughout; unreadable characters were replaced", at: place ?? bytes.count)
            bytes = Array(text.utf8)
        }
        if let first = bytes.firstIndex(where: Self.isForbidden) {
            note("it has control characters, which YAML forbids; read as spaces", at: first)
            for place in first..<bytes.count where Self.isForbidden(bytes[place]) { bytes[place] = 0x20 }
        }
    }

    /// Notes what was changed, with the line of the first place.
    private mutating func note(_ reason: String, at place: Int) {
        let line = bytes[..<place].count { $0 == 0x0A } + 1
        notices.append(Notice(reason, at: "line \(line)"))
    }

    /// Every control character of ASCII but tab and the ends of lines.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F
    }

    private static func utf8(_ raw: ArraySlice<UInt8>, highByteFirst: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(raw.count / 2)
        var bytes = raw.makeIterator()
        while let first = bytes.next(), let second = bytes.next() {
            units.append(highByteFirst ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first))
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
