import Inventory

/// Looks for what a new inventory shows of planned remediations.
struct Examination {
    private let diff: InventoryDiff
    private let at: Instant
    /// By when the new inventory was collected at the latest.
    private let existed: Instant
    /// What became of what some entities gave, by their numbers in the new inventory.
    private var narrowings: [Int: Finding.Narrowing] = [:]
    /// The numbers of those that give more in something.
    private var widened: Set<Int> = []
    private let removed: [Int: Silence]
    private let removedRelations: [Int: Silence]
    /// Why what the new inventory only mentions is not there, by its number there.
    private let delistings: [Int: Silence.Basis]

    /// Prepares to look for these entities, by id, and for any relation.
    init(_ diff: InventoryDiff, at: Instant, existed: Instant, entities: [String]) {
        self.diff = diff
        self.at = at
        self.existed = existed
        removed = Self.silences(diff.removed)
        removedRelations = Self.silences(diff.removedRelations)
        delistings = diff.changed.reduce(into: [:]) { $0[$1.new] = $1.delisting }
        for entity in entities.compactMap({ diff.later(id: $0) }) {
            narrowings[entity.index] = Finding.Narrowing()
        }
        weigh()
    }

    private static func silences(_ absences: [InventoryDiff.Absence]) -> [Int: Silence] {
        Dictionary(absences.map { ($0.number, $0.silence) }, uniquingKeysWith: { first, _ in first })
    }

    /// Counts what became of what the entities gave. O(changes + relations of the entities).
    private mutating func weigh() {
        for absence in diff.removedRelations where diff.old.relationTraits[absence.number].gain != .none {
            guard let holder = diff.counterpart(ofOld: diff.old.crossingEnds(absence.number).near) else { continue }
            if absence.silence.isAbsent {
                narrowings[holder]?.lost += 1
            } else {
                narrowings[holder]?.unseen += 1
            }
        }
        for change in diff.changedRelations {
            let direction = diff.direction(of: change)
            guard let holder = diff.counterpart(ofOld: diff.old.crossingEnds(change.old).near) else { continue }
            if direction.isNarrower { narrowings[holder]?.weakened += 1 }
            if direction.isWider { widened.insert(holder) }
        }
        for absence in diff.addedRelations where diff.new.relationTraits[absence.number].gain != .none {
            widened.insert(diff.new.crossingEnds(absence.number).near)
        }
        for change in diff.changed where narrowings[change.new] != nil {
            let (before, after) = (diff.old.entity(at: change.old), diff.new.entity(at: change.new))
            guard let then = before.privilege, let now = after.privilege else { continue }
            if now < then { narrowings[change.new]?.isLessPrivileged = true }
            if now > then { widened.insert(change.new) }
        }
        let new = diff.new
        for entity in narrowings.keys {
            let open = new.control.leaving(entity).count { new.valid(of: new.control.relation(leaving: $0)).until > at }
            narrowings[entity]?.remaining = open
        }
    }

    /// What the new inventory shows of the item.
    func finding(_ item: Verification.Item) -> Finding {
        let found =
            switch item.target {
            case .entity(let id): finding(of: id, decided: item.decided)
            case .relation(let from, let kind, let to): finding(from, kind, to, decided: item.decided)
            }
        if case .unknown = found { return found }
        guard !found.isClosed, let shown = item.shown else { return found }
        return older(item.target, than: shown) ?? found
    }

    /// Why the new inventory shows nothing against what showed earlier that the remediation was carried out; nil where what it
    /// tells of the target is known to be later: by when that was collected, or by a moment that it names.
    private func older(_ target: Verification.Item.Target, than shown: Instant) -> Finding? {
        let collected: Instant?
        var told: [Instant?] = []
        switch target {
        case .entity(let id):
            let entity = diff.later(id: id)
            collected = entity.flatMap { self.collected($0.provenance) }
            told = [entity?.lastUsed, entity?.rotated, entity?.created, entity?.issued]
        case .relation(let from, let kind, let to):
            collected = self.collected(
                diff.laterRelations(from, kind, to).flatMap { diff.new.relation(at: $0).provenance })
        }
        let isLater = (told + [collected]).compactMap { $0 }.contains { $0 >= shown && $0 <= at }
        return isLater ? nil : .unknown(.older(collected, than: shown))
    }

    /// The newest moment at which any of these places was collected.
    private func collected(_ places: [Provenance]) -> Instant? {
        places.compactMap { place in
            diff.new.sources.indices.contains(place.source) ? diff.new.sources[place.source].collected : nil
        }.max()
    }

    private func finding(of id: String, decided: Instant) -> Finding {
        let (before, after) = (diff.old.entity(id: id), diff.later(id: id))
        guard before != nil || after != nil else { return .unknown(.neverSeen) }
        if let entity = after ?? before, let over = over(entity) { return over }
        // Its id counts the versions of its slot: after a rotation it may stand for another credential.
        if let before, before.kind == .token, before.flags.contains(.inferred) {
            return finding(inferred: before, decided: decided)
        }
        guard let after else {
            if let stale = stale(diff.new.collected, decided) { return stale }
            return Self.finding(before.flatMap { removed[$0.index] } ?? .unknown(.list))
        }
        return finding(of: after, before: before, decided: decided)
    }

    private static func finding(_ silence: Silence) -> Finding {
        switch silence {
        case .absent(let basis): .gone(basis)
        case .unknown(let gap): .unknown(.silence(gap))
        }
    }

