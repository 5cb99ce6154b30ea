/// A short name of an entity, to be read out on a call or typed from a chat: the first letter of its kind, and digits of a
/// hash of its id.
///
/// It follows from kind and id alone, and so is the same in every evidence, case and machine. As with the names that git
/// gives commits, as many digits are shown as an inventory of that size needs, and any beginning of them names the same
/// entity. Digits are those of Crockford's base 32: no `i`, `l`, `o` or `u`, which are misread or misheard.
public struct ShortID: Hashable, Sendable {
    /// The first letter of the kind, in lower case; `x` for a kind without one. ASCII.
    let letter: UInt8
    /// The digits, of five bits each, from the highest bit on.
    let digits: UInt64

    /// Fewer digits than this name nothing: there would be too many of the kind.
    public static let leastDigits = 4
    /// The digits that there are.
    static let mostDigits = 12
    static let bitsPerDigit = 5

    /// The property under which exports that are read again write it: it is passed over there.
    public static let property = "firebreak_short_id"

    /// The short id of an entity whose id has these UTF-8 bytes; `letter` is that of its kind. O(length).
    init(letter: UInt8, id: some Sequence<UInt8>) {
        self.letter = letter
        digits = Self.hash(id)
    }

    /// The short id of an entity of the kind called `kind`. O(length).
    public init(kind: String, id: String) {
        self.init(letter: Self.letter(of: kind), id: id.utf8)
    }

    /// The letter that stands for a kind of this name.
    static func letter(of kind: String) -> UInt8 {
        kind.utf8.lazy.map(TextArena.folded).first { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            ?? UInt8(ascii: "x")
    }

    /// The digits that tell nearly all of so many entities apart: one in a thousand shares them with another.
    static func digits(among count: Int) -> Int {
        (leastDigits..<mostDigits).first { 1 << (bitsPerDigit * $0 - 10) >= count } ?? mostDigits
    }

    /// FNV-1a, mixed once more so that ids that differ in their last bytes differ in their first digits. Part of what
    /// users write down: it can never change.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }

    /// The digits as they are written, by their value.
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The letter, and so many digits, at most all there are.
    public func text(digits count: Int) -> String {
        let shown = (0..<max(0, min(count, Self.mostDigits))).map { place in
            Self.alphabet[Int(digits >> UInt64(64 - Self.bitsPerDigit * (place + 1)) & 31)]
        }
        return String(decoding: [letter] + shown, as: UTF8.self)
    }

    /// A number in the order of the texts, to all digits that are ever shown.
    var rank: UInt64 { UInt64(letter & 31) << 59 | digits >> 5 }
}
