/// Text that is safe to show on a terminal, in a log or on a clipboard: nothing in it can move the cursor,
/// change the direction of writing, hide, or reach out of its own columns.
///
/// What is dangerous is not dropped but made visible, because an investigator wants to see it:
/// control characters become `\e`, `\n`, `\u{9B}`; bidirectional overrides, zero-width and tag characters, other
/// invisible characters, line separators, private use and unassigned code points become `\u{202E}`; a byte that
/// is not UTF-8 becomes `\x{9B}`; a combining mark without a base is spelled out, and marks beyond the third on
/// one base are counted instead (`\{97 marks}`). Ordinary text stays as it is, a backslash included.
///
/// Making a printable text of a printable text changes nothing. Time and space are linear in the input.
public struct PrintableText: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The safe text.
    public let text: String

    /// Whether the input held something that had to be spelled out.
    public let isAltered: Bool

    /// The safe form of `raw`.
    public init(_ raw: String) {
        guard !Self.isPlainASCII(raw) else {
            (text, isAltered) = (raw, false)
            return
        }
        var spelling = Spelling(capacity: raw.utf8.count)
        for scalar in raw.unicodeScalars { spelling.append(scalar) }
        spelling.finish()
        (text, isAltered) = (spelling.text, spelling.isAltered)
    }

    /// The safe form of `bytes` read as UTF-8; each byte that cannot be read is shown as `\x{…}`.
    public init(bytes: some Collection<UInt8>) {
        var spelling = Spelling(capacity: bytes.count)
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var position = bytes.startIndex
        parsing: while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let encoded):
                spelling.append(Unicode.UTF8.decode(encoded))
                position = bytes.index(position, offsetBy: encoded.count)
            case .error(let length):
                for _ in 0..<length {
                    spelling.append(invalid: bytes[position])
                    position = bytes.index(after: position)
                }
            case .emptyInput:
                break parsing
            }
        }
        spelling.finish()
        (text, isAltered) = (spelling.text, spelling.isAltered)
    }

    /// The safe text itself.
    public var description: String { text }

    /// Orders by the safe text.
    public static func < (left: PrintableText, right: PrintableText) -> Bool { left.text < right.text }

    /// Nearly all names are printable ASCII: those are neither decoded nor copied.
    private static func isPlainASCII(_ raw: String) -> Bool {
        let answer = raw.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        }
        return answer ?? raw.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
}

extension String {
    /// This text made safe to show; see ``PrintableText``. Linear in the length.
    public var printable: String { PrintableText(self).text }
}
