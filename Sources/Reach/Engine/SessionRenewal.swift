import HeapModule
import Inventory

/// Lets sessions that renew one another run on without taking every step.
///
/// A session can be opened again before it ends. Where its far end leads back to its near end over borrowed control and
/// sessions, the rule extends the holding step by step, for as long as that way round stays whole. This jumps to the
/// moment at which the way round that stays whole longest breaks: something on it ends or is cleansed. From there on the
/// rule decides anew, so the jump changes no answer.
///
/// The longest-lasting way is a widest path (Pollack, "The Maximum Capacity Through a Network", 1960), sought backwards
/// from the near end and kept for all its crossings at that moment. Only entities that could ever lie on one cycle are
/// looked at: O(their crossings × log) a moment and near end.
struct SessionRenewal {
    private let terrain: Terrain
    private let rules: CrossingRules
    private let workspace: Workspace
    /// Whether costly crossings may be taken again and again too.
    var allowsCostly = false { didSet { key = nil } }

    /// The near end and the moment that the widths now known are for.
    private var key: (entity: Int, moment: Instant, allowsCostly: Bool)?
    private var touched: [UInt32] = []
    private var open = Heap<Reach>()

    /// An entity, and how long the way from it to the near end stays whole.
    private struct Reach: Comparable {
        let until: Instant
        let entity: UInt32

        static func < (left: Reach, right: Reach) -> Bool {
            left.until == right.until ? left.entity < right.entity : left.until < right.until
        }
    }

    init(_ terrain: Terrain, _ rules: CrossingRules, _ workspace: Workspace) {
        self.terrain = terrain
        self.rules = rules
        self.workspace = workspace
    }

    /// Until when a session over `crossing` from `entity` can be opened, when without renewal that is until `end`;
    /// `limit` is when the relation or its far end is over.
    mutating func extended(
        _ end: Instant, _ crossing: Crossing, _ lingering: Int64, from entity: Int, limit: Instant
    ) -> Instant {
        guard lingering > 0, end < limit, end.isBounded, allowsCostly || crossing.rule & CrossingRules.costly == 0,
            workspace.cycles(of: terrain.rows).areTogether(entity, crossing.target)
        else { return end }
        let last = end.advanced(by: -1)
        let cleansing = terrain.limit(of: crossing.target).nextCleansing(after: last)
        let whole = entity == crossing.target ? .never : width(from: crossing.target, to: entity, at: last)
        return max(end, min(limit, cleansing, whole))
    }

    /// How long control that `source` has at `moment` keeps coming back to `entity`; the beginning of time when it does
    /// not.
    private mutating func width(from source: Int, to entity: Int, at moment: Instant) -> Instant {
        let widths = workspace.widths.rows
        if key?.entity != entity || key?.moment != moment || key?.allowsCostly != allowsCostly {
            forget()
            key = (entity, moment, allowsCostly)
            guard terrain.limit(of: entity).usable.contains(moment) else { return .beginning }
            widths[entity] = Instant.never.seconds
            touched.append(UInt32(entity))
            open.insert(Reach(until: .never, entity: UInt32(entity)))
        }
        // Widest first: once the next is no wider than what is known of the source, that is settled.
        while let next = open.max, next.until.seconds > widths[source] {
            open.removeMax()
            if next.until.seconds == widths[Int(next.entity)] {
                widen(around: Int(next.entity), next.until, at: moment)
            }
        }
        return Instant(widths[source])
    }

    /// Notes for everything that leads to `entity` at `moment` how long it does.
    private mutating func widen(around entity: Int, _ until: Instant, at moment: Instant) {
        let rows = terrain.rows
        let widths = workspace.widths.rows
        let cycles = workspace.cycles(of: rows)
        let limit = terrain.limit(of: entity)
        guard limit.usable.contains(moment) else { return }
        let most = min(until, limit.usable.until, limit.nextCleansing(after: moment))
        let (first, end) = rows.entering(entity)
        for place in first..<end {
            let source = Int(rows.sources[place])
            let relation = rows.relation(entering: place)
            guard source < rows.entityCount, relation < rows.relationCount, cycles.areTogether(source, entity) else {
                continue
            }
            let rule = rules[rows.traits[relation]]
            guard rule != 0, rule & CrossingRules.kept == 0, allowsCostly || rule & CrossingRules.costly == 0 else {
                continue
            }
            let valid = terrain.open(relation)
            guard valid.contains(moment) else { continue }
            let width = min(most, valid.until)
            guard width.seconds > widths[source] else { continue }
            if widths[source] == Instant.beginning.seconds { touched.append(UInt32(source)) }
            widths[source] = width.seconds
            open.insert(Reach(until: width, entity: UInt32(source)))
        }
    }

    /// Blanks what was written into the workspace.
    mutating func forget() {
        workspace.widths.blank(touched)
        touched.removeAll(keepingCapacity: true)
        open = Heap()
        key = nil
    }
}
