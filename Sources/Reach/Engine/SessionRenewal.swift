import Inventory

/// Lets sessions that renew one another run on without taking every step.
///
/// A session can be opened again before it ends. Where its two ends lie on a cycle of borrowed control and sessions, the
/// rule extends the holding step by step, for as long as nothing on the cycle ends. This jumps over those steps to the
/// first moment at which something of the cycle's component begins, ends or is cleansed; from there on the rule decides
/// anew. Until that moment the component is the same at every instant, so the jump changes no answer.
struct SessionRenewal {
    private let terrain: Terrain
    private let cycles: CycleCrossings
    /// Components when time is left out of account: what could ever lie on one cycle.
    private var everComponents = StrongComponents()
    private var segments: [Int: Segments] = [:]

    /// What happens in one component over time: between two events nothing changes.
    private struct Segments {
        let events: [Instant]
        /// For a stretch between events, the component of each member in that stretch; filled in when needed.
        var components: [Int: StrongComponents] = [:]
    }

    /// `isFree` says which crossings may be taken again and again without cost; the others break a cycle.
    init(terrain: Terrain, isFree: @escaping (Crossing) -> Bool) {
        self.terrain = terrain
        cycles = CycleCrossings(terrain: terrain, isFree: isFree)
    }

    /// Until when a session over `crossing` from `entity` can be opened, when without renewal that is until `end`.
    mutating func extended(_ end: Instant, _ crossing: Crossing, from entity: Int) -> Instant {
        let cycles = cycles
        guard end.isBounded, let lingering = crossing.lingering, lingering > 0, cycles.isFree(crossing) else {
            return end
        }
        let limit = min(crossing.open.until, terrain.usable[crossing.target].until)
        guard end < limit else { return end }
        let ever = everComponents.component(of: crossing.target) { cycles.targets(of: $0, at: nil) }
        guard everComponents.component(of: entity, targets: { cycles.targets(of: $0, at: nil) }) == ever else {
            return end
        }
        let last = end.advanced(by: -1)
        var segments = segments[ever] ?? Segments(events: cycles.events(of: everComponents.members(of: ever)))
        let segment = segments.events.place { $0 > last }
        var now = segments.components[segment] ?? StrongComponents()
        let together =
            now.component(of: crossing.target) { cycles.targets(of: $0, at: last) }
            == now.component(of: entity) { cycles.targets(of: $0, at: last) }
        segments.components[segment] = now
        self.segments[ever] = segments
        guard together else { return end }
        let change = segment < segments.events.count ? segments.events[segment] : .never
        return max(end, min(change, limit))
    }
}

/// The crossings that control can go round on: borrowed control and sessions.
private struct CycleCrossings {
    let terrain: Terrain
    let isFree: (Crossing) -> Bool

    /// Where control goes from `entity` on a cycle: at `moment`, or at any time.
    func targets(of entity: Int, at moment: Instant?) -> [Int] {
        var targets: [Int] = []
        if let moment, !terrain.usable[entity].contains(moment) { return [] }
        terrain.forEachCrossing(from: entity) { crossing in
            guard crossing.lingering != nil, isFree(crossing) else { return }
            if let moment {
                guard crossing.open.contains(moment), terrain.usable[crossing.target].contains(moment) else { return }
            }
            targets.append(crossing.target)
        }
        return targets
    }

    /// Every moment at which something of the component begins, ends or is cleansed, ascending.
    func events(of members: [Int]) -> [Instant] {
        let inside = Set(members)
        var events: Set<Instant> = []
        for member in members {
            events.formUnion([terrain.usable[member].from, terrain.usable[member].until])
            events.formUnion(terrain.cleansings(of: member))
            terrain.forEachCrossing(from: member) { crossing in
                guard crossing.lingering != nil, isFree(crossing), inside.contains(crossing.target) else { return }
                events.formUnion([crossing.open.from, crossing.open.until])
            }
        }
        return events.filter(\.isBounded).sorted()
    }
}
