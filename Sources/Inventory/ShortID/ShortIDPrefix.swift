/// A short id as somebody wrote it or heard it, whole or only its beginning: in any case, with `o` for `0`, `i` or `l` for
/// `1`, and with dashes or blanks between.
public struct ShortIDPrefix: Hashable, Sendable {
    /// The letter as it was written, in lower case.
    private let letter: UInt8
    private let digits: UInt64
    /// How many digits were written; at least one.
    public let count: Int

    /// Reads a text that is a letter and up to as many digits as short ids have; nil for any other.
    public init?(_ text: String) {
        var signs = text.utf8.lazy.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
            .map(TextArena.folded).makeIterator()
        guard let letter = signs.next(), Self.isLetter(letter) else { return nil }
        var (digits, count): (UInt64, Int) = (0, 0)
        while let sign = signs.next() {
            guard count < ShortID.mostDigits, let value = Self.values[Int(sign)] else { return nil }
            count += 1
            digits |= UInt64(value) << UInt64(64 - ShortID.bitsPerDigit * count)
        }
        guard count > 0 else { return nil }
        (self.letter, self.digits, self.count) = (letter, digits, count)
    }

    /// Reads one that has digits enough to name an entity.
    public init?(naming text: String) {
        self.init(text)
        if count < ShortID.leastDigits { return nil }
    }

    /// Whether it has all digits with which short ids of the inventory are shown, so that it can hardly be another word.
    public func isWhole(in inventory: Inventory) -> Bool { count >= inventory.shortIDDigits }

    /// Whether the short id begins so.
    public func matches(_ id: ShortID) -> Bool {
        let mask = UInt64.max << UInt64(64 - ShortID.bitsPerDigit * count)
        return (id.digits ^ digits) & mask == 0 && matches(letter: id.letter)
    }

    /// Whether this is the letter of the kind; one that looks like a digit may have been written as that.
    func matches(letter other: UInt8) -> Bool { Self.look(letter) == Self.look(other) }

    /// The text as short ids are written; the letter as it stood.
    public var text: String {
        let shown = (1...count).map { place in
            ShortID.alphabet[Int(digits >> UInt64(64 - ShortID.bitsPerDigit * place) & 31)]
        }
        return String(decoding: [letter] + shown, as: UTF8.self)
    }

    /// A sign, or the digit that looks like it.
    private static func look(_ sign: UInt8) -> UInt8 {
        switch sign {
        case UInt8(ascii: "o"): UInt8(ascii: "0")
        case UInt8(ascii: "i"), UInt8(ascii: "l"): UInt8(ascii: "1")
        default: sign
        }
    }

    private static func isLetter(_ sign: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(sign) || sign == UInt8(ascii: "0") || sign == UInt8(ascii: "1")
    }

    /// The value of each sign that is a digit or looks like one.
    private static let values: [UInt8?] = (0...UInt8.max).map { sign in
        ShortID.alphabet.firstIndex(of: look(sign)).map { UInt8($0) }
    }
}
