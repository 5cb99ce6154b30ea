import Inventory

/// For each entity the moments at which it is known to be held: disjoint intervals that do not touch, ascending.
///
/// Most entities have at most one, which lies in place; only those with more have an array.
struct Coverage {
    /// In place; of several, the number of their array, as an interval that ends before it starts.
    private let inPlace: UnsafeMutableBufferPointer<Interval>
    private var lists: [[Interval]] = []

    /// What marks an entity without intervals.
    static let nothing = Interval(.never, .beginning)

    /// Over blank memory, which the owner blanks afterwards.
    init(_ inPlace: UnsafeMutableBufferPointer<Interval>) { self.inPlace = inPlace }

    private func list(of entity: Int) -> Int? {
        let only = inPlace[entity]
        return only.from == .never && only.until != .beginning ? Int(only.until.seconds) : nil
    }

    /// Whether every moment of `interval` is covered. O(log intervals).
    func contains(_ interval: Interval, of entity: Int) -> Bool {
        guard let list = list(of: entity) else { return inPlace[entity].contains(interval) }
        let own = lists[list]
        let after = own.place { $0.from > interval.from }
        return after > 0 && interval.until <= own[after - 1].until
    }

    /// Adds `interval`, which joins with what it overlaps or touches. O(log intervals) when it comes last.
    mutating func insert(_ interval: Interval, of entity: Int) {
        if let list = list(of: entity) { return insert(interval, in: list) }
        let only = inPlace[entity]
        if only.from == .never {
            inPlace[entity] = interval
        } else if interval.from <= only.until, only.from <= interval.until {
            inPlace[entity] = Interval(min(only.from, interval.from), max(only.until, interval.until))
        } else {
            inPlace[entity] = Interval(.never, Instant(Int64(lists.count)))
            lists.append(only.from < interval.from ? [only, interval] : [interval, only])
        }
    }

    private mutating func insert(_ interval: Interval, in list: Int) {
        let first = lists[list].place { $0.until >= interval.from }
        let last = lists[list].place { $0.from > interval.until }
        guard first < last else {
            lists[list].insert(interval, at: first)
            return
        }
        let joined = Interval(
            min(interval.from, lists[list][first].from), max(interval.until, lists[list][last - 1].until))
        lists[list].replaceSubrange(first..<last, with: CollectionOfOne(joined))
    }
}
