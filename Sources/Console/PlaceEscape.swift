import PlainText

/// How the parts of a place are written, so that none of them can be taken for another, nor for a word of its own by a
/// shell or a chat: as in the address of a web page.
enum PlaceEscape {
    /// A part as it is written.
    static func written(_ part: String) -> String {
        var text = ""
        for scalar in part.unicodeScalars {
            if isPlain(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
                }
            }
        }
        return text
    }

    /// A part as it was meant.
    static func read(_ text: Substring) throws(PlaceError) -> String {
        guard text.contains("%") else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            guard digits.count == 2 else { throw .badEscape(String(text)) }
            bytes.append(UInt8(digits[0] * 16 + digits[1]))
            rest = rest.dropFirst(2)
        }
        guard let read = String(validating: bytes, as: UTF8.self) else { throw .badEscape(String(text)) }
        return read
    }

    /// Names of repositories, roles and people stay readable; what has a meaning in a place, and what does not show,
    /// does not.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "%", "&", "?", "#", "+", " ": false
        default: scalar.isASCII ? scalar.value > 0x20 && scalar.value < 0x7F : scalar.properties.isAlphabetic
        }
    }
}
