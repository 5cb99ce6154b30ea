/// A query as a tree in normal form: no group directly in a group of the same sort, no group of one, no double
/// negation, so that equal meaning by grouping is equal value.
indirect enum QueryExpression: Hashable, Sendable {
    case term(QueryTerm)
    case not(QueryExpression)
    /// Every part matches; no part means everything.
    case all([QueryExpression])
    /// Some part matches; no part means nothing.
    case any([QueryExpression])
    /// A chain of entities; the expression holds for those at its chosen place.
    case path(QueryPath)

    /// `parts` joined by *and*, in normal form.
    static func conjunction(_ parts: [QueryExpression]) -> QueryExpression {
        let flat = parts.flatMap { part -> [QueryExpression] in
            if case .all(let inner) = part { inner } else { [part] }
        }
        return flat.count == 1 ? flat[0] : .all(flat)
    }

    /// `parts` joined by *or*, in normal form.
    static func disjunction(_ parts: [QueryExpression]) -> QueryExpression {
        let flat = parts.flatMap { part -> [QueryExpression] in
            if case .any(let inner) = part { inner } else { [part] }
        }
        return flat.count == 1 ? flat[0] : .any(flat)
    }

    /// The opposite of `part`, in normal form.
    static func negation(_ part: QueryExpression) -> QueryExpression {
        if case .not(let inner) = part { inner } else { .not(part) }
    }

    /// Whether a chain of relations is followed anywhere in it.
    var hasPath: Bool {
        switch self {
        case .term: false
        case .not(let part): part.hasPath
        case .all(let parts), .any(let parts): parts.contains(where: \.hasPath)
        case .path: true
        }
    }

    /// Every term in it, in reading order.
    var terms: [QueryTerm] {
        switch self {
        case .term(let term): [term]
        case .not(let part): part.terms
        case .all(let parts), .any(let parts): parts.flatMap(\.terms)
        case .path(let path): path.terms
        }
    }
}
