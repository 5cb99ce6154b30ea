/// What became of an estate between two inventories of it: entities and relations that came, went or changed.
///
/// Entities are told apart by their ids, and by what ``IdentityMatch`` says besides. What only one inventory has may be there all the same, where the other
/// one did not look: ``InventoryDiff/removed`` and ``InventoryDiff/added`` say of each what its absence means.
///
/// O(entities + relations) where little changed; no text is made for what is the same on both sides.
public struct InventoryDiff: Sendable {
    /// The inventory that was first.
    public let old: Inventory
    /// The inventory that came after it.
    public let new: Inventory
    /// Which entity is which.
    let match: IdentityMatch
    /// What the new inventory can tell of what only the old one has.
    let newCoverage: Coverage
    /// What the old inventory can tell of what only the new one has.
    let oldCoverage: Coverage

    /// What only one inventory has, and what the silence of the other one means.
    public struct Absence: Hashable, Sendable {
        /// Its number in the inventory that has it.
        public let number: Int
        /// What the other inventory's silence means.
        public let silence: Silence
    }

    /// Entities that only the old inventory has, by id.
    public let removed: [Absence]
    /// Entities that only the new inventory has, by id.
    public let added: [Absence]
    /// Entities that both have and tell differently, by id.
    public let changed: [EntityChange]
    /// Relations that only the old inventory has, by the ids of their ends.
    public let removedRelations: [Absence]
    /// Relations that only the new inventory has, by the ids of their ends.
    public let addedRelations: [Absence]
    /// Relations that both have and tell differently, by the ids of their ends.
    public let changedRelations: [RelationChange]

    /// Compares two inventories.
    public init(old: Inventory, new: Inventory) {
        self.init(old: old, new: new) { (_: Double) throws(Never) in }
    }

    /// The same for an asker who may lose patience: `check` is told the part that is done, 0 to 1, and throws when the
    /// answer is no longer wanted.
    public init<Failure: Error>(
        old: Inventory, new: Inventory, check: (Double) throws(Failure) -> Void
    ) throws(Failure) {
        self.old = old
        self.new = new
        let match = IdentityMatch(old, new)
        let kinds = KindMatch(old, new)
        self.match = match
        try check(0.1)
        var relations = RelationComparison(old, new, match, kinds)
        try relations.compareAll { () throws(Failure) in try check(0.1) }

        let newCoverage = Coverage(of: new, about: old, match)
        let oldCoverage = newCoverage.reversed
        (self.newCoverage, self.oldCoverage) = (newCoverage, oldCoverage)
        removed = try Self.absences(Self.missing(old, match.newOfOld), newCoverage) { () throws(Failure) in
            try check(0.4)
        }
        added = try Self.absences(Self.missing(new, match.oldOfNew), oldCoverage) { () throws(Failure) in
            try check(0.6)
        }
        let (gone, come) = (Self.silences(removed), Self.silences(added))
        removedRelations = old.byEnds(relations.removed).map {
            Absence(number: $0, silence: newCoverage.silence(aboutRelation: $0) { gone[$0] })
        }
        try check(0.8)
        addedRelations = new.byEnds(relations.added).map {
            Absence(number: $0, silence: oldCoverage.silence(aboutRelation: $0) { come[$0] })
        }
        try check(0.9)
        let entities = EntityComparison(old, new, match, kinds)
        changed = new.byID.compactMap { right in
            let left = match.oldOfNew[Int(right)]
            guard left != IdentityMatch.none else { return nil }
            let fields = entities.fields(Int(left), Int(right))
            guard !fields.isEmpty else { return nil }
            let delisting =
                fields.isDisjoint(with: .saying)
                ? nil : newCoverage.delisting(of: Int(left), mentionedAs: Int(right))
            return EntityChange(old: Int(left), new: Int(right), fields: fields, delisting: delisting)
        }
        let order = Dictionary(
            new.byEnds(relations.changed.map(\.new)).enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
        changedRelations = relations.changed.sorted { order[$0.new, default: 0] < order[$1.new, default: 0] }
    }

    /// How often an asker who may lose patience is asked.
    static let stride = 4_096

    private static func absences<Failure: Error>(
        _ missing: [Int], _ coverage: Coverage, check: () throws(Failure) -> Void
    ) throws(Failure) -> [Absence] {
        if missing.isEmpty { return [] }
        var survey = SilenceSurvey(coverage)
        var absences: [Absence] = []
        absences.reserveCapacity(missing.count)
        for (place, number) in missing.enumerated() {
            if place.isMultiple(of: stride) { try check() }
            absences.append(Absence(number: number, silence: survey.silence(about: number)))
        }
        return absences
    }

    private static func missing(_ inventory: Inventory, _ others: [UInt32]) -> [Int] {
        inventory.byID.lazy.filter { others[Int($0)] == IdentityMatch.none }.map { Int($0) }
    }

    private static func silences(_ absences: [Absence]) -> [Int: Silence] {
        Dictionary(absences.map { ($0.number, $0.silence) }, uniquingKeysWith: { one, _ in one })
    }

    /// Whether both inventories say the same.
    public var isEmpty: Bool {
        removed.isEmpty && added.isEmpty && changed.isEmpty && removedRelations.isEmpty && addedRelations.isEmpty
            && changedRelations.isEmpty
    }

    /// The number that an entity of the old inventory has in the new one; nil where it is not there. O(1).
    public func counterpart(ofOld entity: Int) -> Int? {
        match.newOfOld[entity] == IdentityMatch.none ? nil : Int(match.newOfOld[entity])
    }

    /// The entity that the old inventory has under this id, or else the new one, as the new one tells it; nil where it is not
    /// there.
    public func later(id: String) -> Entity? {
        guard let entity = old.entity(id: id) else { return new.entity(id: id) }
        return counterpart(ofOld: entity.index).map { new.entity(at: $0) }
    }

    /// The number that an entity of the new inventory has in the old one; nil where it is not there. O(1).
    public func counterpart(ofNew entity: Int) -> Int? {
        match.oldOfNew[entity] == IdentityMatch.none ? nil : Int(match.oldOfNew[entity])
    }
}

extension Inventory {
    /// These relations in the order of the ids of their near ends, then their kinds' names, then the ids of their far
    /// ends, then their times; the same whatever numbers they have.
    fileprivate func byEnds(_ relations: [Int]) -> [Int] {
        let names = RelationTable.names + importedRelations
        var kindRanks = [Int](repeating: 0, count: names.count)
        for (rank, kind) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() { kindRanks[kind] = rank }
        let keys = relations.map { relation in
            let kind = Int(self.relations.kind[relation].rawValue)
            return RelationPlace(
                near: idRanks[Int(self.relations.from[relation])],
                kind: kind < kindRanks.count ? kindRanks[kind] : kind,
                far: idRanks[Int(self.relations.to[relation])], valid: self.relations.valid[relation], number: relation)
        }
        return keys.sorted(by: RelationPlace.precedes).map(\.number)
    }
}

extension EntityFields {
    /// What differs where one side only mentions the entity.
    fileprivate static let saying: EntityFields = [
        .created, .issued, .rotated, .lastUsed, .expires, .revoked, .privilege, .owner, .attributes, .flags,
    ]
}

/// Where a relation stands among others.
private struct RelationPlace {
    let near: UInt32
    let kind: Int
    let far: UInt32
    let valid: Interval
    let number: Int

    static func precedes(_ left: RelationPlace, _ right: RelationPlace) -> Bool {
        (left.near, left.kind, left.far, left.valid.from, left.valid.until, left.number)
            < (right.near, right.kind, right.far, right.valid.from, right.valid.until, right.number)
    }
}
