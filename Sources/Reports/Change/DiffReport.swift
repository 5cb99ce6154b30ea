import Inventory
import PlainText
import Reach

/// What became of an estate between two inventories, for standard output.
public struct DiffReport {
    let diff: InventoryDiff
    let blast: BlastChange?

    /// A report on `diff`; with `blast` the blast radius then and now.
    public init(_ diff: InventoryDiff, blast: BlastChange? = nil) {
        self.diff = diff
        self.blast = blast
    }

    /// How often each change occurs, among entities or among relations.
    struct Counts {
        var added = 0
        var removed = 0
        var changed = 0
        var delisted = 0
        var onlyInOld = 0
        var onlyInNew = 0

        init(_ removed: [InventoryDiff.Absence], _ added: [InventoryDiff.Absence], changed: Int, delisted: Int = 0) {
            self.removed = removed.count(where: \.silence.isAbsent)
            self.added = added.count(where: \.silence.isAbsent)
            self.changed = changed - delisted
            self.delisted = delisted
            onlyInOld = removed.count - self.removed
            onlyInNew = added.count - self.added
        }

        var json: JSONText {
            .object([
                ("added", JSONText(added)), ("removed", JSONText(removed)), ("changed", JSONText(changed)),
                ("delisted", JSONText(delisted)), ("only_in_old", JSONText(onlyInOld)),
                ("only_in_new", JSONText(onlyInNew)),
            ])
        }
    }

    var entityCounts: Counts {
        Counts(
            diff.removed, diff.added, changed: diff.changed.count,
            delisted: diff.changed.count { $0.delisting != nil })
    }
    var relationCounts: Counts {
        Counts(diff.removedRelations, diff.addedRelations, changed: diff.changedRelations.count)
    }

    /// `firebreak.diff/1`, in pieces: see docs/json.md.
    public func writeJSON(to write: @escaping (String) -> Void) {
        var pieces = TextPieces(write)
        pieces.append(
            head: [
                ("schema", "firebreak.diff/1"), ("same", .bool(diff.isEmpty)), ("old", .side(diff.old)),
                ("new", .side(diff.new)),
                ("counts", .object([("entities", entityCounts.json), ("relations", relationCounts.json)])),
                ("widened", .array(diff.widenedEntities.map { .brief(diff.new.entity(at: $0)) })),
                ("blast", blast.map { $0.json(diff) } ?? .null),
            ], list: "entities")
        var isFirst = true
        func add(_ value: JSONText) {
            if !isFirst { pieces.append(",") }
            isFirst = false
            pieces.append(value)
        }
        for absence in diff.removed { add(entity(absence, .new(diff), isRemoval: true)) }
        for absence in diff.added { add(entity(absence, .old(diff), isRemoval: false)) }
        for change in diff.changed { add(entity(change)) }
        pieces.append("],\"relations\":[")
        isFirst = true
        for absence in diff.removedRelations { add(relation(absence, .new(diff), isRemoval: true)) }
        for absence in diff.addedRelations { add(relation(absence, .old(diff), isRemoval: false)) }
        for change in diff.changedRelations { add(relation(change)) }
        pieces.append("]}\n")
        pieces.flush()
    }

    /// The same as one text.
    public var json: String {
        var text = ""
        writeJSON { text += $0 }
        return text
    }

    /// What a side alone has, in a word: that the other side would have it is a finding, that it does not tell of it is
    /// none.
    static func change(_ silence: Silence, isRemoval: Bool) -> String {
        silence.isAbsent ? (isRemoval ? "removed" : "added") : isRemoval ? "only_in_old" : "only_in_new"
    }

    private func entity(
        _ absence: InventoryDiff.Absence, _ witnesses: SilenceWitnesses, isRemoval: Bool
    ) -> JSONText {
        let entity = witnesses.teller.entity(at: absence.number)
        return .object([
            ("change", JSONText(Self.change(absence.silence, isRemoval: isRemoval))), ("id", JSONText(entity.id)),
            ("kind", JSONText(entity.kindName)), ("name", JSONText(entity.name)), ("direction", .null),
            ("fields", .array([])), ("reason", JSONText(absence.silence.name)),
            ("why", JSONText(witnesses.words(absence.silence))),
        ])
    }

    private func entity(_ change: EntityChange) -> JSONText {
        let entity = diff.new.entity(at: change.new)
        return .object([
            ("change", change.delisting == nil ? "changed" : "delisted"), ("id", JSONText(entity.id)),
            ("kind", JSONText(entity.kindName)),
            ("name", JSONText(entity.name)), ("direction", JSONText(diff.direction(of: change).rawValue)),
            ("fields", .array(FieldChange.all(change, in: diff).map(\.json))),
            ("reason", JSONText(change.delisting.map { Silence.absent($0).name })),
            ("why", JSONText(change.delisting.map(SilenceWitnesses.new(diff).words))),
        ])
    }

    private func relation(
        _ absence: InventoryDiff.Absence, _ witnesses: SilenceWitnesses, isRemoval: Bool
    ) -> JSONText {
        let isWider = !isRemoval && absence.silence.isAbsent && diff.widensScope(added: absence.number)
        var members: [(String, JSONText)] = []
        members.append(("change", JSONText(Self.change(absence.silence, isRemoval: isRemoval))))
        members += JSONText.ends(witnesses.teller.relation(at: absence.number))
        members.append(("direction", isWider ? "widened" : .null))
        members.append(("fields", .array([])))
        members.append(("reason", JSONText(absence.silence.name)))
        members.append(("why", JSONText(witnesses.words(absence.silence))))
        return .object(members)
    }

    private func relation(_ change: RelationChange) -> JSONText {
        var members: [(String, JSONText)] = [("change", "changed")]
        members += JSONText.ends(diff.new.relation(at: change.new))
        members.append(("direction", JSONText(diff.direction(of: change).rawValue)))
        members.append(("fields", .array(FieldChange.all(change, in: diff).map(\.json))))
        members.append(("reason", .null))
        members.append(("why", .null))
        return .object(members)
    }
}

extension JSONText {
    /// One of two inventories: how much it has, and when it was collected.
    static func side(_ inventory: Inventory) -> JSONText {
        .object([
            ("entities", JSONText(inventory.entityCount)), ("relations", JSONText(inventory.relationCount)),
            ("collected_at", JSONText(inventory.collected)),
        ])
    }

    /// The ends of a relation, its kind, its plane and its time; no plane where it gives no control.
    fileprivate static func ends(_ relation: Relation) -> [(String, JSONText)] {
        let traits = relation.traits
        return [
            ("from", .brief(relation.from)), ("relation", JSONText(relation.kindName)), ("to", .brief(relation.to)),
            ("plane", traits.gain == .none ? .null : JSONText(traits.act.plane.rawValue)),
            ("from_time", JSONText(relation.valid.from)), ("until_time", JSONText(relation.valid.until)),
        ]
    }
}
