/// Tells what became of the relations that leave an entity. Relations between the same two ends that say the same
/// cancel each other; of those that remain, as many as there are on both sides count as changed.
struct RelationComparison {
    private let old: Inventory
    private let new: Inventory
    private let match: IdentityMatch
    private let kinds: KindMatch
    private let texts: TextComparison

    private(set) var added: [Int] = []
    private(set) var removed: [Int] = []
    private(set) var changed: [RelationChange] = []

    init(_ old: Inventory, _ new: Inventory, _ match: IdentityMatch, _ kinds: KindMatch) {
        self.old = old
        self.new = new
        self.match = match
        self.kinds = kinds
        texts = TextComparison(left: old.texts, right: new.texts)
    }

    /// Compares all relations; `check` throws when nobody wants to know any more. O(relations) where little changed, else
    /// O(relations × log of those of one entity).
    mutating func compareAll<Failure: Error>(check: () throws(Failure) -> Void) throws(Failure) {
        for left in 0..<old.entityCount {
            if left.isMultiple(of: InventoryDiff.stride) { try check() }
            let right = match.newOfOld[left]
            if right == IdentityMatch.none {
                removed += old.outgoing(left)
            } else {
                compare(old.outgoing(left), new.outgoing(Int(right)))
            }
        }
        for right in 0..<new.entityCount where match.oldOfNew[right] == IdentityMatch.none {
            added += new.outgoing(right)
        }
    }

    private mutating func compare(_ mine: Range<Int>, _ others: Range<Int>) {
        if mine.count == others.count, zip(mine, others).allSatisfy(areSame) { return }
        var left: [Row] = []
        for relation in mine {
            let far = match.newOfOld[Int(old.relations.to[relation])]
            if far != IdentityMatch.none, let kind = kinds[old.relations.kind[relation]] {
                left.append(Row(far, kind, old.relation(at: relation)))
            } else {
                removed.append(relation)
            }
        }
        var right = others.map { Row(new.relations.to[$0], new.relations.kind[$0], new.relation(at: $0)) }
        left.sort(by: Row.precedes)
        right.sort(by: Row.precedes)
        var (lefts, rights) = (left[...], right[...])
        while let one = lefts.first, let other = rights.first {
            if one.key == other.key {
                let (ours, theirs) = (lefts.prefix { $0.key == one.key }, rights.prefix { $0.key == one.key })
                pair(ours, theirs)
                (lefts, rights) = (lefts.dropFirst(ours.count), rights.dropFirst(theirs.count))
            } else if one.key < other.key {
                removed.append(one.number)
                lefts = lefts.dropFirst()
            } else {
                added.append(other.number)
                rights = rights.dropFirst()
            }
        }
        removed += lefts.map(\.number)
        added += rights.map(\.number)
    }

    /// Relations of one kind between two ends, on both sides in one order.
    private mutating func pair(_ ours: ArraySlice<Row>, _ theirs: ArraySlice<Row>) {
        var (mine, others) = (ours, theirs)
        var (left, right): ([Row], [Row]) = ([], [])
        while let one = mine.first, let other = others.first {
            if one.says(other) {
                note(one.number, other.number)
                (mine, others) = (mine.dropFirst(), others.dropFirst())
            } else if Row.precedes(one, other) {
                left.append(one)
                mine = mine.dropFirst()
            } else {
                right.append(other)
                others = others.dropFirst()
            }
        }
        left += mine
        right += others
        for (one, other) in zip(left, right) { note(one.number, other.number) }
        removed += left.dropFirst(right.count).map(\.number)
        added += right.dropFirst(left.count).map(\.number)
    }

    private mutating func note(_ left: Int, _ right: Int) {
        let fields = fields(left, right)
        if !fields.isEmpty { changed.append(RelationChange(old: left, new: right, fields: fields)) }
    }

    /// Whether both rows are one relation, unchanged.
    private func areSame(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (old.relations, new.relations)
        return match.newOfOld[Int(a.to[left])] == b.to[right] && kinds[a.kind[left]] == b.kind[right]
            && fields(left, right).isEmpty
    }

    private func fields(_ left: Int, _ right: Int) -> RelationFields {
        let (a, b) = (old.relations, new.relations)
        var fields: RelationFields = []
        func note(_ field: RelationFields, _ differs: Bool) { if differs { fields.insert(field) } }
        note(.from, a.valid[left].from != b.valid[right].from)
        note(.until, a.valid[left].until != b.valid[right].until)
        let (mine, others) = (a.traits[left], b.traits[right])
        if mine != others || mine.isSession {
            let (one, other) = (old.traits(of: left), new.traits(of: right))
            note(.gain, one.gain != other.gain)
            note(.act, one.act != other.act)
            note(.hold, one.hold != other.hold)
            note(.evidence, one.evidence != other.evidence)
        }
        if mine.isGuarded || others.isGuarded {
            note(.guard, old.relation(at: left).guard != new.relation(at: right).guard)
        }
        let (ours, theirs) = (old.relationAttributes.range(of: left), new.relationAttributes.range(of: right))
        if !ours.isEmpty || !theirs.isEmpty,
            !texts.areEqual(old.relationAttributes, ours, new.relationAttributes, theirs)
        {
            note(
                .attributes,
                Set(old.relation(at: left).attributes) != Set(new.relation(at: right).attributes))
        }
        return fields
    }
}

/// A relation that leaves an entity, in the numbers of the new inventory, with what parallel ones differ in.
private struct Row {
    /// The far end and the kind.
    let key: UInt64
    let valid: Interval
    let traits: UInt16
    let sessionSeconds: UInt32
    let `guard`: String
    let number: Int

    init(_ far: UInt32, _ kind: RelationKind, _ relation: Relation) {
        let (inventory, index) = (relation.inventory, relation.index)
        key = UInt64(far) << 16 | UInt64(kind.rawValue)
        valid = inventory.relations.valid[index]
        let packed = inventory.relations.traits[index]
        traits = packed.bits
        sessionSeconds = packed.isSession ? inventory.sessionSeconds(of: index) : 0
        `guard` = packed.isGuarded ? relation.guard ?? "" : ""
        number = index
    }

    private var order: (UInt64, Instant, Instant, UInt16, UInt32) {
        (key, valid.from, valid.until, traits, sessionSeconds)
    }

    static func precedes(_ left: Row, _ right: Row) -> Bool {
        left.order == right.order ? left.guard < right.guard : left.order < right.order
    }

    /// Whether both say the same, their attributes left out of account.
    func says(_ other: Row) -> Bool { order == other.order && `guard` == other.guard }
}