    /// Whether the entity cannot be used any more, whatever was decided.
    private func over(_ entity: Entity) -> Finding? {
        if let revoked = entity.revoked, revoked <= at { return .revoked(revoked) }
        if let expires = entity.expires, expires <= at { return .expired(expires) }
        return nil
    }

    private func stale(_ collected: Instant?, _ decided: Instant) -> Finding? {
        let latest = min(collected ?? .never, existed)
        return latest < decided ? .unknown(.stale(latest)) : nil
    }

    /// What is shown of an entity that is there.
    private func finding(of entity: Entity, before: Entity?, decided: Instant) -> Finding {
        let since = decided.seconds...max(decided.seconds, at.seconds)
        if let cleaned = entity.cleanups.last(where: { since.contains($0.seconds) }) { return .cleaned(cleaned) }
        if entity.kind == .token || entity.kind == .secret, let rotated = entity.rotated,
            since.contains(rotated.seconds)
        {
            return .rotated(rotated)
        }
        if let made = entity.created ?? entity.issued, since.contains(made.seconds),
            let before, made != (before.created ?? before.issued)
        {
            return .recreated(made)
        }
        let changes =
            entity.cleanups
            + (entity.kind == .token || entity.kind == .secret ? [entity.rotated] : []).compactMap(\.self)
        if let later = changes.filter({ $0 > at && $0 >= decided }).min() { return .unknown(.later(later)) }
        if let basis = delistings[entity.index] { return stale(diff.new.collected, decided) ?? .gone(basis) }
        if entity.flags.contains(.inferred) { return .unknown(.mentioned) }
        if let stale = stale(collected(entity.provenance), decided) { return stale }
        switch entity.kind {
        case .secret: return entity.rotated == nil && entity.created == nil ? .unknown(.untold) : .stillThere
        case .artifact: return .stillThere
        default: return entity.kind.remediation == .disable ? narrowing(of: entity) : .unknown(.untold)
        }
    }

    /// How an identity that is there gives less; still there where it does not.
    private func narrowing(of entity: Entity) -> Finding {
        guard var narrowing = narrowings[entity.index] else { return .stillThere }
        narrowing.isSuspended = entity.isSuspended
        guard narrowing.isSuspended || !widened.contains(entity.index),
            narrowing.isSuspended || narrowing.lost > 0 || narrowing.weakened > 0 || narrowing.isLessPrivileged
        else { return .stillThere }
        return .narrowed(narrowing)
    }

    /// What is shown of a credential that was inferred from the slots that hold it.
    private func finding(inferred token: Entity, decided: Instant) -> Finding {
        let old = diff.old
        let slots = old.incoming(token.index).filter { old.relation(at: $0).kind == .holds }.map {
            old.relation(at: $0).fromIndex
        }
        let findings = slots.map { finding(of: old.entity(at: $0).id, decided: decided) }
        if findings.contains(.stillThere) { return .stillThere }
        guard let slot = slots.first, findings.allSatisfy(\.isClosed) else {
            return findings.first { !$0.isClosed } ?? .unknown(.silence(.inferred))
        }
        return .unknown(.replaced(slot: slot))
    }

    /// What is shown of the relations of a kind between two entities.
    private func finding(_ from: String, _ kind: String, _ to: String, decided: Instant) -> Finding {
        let (before, after) = (
            diff.old.relations(from: from, kind: kind, to: to), diff.laterRelations(from, kind, to)
        )
        guard !after.isEmpty else {
            guard !before.isEmpty else { return .unknown(.neverSeen) }
            if let stale = stale(diff.new.collected, decided) { return stale }
            let silences = before.map { removedRelations[$0] ?? .unknown(.list) }
            return Self.finding(silences.first { !$0.isAbsent } ?? silences[0])
        }
        let open = after.filter { diff.new.valid(of: $0).until > at }
        if open.isEmpty { return .ended(after.map { diff.new.valid(of: $0).until }.max() ?? at) }
        let provenance = open.flatMap { diff.new.relation(at: $0).provenance }
        if let stale = stale(collected(provenance), decided) { return stale }
        let giving = open.filter { diff.new.relationTraits[$0].gain != .none }
        let gave = before.filter { diff.old.relationTraits[$0].gain != .none }
        let isGuardedNow = giving.allSatisfy(diff.new.isGuarded) && !gave.allSatisfy(diff.old.isGuarded)
        guard giving.count < gave.count || isGuardedNow else { return .stillThere }
        var narrowing = Finding.Narrowing()
        narrowing.lost = max(gave.count - giving.count, 0)
        narrowing.weakened = isGuardedNow ? giving.count : 0
        narrowing.remaining = giving.count
        return .narrowed(narrowing)
    }
}

extension Entity {
    /// Whether a source says that it can do nothing until somebody takes that back.
    fileprivate var isSuspended: Bool { attributes.contains { $0.name == "suspended_at" && !$0.value.isEmpty } }
}

extension InventoryDiff {
    /// The numbers that the relations of a kind between two entities have in the new inventory, by the ids of these.
    fileprivate func laterRelations(_ from: String, _ kind: String, _ to: String) -> [Int] {
        guard let near = later(id: from), let far = later(id: to) else { return [] }
        return new.relations(from: near.id, kind: kind, to: far.id)
    }
}
