/// Turns the texts after a comparison into values of the field's type.
struct QueryValueReader {
    let subject: QuerySubject
    let comparison: QueryComparison
    let vocabulary: QueryVocabulary?
    private(set) var values: [QueryValue] = []
    /// What words mean that stand for queries: flags, states, what a holding is.
    private var meanings: [QueryExpression] = []

    /// Whether no value was read yet.
    var isEmpty: Bool { values.isEmpty && meanings.isEmpty }

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
        case .plane, .flag, .shortID: comparison == .equal ? nil : ":"
        }
    }

    /// The term, and the meanings of words; one of them must hold.
    var expression: QueryExpression {
        if values.isEmpty { return .disjunction(meanings) }
        // A pattern is searched for either way: one way of writing it is enough.
        let onlyPatterns = values.allSatisfy { if case .pattern = $0 { true } else { false } }
        let term = QueryTerm(subject: subject, comparison: onlyPatterns ? .contains : comparison, values: values)
        return .disjunction(meanings + [.term(term)])
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
        if !isQuoted, comparison == .contains, Self.looksLikePattern(text) {
            throw Refusal(reason: .barePattern(field: fieldName, text: text))
        }
        if let meaning = try meaning(of: text) { meanings.append(meaning) } else { values.append(try value(text)) }
    }

    private static func looksLikePattern(_ text: String) -> Bool {
        text.count > 1 && (text.hasPrefix("^") || text.hasSuffix("$")) || text.contains(".*")
    }

    /// What a word stands for that is no value; nil for values.
    private func meaning(of text: String) throws(Refusal) -> QueryExpression? {
        if type == .flag { return .term(QueryTerm(subject: try flag(text))) }
        guard case .field(.held) = subject, comparison == .equal else { return nil }
        guard let meant = HeldWord.query(text) else { return nil }
        var parser = QueryParser(meant, vocabulary: nil)
        return try? parser.parse()
    }

    private static func presence(_ text: String) -> QueryValue? {
        switch text.lowercased() {
        case "none", "never": QueryValue.none
        case "any": .any
        default: nil
        }
    }

    private func value(_ text: String) throws(Refusal) -> QueryValue {
        switch type {
        case .text, .path: return .text(text)
        case .kind: return try kind(text)
        case .shortID:
            guard let written = ShortIDPrefix(text) else { throw bad(text) }
            return .text(written.text)
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
        case .flag: throw bad(text)
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
        if let row = EntityKind.row(meantBy: text, besides: vocabulary?.kinds ?? []) { return .text(row.name) }
        if let vocabulary, !vocabulary.kinds.contains(where: { $0.queryName == name }) {
            throw unknown(text, among: EntityKind.table.flatMap { [$0.name, $0.short] } + vocabulary.kinds)
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
        case .shortID: "a short id such as t7f3k, or its beginning"
        case .number: "a whole number"
        case .duration: "a length of time such as 90d"
        case .past where comparison == .equal && fieldName == QueryField.held.row.name:
            HeldWord.expected
        case .past, .future: "a date (2026-03-14)" + (comparison.isOrder ? " or length of time (90d)" : "")
        case .plane: "identity or integrity"
        case .flag: "a flag"
        case nil: comparison.isOrder ? "a whole number or a date" : "text"
        }
    }
}
