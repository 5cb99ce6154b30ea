/// A query made ready for one inventory: names resolved, times computed, everything that is the same for all entities
/// done once.
public struct BoundQuery: Sendable {
    /// What is asked.
    public let query: Query
    /// Who is asked about.
    public let inventory: Inventory
    private let test: BoundExpression

    init(_ query: Query, inventory: Inventory, context: QueryContext) {
        self.query = query
        self.inventory = inventory
        let binder = QueryBinder(inventory: inventory, context: context)
        test = binder.bind(query.root, isNegated: false)
    }

    /// Whether the entity with this number matches; false for a number that the inventory does not have.
    public func matches(_ index: Int) -> Bool {
        index >= 0 && index < inventory.entityCount && test.holds(for: index)
    }

    /// The numbers of all entities that match, ascending. O(entities × terms), most terms many entities at a time.
    public func matchingIndices() -> [Int] { matchingRows()?.rows ?? [] }

    /// All entities that match.
    /// - Returns: nil when `isCancelled` said so first.
    public func matchingRows(isCancelled: Cancellation? = nil) -> RowSet? {
        matchingRows(among: RowSet(allOf: inventory.entityCount), isCancelled: isCancelled)
    }

    /// Those of `candidates`, a set among all entities, that match.
    /// - Returns: nil when `isCancelled` said so first.
    public func matchingRows(among candidates: RowSet, isCancelled: Cancellation? = nil) -> RowSet? {
        test.rows(of: candidates, isCancelled: isCancelled)
    }
}

/// A query's tree with tests for terms. Negation stands only at the tests: so one that cannot be answered can be false
/// both ways.
indirect enum BoundExpression: Sendable {
    case constant(Bool)
    case test(RowTest, isNegated: Bool)
    case all([BoundExpression])
    case any([BoundExpression])

    func holds(for index: Int) -> Bool {
        switch self {
        case .constant(let value): value
        case .test(let test, let isNegated): test.holds(index) != isNegated
        case .all(let parts): parts.allSatisfy { $0.holds(for: index) }
        case .any(let parts): parts.contains { $0.holds(for: index) }
        }
    }

    /// Those of `candidates` for which it holds; nil when `isCancelled` said so first. What costs least comes first, and
    /// what costs more looks only at what is still open.
    func rows(of candidates: RowSet, isCancelled: Cancellation?) -> RowSet? {
        if isCancelled?() == true { return nil }
        switch self {
        case .constant(let value): return value ? candidates : RowSet(noneOf: candidates.rowCount)
        case .test(let test, let isNegated):
            guard let passing = test.rows(candidates, isCancelled) else { return nil }
            if !isNegated { return passing }
            var rest = candidates
            rest.subtract(passing)
            return rest
        case .all(let parts):
            var left = candidates
            for part in parts.sorted(by: { $0.cost < $1.cost }) {
                guard let passing = part.rows(of: left, isCancelled: isCancelled) else { return nil }
                left = passing
            }
            return left
        case .any(let parts):
            var (open, found) = (candidates, RowSet(noneOf: candidates.rowCount))
            for part in parts.sorted(by: { $0.cost < $1.cost }) {
                guard let passing = part.rows(of: open, isCancelled: isCancelled) else { return nil }
                found.formUnion(passing)
                open.subtract(passing)
            }
            return found
        }
    }

    private var cost: RowTest.Cost {
        switch self {
        case .constant: .column
        case .test(let test, _): test.cost
        case .all(let parts), .any(let parts): parts.map(\.cost).max() ?? .column
        }
    }
}

extension Query {
    /// Makes the query ready for many questions about `inventory`. O(1), or O(entities) when a term asks for `in:`.
    public func bound(to inventory: Inventory, context: QueryContext) -> BoundQuery {
        BoundQuery(self, inventory: inventory, context: context)
    }

    /// Whether `entity` matches. For more than a few entities make a ``BoundQuery`` once instead.
    public func matches(entity: Entity, context: QueryContext) -> Bool {
        bound(to: entity.inventory, context: context).matches(entity.index)
    }
}
