extension PrintableText {
    /// What becomes of one scalar outside printable ASCII.
    enum Treatment {
        case keep
        case mark
        case escape

        init(of scalar: Unicode.Scalar) {
            let properties = scalar.properties
            guard !properties.isDefaultIgnorableCodePoint else {
                self = scalar.isConjoiningVowelOrFinal && scalar.value != 0x1160 ? .mark : .escape
                return
            }
            switch properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                self = .escape
            case .nonspacingMark, .enclosingMark:
                self = .mark
            default:
                self = scalar.isConjoiningVowelOrFinal ? .mark : .keep
            }
        }
    }

    /// The visible spelling of a scalar, with the short names that programmers know.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x00: "\\0"
        case 0x07: "\\a"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0B: "\\v"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x1B: "\\e"
        default: "\\u{" + hexadecimal(scalar.value) + "}"
        }
    }

    static func hexadecimal(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }
}

extension Unicode.Scalar {
    /// U+FE0E and U+FE0F, which ask for the text or the picture form of the character before them.
    var isPresentationSelector: Bool { value == 0xFE0E || value == 0xFE0F }

    /// Hangul vowels and finals, which join the syllable before them and take no column of their own.
    var isConjoiningVowelOrFinal: Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
    }

    /// What a Hangul vowel or final may join.
    var isHangul: Bool {
        (0x1100...0x115F).contains(value) || (0xA960...0xA97C).contains(value) || (0xAC00...0xD7A3).contains(value)
    }
}
