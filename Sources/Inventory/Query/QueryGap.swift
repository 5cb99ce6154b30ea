/// What a query passes over in silence because no source tells it: that is no answer of no.
public enum QueryGap: Hashable, Sendable {
    /// So many more entities would be asked about if a source recorded the field of them; the term lists them.
    case unrecorded(QueryField, count: Int, term: String)
    /// Those found are the ones of which nothing is recorded: of so many like them, it is of so many.
    case presumed(QueryField, recorded: Int, of: Int)
    /// The sources name nothing of a kind that the query asks about.
    case absent(EntityKind)
    /// A blind spot about such a kind.
    case blind(BlindSpot)

    /// Whether it says why nothing is found: that no source tells of what is asked about.
    public var isAboutKinds: Bool {
        switch self {
        case .absent, .blind: true
        case .unrecorded, .presumed: false
        }
    }
}

extension Query {
    /// What it passes over in `inventory`.
    ///
    /// - Parameters:
    ///   - isFound: Whether it finds anything; kinds that no source names are told only where it does not.
    ///   - listed: Those of some entities that the list may show.
    /// - Returns: nil when `isCancelled` said so first. O(entities) for each term that compares with what may not be
    ///   recorded.
    public func gaps(
        in inventory: Inventory, context: QueryContext, isFound: Bool, isCancelled: Cancellation? = nil,
        listed: (RowSet) -> RowSet = { $0 }
    ) -> [QueryGap]? {
        func count(_ expression: QueryExpression) -> Int? {
            Query(expression).bound(to: inventory, context: context).matchingRows(isCancelled: isCancelled)
                .map { listed($0).count }
        }
        var gaps: [QueryGap] = []
        for (place, part) in parts.enumerated() {
            guard case .term(let term) = part, case .field(let field) = term.subject, field.mayBeUnrecorded else {
                continue
            }
            var rest = parts
            rest.remove(at: place)
            let none = QueryTerm(subject: term.subject, values: [.none])
            if term.comparison.isOrder {
                guard let silent = count(.conjunction(rest + [.term(none)])) else { return nil }
                // A length of time has no word for none: what is of no age at all is of none above nothing.
                let term = field.row.type == .duration ? "-\(field.row.name)>0d" : none.text
                if silent > 0 { gaps.append(.unrecorded(field, count: silent, term: term)) }
            } else if term.values.contains(.none) {
                let any = QueryTerm(subject: term.subject, values: [.any])
                guard let recorded = count(.conjunction(rest + [.term(any)])), let all = count(.conjunction(rest))
                else { return nil }
                if all > 0 { gaps.append(.presumed(field, recorded: recorded, of: all)) }
            }
        }
        guard !isFound else { return gaps }
        let asked = root.askedKinds(in: inventory)
        let known = Set(inventory.kindCounts.filter { $0.count > 0 }.map(\.kind))
        gaps += asked.filter { !known.contains($0) }.map(QueryGap.absent)
        let blind = inventory.blindSpots.filter { spot in
            asked.contains { kind in kind.row.map { spot.what.contains($0.singular) } ?? false }
        }
        return gaps + blind.map(QueryGap.blind)
    }
}

extension QueryField {
    /// Whether it is a fact that an entity has and that a source may leave out: having none is not known then.
    fileprivate var mayBeUnrecorded: Bool {
        switch self {
        case .created, .issued, .rotated, .used, .age: true
        default: false
        }
    }
}

extension QueryExpression {
    /// The kinds without which it finds nothing, in reading order.
    fileprivate func askedKinds(in inventory: Inventory) -> [EntityKind] {
        var kinds: [EntityKind] = []
        func add(_ kind: EntityKind) { if !kinds.contains(kind) { kinds.append(kind) } }
        func visit(_ part: QueryExpression) {
            switch part {
            case .term(let term):
                switch term.subject {
                case .field(.kind):
                    for case .text(let name) in term.values { inventory.entityKind(named: name).map(add) }
                case .field(.jobs): add(.job)
                default: break
                }
            case .not: break
            case .all(let parts), .any(let parts): parts.forEach(visit)
            case .path(let path):
                for element in path.elements {
                    for name in element.kinds { inventory.entityKind(named: name).map(add) }
                    visit(element.filter)
                }
            }
        }
        visit(self)
        return kinds
    }
}
