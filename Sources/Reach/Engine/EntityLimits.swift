import Inventory

/// When an entity can be held, where that is not always.
struct EntityLimit: Sendable {
    /// Issued, not expired, not disabled.
    var usable = Interval.always
    /// The moments at which it is cleansed, ascending: its holdings end there and may begin anew.
    var cleansings: ArraySlice<Instant> = []

    /// The first moment after `moment` at which it is cleansed. O(log cleansings).
    func nextCleansing(after moment: Instant) -> Instant {
        let next = cleansings.place { $0 > moment }
        return next < cleansings.endIndex ? cleansings[next] : .never
    }
}

/// The limits of the entities that have any. Most have none, and cost a bit.
final class EntityLimits: Sendable {
    /// Something that limits one entity from a moment on.
    struct Change {
        let entity: UInt32
        let at: Instant
        let means: Remediation
    }

    /// The entities that have limits.
    let entities: EntitySet
    private let usable: [Interval]
    /// For each of them where its cleansings start; one more than there are.
    private let starts: [UInt32]
    private let cleansings: [Instant]

    /// Limits of `members`, ascending, each with what it has.
    private init(universe: Int, _ members: [UInt32], limit: (UInt32) -> EntityLimit) {
        var usable: [Interval] = []
        var starts: [UInt32] = [0]
        var cleansings: [Instant] = []
        usable.reserveCapacity(members.count)
        starts.reserveCapacity(members.count + 1)
        for member in members {
            let own = limit(member)
            usable.append(own.usable)
            cleansings += own.cleansings
            starts.append(UInt32(cleansings.count))
        }
        entities = EntitySet(universe: universe, members)
        self.usable = usable
        self.starts = starts
        self.cleansings = cleansings
    }

    /// Whether any of them is cleansed at some moment.
    var hasCleansings: Bool { !cleansings.isEmpty }

    /// The limit of the entity; nil when it has none here. O(1).
    subscript(entity: Int) -> EntityLimit? {
        guard let place = entities.place(of: entity) else { return nil }
        return EntityLimit(usable: usable[place], cleansings: cleansings[Int(starts[place])..<Int(starts[place + 1])])
    }
}

extension EntityLimits {
    /// No limits at all.
    static func none(universe: Int) -> EntityLimits { EntityLimits(universe: universe, []) { _ in EntityLimit() } }

    /// What the sources say: issue, expiry, revocation and clean-ups. O(entities).
    convenience init(recordedIn inventory: Inventory) {
        var members: [UInt32] = []
        var usable: [Interval] = []
        for entity in 0..<inventory.entityCount {
            let own = inventory.usable(of: entity)
            if own == .always { continue }
            members.append(UInt32(entity))
            usable.append(own)
        }
        var next = 0
        let expiring = EntityLimits(universe: inventory.entityCount, members) { _ in
            defer { next += 1 }
            return EntityLimit(usable: usable[next])
        }
        let cleanups = inventory.recordedCleanups.map { entity, at in
            Change(entity: UInt32(entity), at: at, means: inventory.entityKinds[entity].remediation)
        }
        self.init(changing: expiring, keepingOthers: true, universe: inventory.entityCount, cleanups)
    }

    /// The limits in `known` of the entities that `changes` name, with those changes; `keepingOthers` keeps the rest too.
    convenience init(changing known: EntityLimits, keepingOthers: Bool, universe: Int, _ changes: [Change]) {
        let sorted = changes.sorted { ($0.entity, $0.at) < ($1.entity, $1.at) }
        var members = sorted.map(\.entity)
        if keepingOthers { members += known.entities }
        let changed = EntitySet(universe: universe, members)
        var next = 0
        self.init(universe: universe, Array(changed)) { entity in
            var limit = known[Int(entity)] ?? EntityLimit()
            var moments = Array(limit.cleansings)
            let first = next
            while next < sorted.count, sorted[next].entity == entity {
                let change = sorted[next]
                next += 1
                switch change.means {
                case .disable: limit.usable = Interval(limit.usable.from, min(limit.usable.until, change.at))
                case .cleanse: moments.append(change.at)
                }
            }
            if next > first, moments.count > 1 { moments = Set(moments).sorted() }
            limit.cleansings = moments[...]
            return limit
        }
    }

    /// Entities that are not there at all. O(universe / 64 + members).
    convenience init(absent members: [UInt32], universe: Int) {
        self.init(universe: universe, Array(EntitySet(universe: universe, members))) { _ in
            EntityLimit(usable: Interval(.never, .never))
        }
    }
}
