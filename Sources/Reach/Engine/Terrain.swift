import Inventory

/// The inventory as one question sees it: which crossings are open when, and when each entity can be held.
///
/// Timeless questions see the same terrain with every time at the ends of time, so one engine answers both.
struct Terrain {
    let inventory: Inventory
    /// For each entity the time in which it can be held at all: issued, not expired, not disabled.
    let usable: [Interval]
    /// The moments at which an entity is cleansed, ascending: its holdings end there and may begin anew.
    private let cleansings: [Int: [Instant]]
    /// Relations that end earlier than the inventory says.
    private let severed: [Int: Instant]
    private let guards: Question.Guards
    private let plane: Plane?
    private let evidence: Evidence
    private let timeless: Bool

    /// The terrain of `question`; `rollback` cleanses those entities at that moment as well. O(entities).
    init(_ inventory: Inventory, _ question: Question, rollback: (entities: [Int], at: Instant)? = nil) {
        self.inventory = inventory
        guards = question.guards
        plane = question.plane
        evidence = question.evidence
        timeless = question.timeless

        var usable: [Interval]
        var cleansings: [Int: Set<Instant>] = [:]
        if question.timeless {
            usable = [Interval](repeating: .always, count: inventory.entityCount)
            // Without time there is no "after": what is remediated is not there.
            for remedy in question.remedies { usable[remedy.entity] = Interval(.never, .never) }
        } else {
            usable = (0..<inventory.entityCount).map { inventory.usable(of: $0) }
            for remedy in Self.timedRemedies(inventory, question) {
                switch remedy.means {
                case .disable:
                    let old = usable[remedy.entity]
                    usable[remedy.entity] = Interval(old.from, min(old.until, remedy.at))
                case .cleanse: cleansings[remedy.entity, default: []].insert(remedy.at)
                }
            }
        }
        if let rollback {
            for entity in rollback.entities { cleansings[entity, default: []].insert(rollback.at) }
        }
        self.usable = usable
        self.cleansings = cleansings.mapValues { $0.sorted() }
        severed = Dictionary(
            question.severances.map { ($0.relation, question.timeless ? .beginning : $0.at) }, uniquingKeysWith: min)
    }

    /// What the sources record, what the seeds' ends say and what the question plans.
    private static func timedRemedies(_ inventory: Inventory, _ question: Question) -> [Remedy] {
        let recorded = inventory.recordedCleanups.map { entity, at in
            Remedy(entity: entity, at: at, means: inventory.entity(at: entity).kind.remediation)
        }
        let ended = question.seeds.filter { $0.window.until != .never }.map { seed in
            Remedy(
                entity: seed.entity, at: seed.window.until,
                means: inventory.entity(at: seed.entity).kind.remediation)
        }
        return recorded + ended + question.remedies
    }

    /// The holding that a seed declares, as far as the entity could be held; nil when it never could.
    func holding(of seed: Seed) -> Interval? {
        let declared = (timeless ? .always : seed.window).intersection(usable[seed.entity])
        guard !declared.isEmpty else { return nil }
        return Interval(declared.from, min(declared.until, nextCleansing(of: seed.entity, after: declared.from)))
    }

    /// The first moment after `moment` at which the entity is cleansed. O(log cleansings).
    func nextCleansing(of entity: Int, after moment: Instant) -> Instant {
        guard let own = cleansings[entity] else { return .never }
        let next = own.place { $0 > moment }
        return next < own.count ? own[next] : .never
    }

    /// The moments at which the entity is cleansed, ascending.
    func cleansings(of entity: Int) -> [Instant] { cleansings[entity] ?? [] }

    /// Calls `body` with every crossing that the question allows from `entity`, whenever it is open.
    func forEachCrossing(from entity: Int, _ body: (Crossing) -> Void) {
        for index in inventory.outgoing(entity) {
            visit(index, gain: .forward, to: inventory.relationEnds(index).to, body)
        }
        guard inventory.hasBackwardGain else { return }
        for index in inventory.incoming(entity) {
            visit(index, gain: .backward, to: inventory.relationEnds(index).from, body)
        }
    }

    private func visit(_ index: Int, gain: Gain, to target: Int, _ body: (Crossing) -> Void) {
        let traits = inventory.traits(of: index)
        guard traits.gain == gain, traits.evidence >= evidence else { return }
        if let plane, traits.act.plane != plane { return }
        if guards == .hold, inventory.isGuarded(index) { return }
        var open = timeless ? Interval.always : inventory.valid(of: index)
        if !severed.isEmpty, let end = severed[index] { open = Interval(open.from, min(open.until, end)) }
        guard !open.isEmpty else { return }
        body(Crossing(relation: index, target: target, open: open, act: traits.act, hold: traits.hold))
    }

    /// Whether any guarded relation could be crossed if guards failed.
    var hasGuards: Bool {
        (0..<inventory.relationCount).contains { inventory.isGuarded($0) && inventory.traits(of: $0).gain != .none }
    }
}

/// One relation as the near end's holder sees it.
struct Crossing {
    let relation: Int
    /// The entity that is gained.
    let target: Int
    let open: Interval
    let act: Act
    let hold: Hold

    /// Seconds for which the far end stays held after the near end is lost; nil for what is kept.
    var lingering: Int64? {
        switch hold {
        case .keep: nil
        case .borrow: 0
        case .session(let seconds): Int64(seconds)
        }
    }
}
