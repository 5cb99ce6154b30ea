/// A way of writing whose letters can be taken for those of another: the Latin one and those that look like it.
public enum WrittenScript: Int, Sendable, CaseIterable {
    case latin, greek, cyrillic, armenian, cherokee, fullwidth, mathematical

    /// What it is called, as in "mixed scripts: Cyrillic and Latin".
    public var name: String {
        switch self {
        case .latin: "Latin"
        case .greek: "Greek"
        case .cyrillic: "Cyrillic"
        case .armenian: "Armenian"
        case .cherokee: "Cherokee"
        case .fullwidth: "fullwidth"
        case .mathematical: "mathematical"
        }
    }

    /// The script of a letter; nil for what is no letter, and for letters that nobody takes for others.
    public init?(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: self = .latin
        case 0x00...0xBF, 0xD7, 0xF7: return nil
        case 0xC0...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA787: self = .latin
        case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x37F, 0x386, 0x388...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x481, 0x48A...0x52F, 0x1C80...0x1C8F, 0xA640...0xA66D, 0xA680...0xA69B: self = .cyrillic
        case 0x531...0x556, 0x561...0x587: self = .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .fullwidth
        case 0x1D400...0x1D7CB: self = .mathematical
        default: return nil
        }
    }

    /// The scripts of the first word of `name` whose letters are of several, in the order of this table; none where each
    /// word is of one. A word ends at whatever is neither letter nor digit: `β-test` mixes nothing, `βtest` does. Linear.
    public static func mixed(in name: String) -> [WrittenScript] {
        var found: Set<WrittenScript> = []
        for scalar in name.unicodeScalars {
            if let script = WrittenScript(of: scalar) {
                found.insert(script)
            } else if !scalar.continuesWord {
                if found.count > 1 { break }
                found = []
            }
        }
        return found.count > 1 ? found.sorted { $0.rawValue < $1.rawValue } : []
    }
}

extension Unicode.Scalar {
    /// Whether a word goes on behind it, though it is of no script: digits, marks, what is not seen, other letters.
    fileprivate var continuesWord: Bool {
        if value < 0x80 { return (0x30...0x39).contains(value) }
        if properties.isDefaultIgnorableCodePoint { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .otherLetter, .modifierLetter,
            .lowercaseLetter, .uppercaseLetter, .titlecaseLetter:
            return true
        default: return false
        }
    }
}
