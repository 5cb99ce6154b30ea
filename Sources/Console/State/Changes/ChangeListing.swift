import Inventory
import Reach

/// A list of changes to be made: filtered and ordered as the place says. Equal ones give equal lists.
struct ChangeListing: Sendable {
    let base: DifferenceInquiry
    /// The inquiries whose findings are listed, where the list is of those.
    let blast: BlastChangeInquiry?
    let verification: VerificationInquiry?
    let section: ChangeSection
    /// The text of the filter.
    let query: String
    /// What orders the rows, the weightiest first.
    let sorts: [Place.Sort]
    /// What the filter asks of the console's evidence; nil without a filter.
    var context: FilterContext?
    /// What is listed. Follows from the inquiries, and so has no part in equality.
    let ground: ChangeGround

    /// What a filter depends on besides the evidence.
    struct FilterContext: Sendable {
        let at: Instant
        var remarks = Remarks()
        var question: Question?
        var answer: Answer?
        var exposureFilter: CrossingFilter?
        var exposures: ExposureRank?
    }

    /// Makes the list; nil when `isCancelled` said so first. O(rows), and O(entities of both) with a filter.
    func rows(isCancelled: Cancellation? = nil) -> ChangeRows? {
        let all = unfiltered
        var rows = all
        if let context, !query.isEmpty {
            guard let filter = ChangeFilter(query, context, ground, isCancelled) else { return nil }
            rows = rows.filter { filter.passes($0) }
        }
        if isCancelled?() == true { return nil }
        for sort in sorts.reversed() {
            rows = ChangeOrder(ground).sorted(rows, by: sort)
            if isCancelled?() == true { return nil }
        }
        return ChangeRows(ground: ground, section: section, rows: rows, total: all.count)
    }

    private var unfiltered: [ChangeRow] {
        switch section {
        case .changes: return ground.difference.changes.map { .change($0) }
        case .widened: return ground.difference.changes.prefix(ground.difference.widerCount).map { .change($0) }
        case .blast:
            guard let blast = ground.blast else { return [] }
            return blast.becameLive.map { .becameLive($0) } + blast.ceasedLive.map { .ceasedLive($0) }
                + blast.unknownLive.map { .unknownLive($0) }
        case .plan: return (ground.verification?.results.indices).map { $0.map { .item($0) } } ?? []
        case .new: return (ground.verification?.newcomers.indices).map { $0.map { .newcomer($0) } } ?? []
        }
    }
}

extension ChangeListing: Hashable {
    static func == (left: ChangeListing, right: ChangeListing) -> Bool {
        left.base == right.base && left.blast == right.blast && left.verification == right.verification
            && left.section == right.section && left.query == right.query && left.sorts == right.sorts
            && left.context == right.context
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(section)
        hasher.combine(query)
        hasher.combine(sorts)
    }
}

extension ChangeListing.FilterContext: Equatable {
    static func == (left: Self, right: Self) -> Bool {
        left.at == right.at && left.remarks == right.remarks
            && left.question == right.question && left.exposureFilter == right.exposureFilter
    }
}

extension Remarks {
    /// The same of what the other evidence has of these entities.
    fileprivate func carried(by diff: InventoryDiff) -> Remarks {
        func carried<Value>(_ values: [Int: Value]) -> [Int: Value] {
            values.reduce(into: [:]) { carried, value in
                if let number = diff.counterpart(ofOld: value.key) { carried[number] = value.value }
            }
        }
        var other = Remarks()
        other.marks = Marks(marks.lazy.compactMap { diff.counterpart(ofOld: $0) })
        other.notes = carried(notes)
        other.judgements = carried(judgements)
        return other
    }
}

/// Which rows a filter leaves: those of which either evidence has something that passes. What is marked, noted, reached
/// and opened is known of the console's own evidence; marks and notes are carried over to the other.
struct ChangeFilter {
    private let ground: ChangeGround
    private let old: RowSet
    private let new: RowSet

    /// Nil when `isCancelled` said so first. O(entities of both).
    init?(_ text: String, _ filter: ChangeListing.FilterContext, _ ground: ChangeGround, _ isCancelled: Cancellation?) {
        self.ground = ground
        let (diff, query) = (ground.diff, (try? Query(parsing: text)) ?? .everything)
        var context = QueryContext(at: filter.at, remarks: filter.remarks, answer: filter.answer)
        if let exposures = filter.exposures { context.know(exposures) }
        let bound = query.bound(to: diff.old, context: context)
        guard let old = bound.matchingRows(isCancelled: isCancelled) else { return nil }
        self.old = old
        guard !query.needsReach, !query.needsExposure else {
            new = RowSet(noneOf: diff.new.entityCount)
            return
        }
        let other = query.bound(
            to: diff.new, context: QueryContext(at: filter.at, remarks: filter.remarks.carried(by: diff), answer: nil))
        guard let new = other.matchingRows(isCancelled: isCancelled) else { return nil }
        self.new = new
    }

    func passes(_ row: ChangeRow) -> Bool {
        ground.entities(of: row).contains { own in
            own.old.map(old.contains) ?? false || own.new.map(new.contains) ?? false
        }
    }
}
