/// A word of an expression.
enum ExpressionToken: Equatable {
    case name(String)
    case string(String)
    case number(String)
    /// `.`, `[`, `]`, `(`, `)`, `,`, `*`, `!`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `&&`, `||`.
    case mark(String)
    /// A character that no expression may have.
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
        var place = text.startIndex
        while place < text.endIndex {
            let start = place
            let character = text[place]
            if character.isWhitespace {
                place = text.index(after: place)
                continue
            }
            let token: ExpressionToken
            if character == "'" {
                token = .string(quoted(in: text, from: &place))
            } else if character.isNameStart {
                place = text[place...].firstIndex { !$0.isNamePart } ?? text.endIndex
                token = .name(String(text[start..<place]))
            } else if character.isDigit
                || (character == "-" || character == "+" || character == ".")
                    && (text[text.index(after: place)...].first?.isDigit ?? false)
            {
                place = text[text.index(after: place)...].firstIndex { !$0.isNumberPart } ?? text.endIndex
                token = .number(String(text[start..<place]))
            } else if let mark = marks.first(where: { text[place...].hasPrefix($0) }) {
                place = text.index(place, offsetBy: mark.count)
                token = .mark(mark)
            } else {
                place = text.index(after: place)
                token = .stray(character)
            }
            tokens.append(Placed(token: token, range: start..<place))
        }
        return tokens
    }

    /// Longest first.
    private static let marks = [
        "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", ".", "[", "]", "(", ")", ",", "*",
    ]

    /// A text between single quotes, in which two of them stand for one. Without an end it lasts to the end of `text`.
    private static func quoted(in text: String, from place: inout String.Index) -> String {
        var result = ""
        place = text.index(after: place)
        while place < text.endIndex {
            let character = text[place]
            place = text.index(after: place)
            if character == "'" {
                guard place < text.endIndex, text[place] == "'" else { return result }
                place = text.index(after: place)
            }
            result.append(character)
        }
        return result
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isNameStart: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }
    fileprivate var isNamePart: Bool { isNameStart || isDigit || self == "-" }
    fileprivate var isNumberPart: Bool { isNamePart || self == "." || self == "+" }
}
