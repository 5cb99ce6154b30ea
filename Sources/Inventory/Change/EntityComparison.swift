/// Tells in what two rows that stand for one entity differ. Columns are compared as they lie; texts by their bytes.
struct EntityComparison: Sendable {
    let old: Inventory
    let new: Inventory
    let match: IdentityMatch
    let kinds: KindMatch
    private let texts: TextComparison

    init(_ old: Inventory, _ new: Inventory, _ match: IdentityMatch, _ kinds: KindMatch) {
        self.old = old
        self.new = new
        self.match = match
        self.kinds = kinds
        texts = TextComparison(left: old.texts, right: new.texts)
    }

    /// The fields in which old row `left` and new row `right` differ. O(length of their texts).
    func fields(_ left: Int, _ right: Int) -> EntityFields {
        let (a, b) = (old.entities, new.entities)
        var fields: EntityFields = []
        func note(_ field: EntityFields, _ differs: Bool) { if differs { fields.insert(field) } }
        note(.kind, kinds[a.kind[left]] != b.kind[right])
        note(.name, !texts.areEqual(a.name[left], b.name[right]))
        note(.provider, !texts.areEqual(a.provider[left], b.provider[right]))
        note(.parent, !isSameParent(a.parent[left], b.parent[right]))
        note(.owner, !texts.areEqual(a.owner[left], b.owner[right]))
        note(.privilege, Self.level(a.privilege[left]) != Self.level(b.privilege[right]))
        note(.created, Self.differ(a.created[left], b.created[right]))
        note(.issued, Self.differ(a.issued[left], b.issued[right]))
        note(.rotated, Self.differ(a.rotated[left], b.rotated[right]))
        note(.lastUsed, Self.differ(a.lastUsed[left], b.lastUsed[right]))
        note(.expires, Self.differ(a.expires[left], b.expires[right]))
        note(.revoked, Self.differ(a.revoked[left], b.revoked[right]))
        note(.cleanups, !haveSameCleanups(left, right))
        note(.flags, a.flags[left] != b.flags[right])
        if a.flags[left].union(b.flags[right]).contains(.compromised) {
            note(
                .compromised,
                a.flags[left].intersection(.compromised) != b.flags[right].intersection(.compromised)
                    || a.compromised[left] != b.compromised[right])
        }
        note(.attributes, !haveSameAttributes(left, right))
        return fields
    }

    /// The two ends of time both say that there is none.
    private static func differ(_ left: Instant, _ right: Instant) -> Bool {
        left != right && (left.isBounded || right.isBounded)
    }

    private static func level(_ privilege: UInt8) -> UInt8? {
        privilege <= EntityColumns.highestPrivilege ? privilege : nil
    }

    private func isSameParent(_ left: UInt32, _ right: UInt32) -> Bool {
        guard left != EntityColumns.noParent, right != EntityColumns.noParent else { return left == right }
        return match.newOfOld[Int(left)] == right
    }

    private func haveSameCleanups(_ left: Int, _ right: Int) -> Bool {
        let (mine, others) = (old.cleanups.range(of: left), new.cleanups.range(of: right))
        if mine.isEmpty, others.isEmpty { return true }
        return old.cleanups[left] == new.cleanups[right]
    }

    private func haveSameAttributes(_ left: Int, _ right: Int) -> Bool {
        let (mine, others) = (old.entityAttributes.range(of: left), new.entityAttributes.range(of: right))
        if mine.isEmpty, others.isEmpty { return true }
        if texts.areEqual(old.entityAttributes, mine, new.entityAttributes, others) { return true }
        return Set(old.entity(at: left).attributes) == Set(new.entity(at: right).attributes)
    }
}

extension TextComparison {
    /// Whether two runs of attributes say the same in the same order.
    func areEqual(
        _ left: CompressedRows<AttributeReference>, _ mine: Range<Int>, _ right: CompressedRows<AttributeReference>,
        _ others: Range<Int>
    ) -> Bool {
        guard mine.count == others.count else { return false }
        return zip(mine, others).allSatisfy { one, other in
            areEqual(left.values[one].name, right.values[other].name)
                && areEqual(left.values[one].value, right.values[other].value)
        }
    }
}
