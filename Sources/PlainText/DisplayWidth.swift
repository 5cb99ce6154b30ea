/// How many columns of a terminal a piece of text takes.
///
/// The rule is the one that terminals and curses count by, scalar by scalar: wide and full-width East Asian
/// characters and emoji take 2, combining marks and invisible characters 0, all others 1. (A flag is thus two
/// clusters of 1, and an emoji with a skin tone two of 2: what a terminal that does not join them shows.)
/// Text is expected to be printable; see ``PrintableText``.
public enum DisplayWidth {
    /// The columns of one scalar: 0, 1 or 2. Constant time for most text, else a search of some 80 ranges.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 {
            return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0xAD ? 0 : 1
        }
        if scalar.isConjoiningVowelOrFinal { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: return isWide(value) ? 2 : 1
        }
    }

    /// The columns of one character: the sum over its scalars.
    public static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
        return character.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// The columns of a text. Linear; printable ASCII is counted without decoding.
    public static func of(_ text: String) -> Int {
        let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
            // No early end: so the compiler looks at many bytes at a time.
            bytes.reduce(0) { $0 | ($1 &- 0x20 > 0x5E ? 1 : 0) } == 0 ? bytes.count : nil
        }
        if case .some(.some(let width)) = plain { return width }
        return text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// The columns of a text. Linear; printable ASCII is counted without decoding.
    public static func of(_ text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// Binary search in ``wideRanges``.
    static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        var low = 0
        var high = wideRanges.count
        while low < high {
            let middle = (low + high) / 2
            let range = wideRanges[middle]
            if value < range.first {
                high = middle
            } else if value > range.last {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}

extension StringProtocol {
    /// The columns this text takes on a terminal; see ``DisplayWidth``.
    public var displayWidth: Int { DisplayWidth.of(self) }
}

extension String {
    /// The columns this text takes on a terminal; see ``DisplayWidth``.
    public var displayWidth: Int { DisplayWidth.of(self) }
}
