/// Which entity of one inventory is which of another: those that have one id, to the byte.
struct IdentityMatch: Sendable {
    /// Stands for an entity that the other inventory does not have.
    static let none = UInt32.max

    /// For each entity of the old inventory its number in the new one.
    private(set) var newOfOld: [UInt32]
    /// For each entity of the new inventory its number in the old one.
    private(set) var oldOfNew: [UInt32]

    /// Walks both inventories at once in the order of their ids: O(entities of both), two ids compared a step.
    init(_ old: Inventory, _ new: Inventory) {
        newOfOld = [UInt32](repeating: Self.none, count: old.entityCount)
        oldOfNew = [UInt32](repeating: Self.none, count: new.entityCount)
        let texts = TextComparison(left: old.texts, right: new.texts)
        var (left, right) = (0, 0)
        while left < old.byID.count, right < new.byID.count {
            let (mine, other) = (old.byID[left], new.byID[right])
            let order = texts.order(old.entities.id[Int(mine)], new.entities.id[Int(other)])
            if order == 0 {
                newOfOld[Int(mine)] = other
                oldOfNew[Int(other)] = mine
            }
            if order <= 0 { left += 1 }
            if order >= 0 { right += 1 }
        }
    }

    /// The same, seen from the other side.
    var reversed: IdentityMatch {
        var match = self
        (match.newOfOld, match.oldOfNew) = (oldOfNew, newOfOld)
        return match
    }
}

/// Which kind of one inventory is which of another: those of the vocabulary have one number everywhere, imported ones
/// meet by their names.
struct KindMatch: Sendable {
    private let entityKinds: [EntityKind?]
    private let relationKinds: [RelationKind?]

    /// O(kinds of both).
    init(_ old: Inventory, _ new: Inventory) {
        let entityNumbers = Self.numbers(new.importedKinds, after: EntityKind.table.count)
        entityKinds =
            EntityKind.table.map(\.kind) + old.importedKinds.map { entityNumbers[$0].map(EntityKind.init(rawValue:)) }
        let relationNumbers = Self.numbers(new.importedRelations, after: RelationTable.names.count)
        relationKinds =
            RelationTable.names.indices.map { RelationKind(rawValue: UInt16($0)) }
            + old.importedRelations.map { relationNumbers[$0].map(RelationKind.init(rawValue:)) }
    }

    private static func numbers(_ names: [String], after vocabulary: Int) -> [String: UInt16] {
        let numbered = names.enumerated().map { ($1, UInt16(clamping: vocabulary + $0)) }
        return Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    }

    /// The new inventory's number of an old kind; nil when it does not have it.
    subscript(kind: EntityKind) -> EntityKind? {
        Int(kind.rawValue) < entityKinds.count ? entityKinds[Int(kind.rawValue)] : nil
    }

    /// The new inventory's number of an old kind; nil when it does not have it.
    subscript(kind: RelationKind) -> RelationKind? {
        Int(kind.rawValue) < relationKinds.count ? relationKinds[Int(kind.rawValue)] : nil
    }
}
