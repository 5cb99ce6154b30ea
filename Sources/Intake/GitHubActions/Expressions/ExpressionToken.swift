/// A word of an expression.
enum ExpressionToken: Equatable {
    case name(String)
    case string(String)
    case number(String)
    /// `.`, `[`, `]`, `(`, `)`, `,`, `*`, `!`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `&&`, `||`.
    case mark(String)
    /// A character that no expression may have, or a quote that nothing closes.
    case stray(Character)
}

extension ExpressionToken {
    /// A token and where it starts in the expression, in characters.
    struct Placed: Equatable {
        var token: ExpressionToken
        var range: Range<String.Index>
    }

    /// The tokens of `text`, see GitHub's "Evaluate expressions in workflows and actions". O(n).
    static func tokens(of text: String) -> [Placed] {
        var tokens: [Placed] = []
        let bytes = text.utf8
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let start = place
            let byte = bytes[place]
            let token: ExpressionToken
            place = bytes.index(after: place)
            let next = place < bytes.endIndex ? bytes[place] : nil
            switch byte {
            case 0x09...0x0D, 0x20: continue
            case UInt8(ascii: "'"):
                token = quoted(in: text, from: &place).map { .string($0) } ?? .stray("'")
            case _ where byte.isNameStart:
                place = bytes[place...].firstIndex { !$0.isNamePart } ?? bytes.endIndex
                token = .name(String(text[start..<place]))
            case _ where byte.isDigit || (byte.startsNumber && next?.isDigit == true):
                place = bytes[place...].firstIndex { !$0.isNumberPart } ?? bytes.endIndex
                token = .number(String(text[start..<place]))
            default:
                if let next, let mark = doubleMarks.first(where: { $0.utf8.elementsEqual([byte, next]) }) {
                    place = bytes.index(after: place)
                    token = .mark(mark)
                } else if let mark = marks.first(where: { $0.utf8.first == byte }) {
                    token = .mark(mark)
                } else {
                    place = text.unicodeScalars.index(after: start)
                    token = .stray(Character(text.unicodeScalars[start]))
                }
            }
            tokens.append(Placed(token: token, range: start..<place))
        }
        return tokens
    }

    private static let doubleMarks = ["&&", "||", "==", "!=", "<=", ">="]
    private static let marks = ["<", ">", "!", ".", "[", "]", "(", ")", ",", "*"]

    /// A text between single quotes, in which two of them stand for one; `place` is behind the first. Nil, and `place`
    /// at the end of `text`, when nothing closes it.
    private static func quoted(in text: String, from place: inout String.Index) -> String? {
        let bytes = text.utf8
        var result = ""
        var start = place
        while let quote = bytes[start...].firstIndex(of: UInt8(ascii: "'")) {
            result += text[start..<quote]
            place = bytes.index(after: quote)
            guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "'") else { return result }
            result += "'"
            start = bytes.index(after: place)
        }
        place = bytes.endIndex
        return nil
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isNameStart: Bool { (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_") }
    fileprivate var isNamePart: Bool { isNameStart || isDigit || self == UInt8(ascii: "-") }
    fileprivate var isNumberPart: Bool { isNamePart || self == UInt8(ascii: ".") || self == UInt8(ascii: "+") }
    fileprivate var startsNumber: Bool { [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")].contains(self) }
}
