/// Words of a shell's command line.
public enum ShellWord {
    /// The text as one word that a POSIX shell reads back as it, of visible characters alone, so that nothing in it can
    /// act as a key, an option or a second command where the line is pasted.
    ///
    /// Texts with invisible characters are written as `$'…'`, which bash, zsh, ksh and POSIX 2024 know.
    public static func quoted(_ text: String) -> String {
        if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
        if !PrintableText(text).isAltered { return "'" + text.replacing("'", with: "'\\''") + "'" }
        var word = "$'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "\\": word += "\\\(scalar)"
            default:
                // An exclamation mark would recall a line in shells that look for one here.
                if scalar.isASCII, (0x20..<0x7F).contains(scalar.value), scalar != "!" {
                    word.unicodeScalars.append(scalar)
                } else {
                    // Three octal digits: a hexadecimal escape would swallow digits that follow it.
                    word += String(scalar).utf8.map { byte in
                        let digits = String(byte, radix: 8)
                        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
                    }.joined()
                }
            }
        }
        return word + "'"
    }

    /// The words as one line.
    public static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: "/._-+@%:,".utf8.contains(byte)
        }
    }
}
