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

    /// The numbers of all entities that match, ascending. O(entities × terms).
    public func matchingIndices() -> [Int] {
        (0..<inventory.entityCount).filter { test.holds(for: $0) }
    }
}

/// A query's tree with tests for terms. Negation stands only at the tests: so one that cannot be answered can be false
/// both ways.
indirect enum BoundExpression: Sendable {
    case constant(Bool)
    case test(@Sendable (Int) -> Bool, isNegated: Bool)
    case all([BoundExpression])
    case any([BoundExpression])

    func holds(for index: Int) -> Bool {
        switch self {
        case .constant(let value): value
        case .test(let test, let isNegated): test(index) != isNegated
        case .all(let parts): parts.allSatisfy { $0.holds(for: index) }
        case .any(let parts): parts.contains { $0.holds(for: index) }
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
