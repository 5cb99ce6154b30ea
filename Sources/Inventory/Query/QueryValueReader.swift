/// Turns the texts after a comparison into values of the field's type.
struct QueryValueReader {
    let subject: QuerySubject
    let comparison: QueryComparison
    let vocabulary: QueryVocabulary?
    private(set) var values: [QueryValue] = []
    private var flags: [QueryExpression] = []

    /// What is wrong with a value.
    struct Refusal: Error {
        var reason: QueryError.Reason
        var suggestions: [String] = []
    }

    init(subject: QuerySubject, comparison: QueryComparison, vocabulary: QueryVocabulary?) {
        self.subject = subject
        self.comparison = comparison
        self.vocabulary = vocabulary
    }

    /// The field as it is called in messages.
    var fieldName: String {
        switch subject {
        case .field(let field): field.row.name
        case .attribute(let name): name
        case .flag, .state: "is"
        }
    }

    private var type: QueryField.ValueType? {
        if case .field(let field) = subject { field.row.type } else { nil }
    }

    /// The comparisons that the field knows, when ``comparison`` is none of them.
    var refusal: String? {
        switch type {
        case nil: nil
        case .text, .path, .kind: comparison.isOrder ? ": or ~" : nil
        case .number, .past, .future: comparison == .contains ? ": < <= > or >=" : nil
        case .duration: comparison.isOrder ? nil : "< <= > or >="
        case .plane, .flag: comparison == .equal ? nil : ":"
        }
    }

    /// The term, or for flags the terms of which one must hold.
    var expression: QueryExpression {
        if !flags.isEmpty { return .disjunction(flags) }
        // A pattern is searched for either way: one way of writing it is enough.
        let onlyPatterns = values.allSatisfy { if case .pattern = $0 { true } else { false } }
        return .term(
            QueryTerm(subject: subject, comparison: onlyPatterns ? .contains : comparison, values: values))
    }

    /// Adds one value as it was written.
    mutating func read(_ written: QueryValue, isQuoted: Bool) throws(Refusal) {
        guard case .text(let text) = written else {
            switch type {
            case nil where !comparison.isOrder, .text, .path, .kind: values.append(written)
            default: throw bad("a pattern")
            }
            return
        }
        if !isQuoted, comparison == .equal, type != .flag, let presence = Self.presence(text) {
            values.append(presence)
            return
        }
        values.append(try value(text))
    }

    private static func presence(_ text: String) -> QueryValue? {
        switch text.lowercased() {
        case "none", "never": QueryValue.none
        case "any": .any
        default: nil
        }
    }

    private mutating func value(_ text: String) throws(Refusal) -> QueryValue {
        switch type {
        case .text, .path: return .text(text)
        case .kind: return try kind(text)
        case .number:
            guard let number = Int64(text) else { throw bad(text) }
            return .number(number)
        case .duration:
            guard let duration = QueryDuration(parsing: text) else { throw bad(text) }
            return .duration(duration)
        case .past, .future:
            if let date = QueryDate(parsing: text) { return .date(date) }
            guard let duration = QueryDuration(parsing: text), comparison.isOrder else { throw bad(text) }
            return .duration(duration)
        case .plane:
            if let plane = Plane(rawValue: text.lowercased()) { return .text(plane.rawValue) }
            throw unknown(text, among: Plane.allCases.map(\.rawValue))
        case .flag:
            flags.append(.term(QueryTerm(subject: try flag(text))))
            return .text(text)
        case nil:
            guard comparison.isOrder else { return .text(text) }
            if let number = Int64(text) { return .number(number) }
            guard let date = QueryDate(parsing: text) else { throw bad(text) }
            return .date(date)
        }
    }

    private func kind(_ text: String) throws(Refusal) -> QueryValue {
        guard comparison == .equal else { return .text(text) }
        let name = text.queryName
        if let row = EntityKind.table.first(where: { [$0.name, $0.plural.queryName].contains(name) }) {
            return .text(row.name)
        }
        if let vocabulary, !vocabulary.kinds.contains(where: { $0.queryName == name }) {
            throw unknown(text, among: EntityKind.table.map(\.name) + vocabulary.kinds)
        }
        return .text(name)
    }

    private func flag(_ text: String) throws(Refusal) -> QuerySubject {
        if let state = QueryState(named: text) { return .state(state) }
        let name = text.queryName
        if let row = EntityFlags.table.first(where: { $0.name == name }) { return .flag(row.flag) }
        throw unknown(text, among: EntityFlags.table.map(\.name) + QueryState.table.map(\.name))
    }

    private func unknown(_ text: String, among known: [String]) -> Refusal {
        Refusal(
            reason: .unknownValue(field: fieldName, value: text),
            suggestions: Spelling.nearest(to: text, among: Set(known).sorted()))
    }

    private func bad(_ value: String) -> Refusal {
        Refusal(reason: .badValue(field: fieldName, value: value, expected: expected))
    }

    private var expected: String {
        switch type {
        case .text, .path, .kind: "text"
        case .number: "a whole number"
        case .duration: "a length of time such as 90d"
        case .past, .future:
            "a date such as 2026-03-14" + (comparison.isOrder ? " or a length of time such as 90d" : "")
        case .plane: "identity or integrity"
        case .flag: "a flag"
        case nil: comparison.isOrder ? "a whole number or a date" : "text"
        }
    }
}
