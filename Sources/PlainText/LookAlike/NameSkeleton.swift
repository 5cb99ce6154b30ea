/// What is left of a name when everything is taken away that the eye passes over: names of one skeleton look alike.
///
/// After the idea of Unicode Technical Standard 39 (confusable detection), with a table of our own: only what is taken
/// for letters and digits of ASCII, and two skeletons instead of one, because upper case hides other things than a digit.
public enum NameSkeleton: Sendable, CaseIterable {
    /// As it looks: `0` is O, and `1`, a capital I and a bar are l. A capital L is not: nobody takes it for an I.
    case look
    /// By its letters, whatever their case.
    case letters

    /// What each byte of ASCII becomes; for loops over many names.
    public var ascii: [UInt8] { self == .look ? Self.lookOfASCII : Self.lettersOfASCII }

    /// The skeleton of `name`. Skeletons are compared as `String`s are: by canonical equivalence. Linear.
    public func of(_ name: String) -> String {
        var skeleton = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if let known = folded(scalar) {
                skeleton.append(known)
            } else if !scalar.properties.isDefaultIgnorableCodePoint {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                    skeleton.append(folded(lower) ?? lower)
                }
            }
        }
        return String(skeleton)
    }

    /// What `scalar` is taken for; nil when it is only itself.
    private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let value = scalar.value
        let latin: UInt8
        switch value {
        case 0..<0x80: latin = UInt8(value)
        case 0xFF01...0xFF5E: latin = UInt8(value - 0xFF01 + 0x21)
        // Thirteen alphabets of 26 capital and 26 small letters, some of which stand elsewhere; then five sets of digits.
        case 0x1D400...0x1D6A3:
            let letter = (value - 0x1D400) % 52
            latin = UInt8(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
        case 0x1D7CE...0x1D7FF: latin = UInt8(0x30 + (value - 0x1D7CE) % 10)
        default:
            guard let known = LookAlikeLetters.latin[value] else { return nil }
            latin = known
        }
        return Unicode.Scalar(ascii[Int(latin)])
    }

    private static let lettersOfASCII = (0..<0x80 as Range<UInt8>).map { byte in
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static let lookOfASCII = (0..<0x80 as Range<UInt8>).map { byte in
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "I"), UInt8(ascii: "|"): UInt8(ascii: "l")
        case UInt8(ascii: "L"): byte
        case 0x41...0x5A: byte | 0x20
        default: byte
        }
    }
}
