import Inventory
import Reach

/// Counts the rows of a list by what they have in common.
struct RowTally {
    let inventory: Inventory
    let listing: Listing
    let rows: RowSet
    let isCancelled: Cancellation?

    /// The groups by one column, the usual order first: by count, or as times and levels go.
    func groups(by column: GroupColumn) -> [RowGroup]? {
        switch column {
        case .kind: kinds(heading: column.title)
        case .provider, .owner, .name: texts(column, limit: Breakdown.limit)
        case .parent: parents(column)
        case .privilege: terms(column.title, Self.privileges)
        case .flags:
            terms(
                column.title,
                EntityFlags.table.map { (Words.flags($0.flag), "is:\($0.name)") } + [
                    ("none of these", EntityFlags.table.map { "-is:\($0.name)" }.joined(separator: " "))
                ]
            )?.filter { $0.count > 0 }
        case .created, .issued, .rotated, .lastUsed, .expires, .revoked: months(column)
        case .relations: decades(column) { inventory.relationCount(of: $0) }
        case .exposure: decades(column) { listing.exposures?[$0]?.count }
        case .progress: said(column, .state, none: "not on the plan")
        case .verdict: said(column, .verdict, none: "none")
        case .assignee: said(column, .assignee, none: "nobody")
        case .state: terms(column.title, states)?.filter { $0.count > 0 }
        case .tier: numbered(column) { listing.answer?.radius[$0]?.tier }
        case .plane:
            terms(column.title, [("declared", "plane:none")] + Plane.allCases.map { ($0.rawValue, "plane:\($0)") })?
                .filter { $0.count > 0 }
        case .firstHeld: hours(column)
        }
    }

    /// A group for each term, with how many rows match it, none too.
    func terms(_ heading: String, _ terms: [(label: String, term: String)]) -> [RowGroup]? {
        var groups: [RowGroup] = []
        for (label, term) in terms {
            guard let query = try? Query(parsing: term) else { continue }
            let bound = query.bound(to: inventory, context: listing.context)
            guard let found = bound.matchingRows(among: rows, isCancelled: isCancelled) else { return nil }
            groups.append(
                RowGroup(
                    heading: heading, label: label, term: term, count: found.count, conditional: conditional(found)))
        }
        return groups
    }

    /// How many rows are held only if a guard fails: what is said to be held is without them.
    private func conditional(_ found: RowSet) -> Int {
        guard case .held = listing.scope, let answer = listing.answer, answer.counts.conditional > 0 else { return 0 }
        return found.rows.reduce(0) { $0 + (answer.radius[$1]?.isConditional == true ? 1 : 0) }
    }

    func kinds(heading: String) -> [RowGroup] {
        inventory.kindCounts(of: rows).map { kind, count in
            let name = inventory.name(of: kind)
            return RowGroup(
                heading: heading, label: Words.kind(kind, named: name), term: "kind:\(Query.literal(name))",
                count: count)
        }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    }

    /// The texts of a column, the most frequent first; more than `limit` are counted together.
    func texts(_ column: GroupColumn, heading: String? = nil, limit: Int) -> [RowGroup]? {
        guard let column = column.column,
            let counts = inventory.textCounts(of: column, in: rows, isCancelled: isCancelled)
        else { return nil }
        let field = column.row.name
        // `owner:web` also means `teams/web`: where both occur, only the whole text is meant.
        let tails = Set(
            counts.lazy.flatMap { text, _ in
                text.indices.filter { text[$0] == "/" }.map { text[text.index(after: $0)...].lowercased() }
            })
        let isPath = column == .owner
        let groups = counts.map { text, count in
            let isTail = isPath && tails.contains(text.lowercased())
            let value = text.isEmpty ? "none" : isTail ? Query.wholeText(text) : Query.literal(text)
            return RowGroup(
                heading: heading ?? column.row.title, label: text.isEmpty ? "none recorded" : text,
                term: "\(field):\(value)", count: count)
        }
        return limited(groups, to: limit)
    }

    private func parents(_ column: GroupColumn) -> [RowGroup]? {
        guard let counts = count({ inventory.entity(at: $0).parent?.index ?? -1 }) else { return nil }
        let groups = counts.map { parent, count in
            guard parent >= 0 else {
                return RowGroup(heading: column.title, label: "none recorded", term: "parent:none", count: count)
            }
            let entity = inventory.entity(at: parent)
            return RowGroup(
                heading: column.title, label: entity.name, term: "parent:\(Query.literal(entity.id))", count: count)
        }
        return limited(groups, to: Breakdown.limit)
    }

    private func limited(_ groups: [RowGroup], to limit: Int) -> [RowGroup] {
        let sorted = groups.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
        guard sorted.count > limit else { return sorted }
        let rest = sorted[limit...]
        let label = "\(Words.grouped(rest.count)) more values"
        let count = rest.reduce(0) { $0 + $1.count }
        return sorted[..<limit] + [RowGroup(heading: sorted[0].heading, label: label, term: "", count: count)]
    }

    /// How often each key occurs among the rows; nil when given up.
    func count<Key: Hashable>(_ key: (Int) -> Key) -> [Key: Int]? {
        var counts: [Key: Int] = [:]
        for (place, row) in rows.rows.enumerated() {
            if place & 0xFFFF == 0, isCancelled?() == true { return nil }
            counts[key(row), default: 0] += 1
        }
        return counts
    }
}
