/// Which entity of one inventory is which of another: those that have one id, to the byte, and a runner that one of them
/// lists and the other knows only by its runs.
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
        pairRunners(old, new)
    }

    /// A runner that its owner no longer lists is placed in the repository whose runs tell of it: nothing else tells whose it
    /// is. Where the other inventory lists one with that number and name for the owner, it is this one. O(entities).
    private mutating func pairRunners(_ old: Inventory, _ new: Inventory) {
        for (mention, listed) in new.runnersByTheirRuns(in: old) where oldOfNew[mention] == Self.none {
            pair(listed, mention)
        }
        for (mention, listed) in old.runnersByTheirRuns(in: new) where newOfOld[mention] == Self.none {
            pair(mention, listed)
        }
    }

    private mutating func pair(_ left: Int, _ right: Int) {
        guard newOfOld[left] == Self.none, oldOfNew[right] == Self.none else { return }
        newOfOld[left] = UInt32(right)
        oldOfNew[right] = UInt32(left)
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

extension Inventory {
    /// The runners that only their runs tell of, each with the one that the other inventory lists for the owner of its
    /// repository under the same number and name: `HOST/OWNER/REPOSITORY/runners/N` with `HOST/OWNER/runners/N`.
    fileprivate func runnersByTheirRuns(in other: Inventory) -> [(mention: Int, listed: Int)] {
        (0..<entityCount).compactMap { row in
            guard entities.kind[row] == .runner, entities.flags[row].contains(.inferred) else { return nil }
            var parts = entity(at: row).id.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 5, parts[3] == "runners" else { return nil }
            parts.remove(at: 2)
            guard let listed = other.entity(id: parts.joined(separator: "/")), listed.kind == .runner,
                !listed.flags.contains(.inferred), listed.name == entity(at: row).name
            else { return nil }
            return (row, listed.index)
        }
    }
}
