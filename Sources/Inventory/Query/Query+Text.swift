extension Query {
    /// The canonical text, which reads back as an equal query; empty for the query that matches everything.
    public var text: String { isEmpty ? "" : root.text(inside: .any) }
}

extension QueryExpression {
    /// How tightly the text around an expression binds.
    enum Surroundings: Int { case any, all, not }

    func text(inside surroundings: Surroundings) -> String {
        switch self {
        case .term(let term):
            return term.text
        case .not(let part):
            return "-" + part.text(inside: .not)
        case .all(let parts):
            let text = parts.map { $0.text(inside: .all) }.joined(separator: " ")
            return surroundings == .not || parts.isEmpty ? "(\(text))" : text
        case .any(let parts):
            let text = parts.map { $0.text(inside: .any) }.joined(separator: " or ")
            return surroundings == .any ? text : "(\(text))"
        case .path(let path):
            return surroundings == .not ? "(\(path.text))" : path.text
        }
    }
}

extension QueryTerm {
    var text: String {
        switch subject {
        case .state(let state): return state.row.name
        case .flag(let flag): return "\(QueryField.is.row.name):\(flag.names.joined())"
        case .field(.name) where comparison == .contains && values.count == 1:
            return values[0].text(isBare: true)
        case .field(let field): return field.row.name + rest
        case .attribute(let name):
            let plain = QueryScanner.isIdentifier(name)
            return QueryField.attributePrefix + (plain ? name : QueryValue.quoted(name)) + rest
        }
    }

    private var rest: String {
        comparison.rawValue + values.map { $0.text(isBare: false) }.joined(separator: ",")
    }
}

extension QueryValue {
    /// The value as it is written: `isBare` without a field before it.
    func text(isBare: Bool) -> String {
        switch self {
        case .text(let text): Self.isPlain(text, isBare: isBare) ? text : Self.quoted(text)
        case .pattern(let pattern): Self.delimited(pattern)
        case .number(let number): String(number)
        case .date(let date): date.text
        case .duration(let duration): duration.text
        case .none: "none"
        case .any: "any"
        }
    }

    static func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }

    private static func delimited(_ pattern: String) -> String {
        var text = String.UnicodeScalarView("/".unicodeScalars)
        var isEscaped = false
        for scalar in pattern.unicodeScalars {
            if scalar == "/" && !isEscaped { text.append("\\") }
            isEscaped = scalar == "\\" && !isEscaped
            text.append(scalar)
        }
        text.append("/")
        return String(text)
    }

    /// Words that mean something by themselves, some of them only in brackets.
    private static let bareReserved = Set(
        ["and", "or", "not"] + QueryState.table.map(\.name) + EntityFlags.table.map(\.name))

    /// Whether `text` reads as itself without quotes.
    static func isPlain(_ text: String, isBare: Bool) -> Bool {
        let reserved = isBare ? bareReserved : ["none", "never", "any"]
        guard let first = text.unicodeScalars.first, first != "/", first != "-", !(isBare && first == "@"),
            !reserved.contains(isBare ? text.queryName : text.lowercased())
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", "#", "@", "+": true
            case ":": !isBare
            default: false
            }
        }
    }
}
