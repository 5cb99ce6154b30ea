/// One test of one property.
struct QueryTerm: Hashable, Sendable {
    var subject: QuerySubject
    var comparison: QueryComparison = .equal
    /// What it is compared with; one of them must hold. Comparisons of order have exactly one, states and flags none.
    var values: [QueryValue] = []

    /// A term that looks for `text` in names: what a bare word means.
    static func word(_ text: String) -> QueryTerm {
        QueryTerm(subject: .field(.name), comparison: .contains, values: [.text(text)])
    }

    /// What must be known besides the inventory before the term can be answered.
    var needs: QueryNeed {
        switch subject {
        case .field(let field): field.row.needs
        case .state(let state): state.row.needs
        case .attribute, .flag: .nothing
        }
    }
}

/// What a term tests.
enum QuerySubject: Hashable, Sendable {
    case field(QueryField)
    /// An attribute by its name, in lower case.
    case attribute(String)
    case flag(EntityFlags)
    case state(QueryState)
}

/// How a property is compared with a value.
enum QueryComparison: String, Hashable, Sendable, CaseIterable {
    case equal = ":"
    case contains = "~"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Whether it asks which of two comes first.
    var isOrder: Bool { self != .equal && self != .contains }

    /// Whether `left` stands to `right` as the comparison says; *contains* is taken as *equal*.
    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal, .contains: left == right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

/// What a property is compared with.
enum QueryValue: Hashable, Sendable {
    case text(String)
    /// A pattern between slashes, searched for anywhere.
    case pattern(String)
    case number(Int64)
    case date(QueryDate)
    case duration(QueryDuration)
    /// No value at all.
    case none
    /// Any value.
    case any
}
