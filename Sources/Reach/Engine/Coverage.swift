import Inventory

/// For each entity the moments at which it is known to be held: disjoint intervals that do not touch, ascending.
struct Coverage {
    private var intervals: [[Interval]]

    init(entities count: Int) { intervals = [[Interval]](repeating: [], count: count) }

    /// The intervals of `entity`.
    subscript(entity: Int) -> [Interval] { intervals[entity] }

    /// Whether every moment of `interval` is covered. O(log intervals).
    func contains(_ interval: Interval, of entity: Int) -> Bool {
        let own = intervals[entity]
        let after = own.place { $0.from > interval.from }
        return after > 0 && interval.until <= own[after - 1].until
    }

    /// Adds `interval`, which joins with what it overlaps or touches. O(log intervals) when it comes last.
    mutating func insert(_ interval: Interval, of entity: Int) {
        let first = intervals[entity].place { $0.until >= interval.from }
        let last = intervals[entity].place { $0.from > interval.until }
        guard first < last else {
            intervals[entity].insert(interval, at: first)
            return
        }
        let joined = Interval(
            min(interval.from, intervals[entity][first].from), max(interval.until, intervals[entity][last - 1].until))
        intervals[entity].replaceSubrange(first..<last, with: CollectionOfOne(joined))
    }
}
