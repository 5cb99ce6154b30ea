import Inventory
import Reach

/// A list of entities that may take long to make: a part of the inventory, or a search of all of it.
struct Listing: Sendable {
    /// Which entities, and in which order when no other is chosen.
    enum Scope: Hashable, Sendable {
        /// A part of the inventory: by kind where there are several, else by name.
        case section(InventorySection)
        /// What the text may mean on the start, the likeliest first.
        case search
        /// Held entities of an answer, by their places in it.
        case held(HeldSection, HeldSource)
    }

    var scope: Scope
    /// The text of the filter.
    var query: String
    var sort: Place.Sort?
    /// What orders rows with equal keys, the weightiest first.
    var furtherSorts: [Place.Sort] = []
    /// The kinds that are not listed.
    var hiddenKinds: Set<EntityKind> = []
    var at: Instant
    /// What the analyst said, where the filter asks for it.
    var remarks = Remarks()
    /// The question that ``answer`` answers, where the list or its filter depends on what is reached.
    var question: Question?
    /// What is reached. Follows from ``question``, and so has no part in equality.
    var answer: Answer?
    /// The assumptions that ``exposures`` are made under, where the order or the filter asks for them.
    var exposureFilter: CrossingFilter?
    /// How much each entity opens. Follows from ``exposureFilter``.
    var exposures: ExposureRank?

    /// The entities by number, or by place in the answer; nil when `isCancelled` said so first. O(entities).
    func listed(in inventory: Inventory, isCancelled: Cancellation? = nil) -> Listed? {
        switch scope {
        case .search: return search(inventory, isCancelled)
        case .held(let section, _): return held(section, inventory, isCancelled)
        case .section(let section):
            guard let rows = bound(to: inventory).matchingRows(isCancelled: isCancelled) else { return nil }
            let counts = inventory.kindCounts(of: rows).map { ($0.kind, $0.count) }
            let shown = listed(rows, section, inventory)
            if isCancelled?() == true { return nil }
            let all = inventory.kindCounts.filter { section.contains($0.kind) }
            var listed = Listed(
                ordered(shown, section, inventory),
                matches: Dictionary(counts, uniquingKeysWith: { first, _ in first }))
            listed.total = all.reduce(0) { $0 + $1.count }
            listed.hiddenByKind = all.reduce(0) { $0 + (hiddenKinds.contains($1.kind) ? $1.count : 0) }
            guard
                let gaps = gaps(
                    in: inventory, isFound: !listed.indices.isEmpty, isCancelled,
                    { self.listed($0, section, inventory) })
            else { return nil }
            listed.gaps = gaps
            return listed
        }
    }

    /// The rows in the order of the place.
    private func ordered(_ rows: RowSet, _ section: InventorySection, _ inventory: Inventory) -> [Int] {
        let keys = [sort].compactMap { $0 } + furtherSorts
        guard keys.contains(where: { $0.column == InventoryView.held }) else {
            return InventorySort.sorted(rows, by: orders(of: section), of: inventory) { exposures?[$0]?.count }
        }
        var order = InventorySort.sorted(rows, by: [InventorySort(.kind), InventorySort(.name)], of: inventory)
        for key in keys.reversed() {
            if let column = EntityColumn(named: key.column) {
                let sort = InventorySort(column, ascending: key.ascending)
                order = sort.sorted(keeping: order, of: inventory) { exposures?[$0]?.count }
            } else if let answer {
                var held = RowOrder(order)
                held.sort(ascending: key.ascending) { standing(answer.radius[$0]) }
                order = held.rows
            }
        }
        return order
    }

    /// What is live comes first, then what is held at other times, each under its word, then what is only held where a
    /// guard fails, then the rest.
    private func standing(_ held: HeldEntity?) -> UInt64 {
        guard let held else { return .max }
        return HeldStanding(held, at: at, isTimeless: question?.timeless ?? false).rawValue
    }

    /// Those of the rows that pass the filter which the section lists.
    private func listed(_ rows: RowSet, _ section: InventorySection, _ inventory: Inventory) -> RowSet {
        if section == .all, hiddenKinds.isEmpty { return rows }
        return inventory.rows(rows) { section.contains($0) && !hiddenKinds.contains($0) }
    }

    /// The entities that are listed, in no order; nil when `isCancelled` said so first. O(entities).
    func entities(in inventory: Inventory, isCancelled: Cancellation?) -> RowSet? {
        switch scope {
        case .section(let section):
            return bound(to: inventory).matchingRows(isCancelled: isCancelled).map { listed($0, section, inventory) }
        case .held:
            guard let answer, let listed = listed(in: inventory, isCancelled: isCancelled) else { return nil }
            let held = answer.radius.entities
            return RowSet(listed.indices.lazy.map { held[$0].entity.index }, of: inventory.entityCount)
        case .search: return found(in: inventory, isCancelled)
        }
    }

    /// What the rows are ordered by, the weightiest first.
    private func orders(of section: InventorySection) -> [InventorySort] {
        let chosen = ([sort].compactMap { $0 } + furtherSorts).compactMap { sort in
            EntityColumn(named: sort.column).map { InventorySort($0, ascending: sort.ascending) }
        }
        if sort != nil, !chosen.isEmpty { return chosen }
        if case .kind = section { return [InventorySort(.name)] + chosen }
        return [InventorySort(.kind)] + chosen
    }

    /// What the filter passes over because no source tells it, of the rows that `listed` leaves; nil when given up.
    func gaps(
        in inventory: Inventory, isFound: Bool, _ isCancelled: Cancellation?, _ listed: (RowSet) -> RowSet
    ) -> [QueryGap]? {
        parsed.gaps(in: inventory, context: context, isFound: isFound, isCancelled: isCancelled, listed: listed)
    }

    /// The filter; everything when it cannot be read.
    private var parsed: Query { (try? Query(parsing: query)) ?? .everything }

    /// The same, ready for many entities.
    func bound(to inventory: Inventory) -> BoundQuery { parsed.bound(to: inventory, context: context) }

    var context: QueryContext {
        var context = QueryContext(at: at, remarks: remarks, answer: answer)
        if let exposures { context.know(exposures) }
        return context
    }
}

extension Listing: Hashable {
    static func == (left: Listing, right: Listing) -> Bool {
        left.scope == right.scope && left.query == right.query && left.sort == right.sort
            && left.furtherSorts == right.furtherSorts
            && left.hiddenKinds == right.hiddenKinds && left.at == right.at
            && left.remarks == right.remarks && left.question == right.question
            && left.exposureFilter == right.exposureFilter
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(scope)
        hasher.combine(query)
        hasher.combine(sort)
        hasher.combine(at)
    }
}
