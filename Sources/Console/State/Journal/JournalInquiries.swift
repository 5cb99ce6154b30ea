import Casebook
import Inventory

/// The journal of a case as far as it is at hand, to be made ready for lists.
struct JournalInquiry: Hashable, Sendable {
    /// The hash of the last entry, which stands for all before it.
    let head: String
    /// How many entries are at hand.
    let count: Int
    /// The entries. Follow from ``head``, and so have no part in equality.
    let entries: [JournalEntry]

    init(_ view: CaseView) {
        entries = view.journal
        head = entries.last?.hash ?? JournalEntry.beginning
        count = entries.count
    }

    static func == (left: JournalInquiry, right: JournalInquiry) -> Bool {
        left.head == right.head && left.count == right.count
    }

    func hash(into hasher: inout Hasher) { hasher.combine(head) }
}

/// A list of entries to be made: filtered and ordered as the place says. Equal ones give equal lists.
struct JournalListing: Sendable {
    let base: JournalInquiry
    /// The text of the filter.
    let query: String
    /// From when relative times in it count.
    let at: Instant
    /// What orders the rows, the weightiest first; the newest come first where nothing does.
    let sorts: [Place.Sort]
    /// What is listed. Follows from ``base``, and so has no part in equality.
    let ground: JournalGround

    /// Makes the list; nil when `isCancelled` said so first. O(entries).
    func rows(isCancelled: Cancellation? = nil) -> JournalRows? {
        var rows = Array(ground.entries.indices.reversed())
        let asked = (try? Query(parsing: query)) ?? .everything
        if !asked.isEmpty {
            let bound = asked.bound(to: ground.index, context: QueryContext(now: at))
            guard let passing = bound.matchingRows(isCancelled: isCancelled) else { return nil }
            rows = rows.filter { passing.contains(ground.places[$0]) }
        }
        for sort in sorts.reversed() {
            rows = JournalOrder(ground).sorted(rows, by: sort)
            if isCancelled?() == true { return nil }
        }
        return JournalRows(ground: ground, rows: rows)
    }
}

extension JournalListing: Hashable {
    static func == (left: JournalListing, right: JournalListing) -> Bool {
        left.base == right.base && left.query == right.query && left.at == right.at && left.sorts == right.sorts
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(query)
        hasher.combine(sorts)
    }
}
