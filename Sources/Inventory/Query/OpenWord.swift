/// The last, unfinished word of a text, and what may stand there: what completion looks at.
struct OpenWord {
    enum Place: Hashable {
        /// Where a term begins.
        case term
        /// Where a term begins in the brackets of a kind.
        case bracket
        /// Behind an arrow.
        case element
        /// In the brackets of an arrow.
        case relation
        /// Behind a field's name and a comparison.
        case value(field: String, comparison: String)
    }

    /// What is typed of the word.
    let typed: String
    let place: Place

    /// Nil when `text` ends inside a quote or a pattern.
    init?(_ text: Substring) {
        var scan = Scan()
        for index in text.indices { scan.take(text[index], next: text.index(after: index)) }
        let start = scan.start ?? text.startIndex
        var word = text[start...]
        let place = scan.place
        if place == .element, word.hasPrefix("@") { word = word.dropFirst() }
        if place == .term || place == .bracket { word = word.drop { $0 == "-" } }
        if scan.isQuoted || word.hasPrefix("/") { return nil }
        if place == .relation || place == .element {
            let last = word.lastIndex(of: ",").map { word.index(after: $0) } ?? word.startIndex
            typed = String(word[last...])
            self.place = place
            return
        }
        let marks: Set<Character> = [":", "~", "<", ">", "=", "!"]
        guard let mark = word.firstIndex(where: marks.contains) else {
            typed = String(word)
            self.place = place
            return
        }
        let comparison = word[mark...].prefix(while: marks.contains)
        let values = word[comparison.endIndex...]
        let last = values.lastIndex(of: ",").map { values.index(after: $0) } ?? values.startIndex
        if values[last...].hasPrefix("/") { return nil }
        typed = String(values[last...])
        self.place = .value(field: String(word[..<mark]), comparison: String(comparison))
    }
}

extension OpenWord {
    /// Where one is in a text that is read letter by letter.
    private struct Scan {
        /// Where the word begins; nil for the beginning of the text.
        var start: Substring.Index?
        var place = Place.term
        var isQuoted = false
        private var isEscaped = false
        private var brackets = 0
        private var last: Character = " "
        private var beforeLast: Character = " "

        mutating func take(_ character: Character, next: Substring.Index) {
            defer { (beforeLast, last) = (last, character) }
            if isQuoted {
                if character == "\"" && !isEscaped { isQuoted = false }
                isEscaped = character == "\\" && !isEscaped
                return
            }
            switch character {
            case "\"": isQuoted = true
            case "[" where last == "-" && (beforeLast == " " || beforeLast == "<" || beforeLast == "]"):
                begin(.relation, at: next)
            case "[" where last.isLetter || last.isNumber || last == "*" || last == "_":
                brackets += 1
                begin(.bracket, at: next)
            case "]" where place == .relation: begin(outer, at: next)
            case "]":
                brackets = max(0, brackets - 1)
                begin(outer, at: next)
            case ">" where last == "-" || last == ">" && beforeLast == "-": begin(.element, at: next)
            case "-" where last == "<" && (beforeLast == " " || beforeLast == "<" || beforeLast == "]"):
                begin(.element, at: next)
            case _ where character.isWhitespace:
                // Behind an arrow blanks change nothing.
                let isWaiting = place == .element && (last == ">" || last == "-" || last.isWhitespace)
                begin(isWaiting ? .element : place == .relation ? .relation : outer, at: next)
            case "(", ")": begin(outer, at: next)
            default: break
            }
        }

        /// Where terms begin here.
        private var outer: Place { brackets > 0 ? .bracket : .term }

        private mutating func begin(_ place: Place, at index: Substring.Index) {
            self.place = place
            start = index
        }
    }
}
