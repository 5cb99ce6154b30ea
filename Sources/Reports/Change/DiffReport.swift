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
    public struct Counts: Equatable, Sendable {
        /// Only the new inventory has them, and the old one would have told of them.
        public internal(set) var added = 0
        /// Only the old inventory has them, and the new one would have told of them.
        public internal(set) var removed = 0
        /// Both have them and tell them differently.
        public internal(set) var changed = 0
        /// The new inventory only mentions them, and no longer lists them.
        public internal(set) var delisted = 0
        /// Only the old inventory has them, and whether they are there cannot be known.
        public internal(set) var onlyInOld = 0
        /// Only the new inventory has them, and whether they were there cannot be known.
        public internal(set) var onlyInNew = 0

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

    /// How often each change occurs among entities. O(changes).
    public var entityCounts: Counts {
        Counts(
            diff.removed, diff.added, changed: diff.changed.count,
            delisted: diff.changed.count { $0.delisting != nil })
    }
    /// How often each change occurs among relations. O(changes).
    public var relationCounts: Counts {
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
        for change in diff.entityChanges { entity(change).map(add) }
        pieces.append("],\"relations\":[")
        isFirst = true
        for change in diff.relationChanges { relation(change).map(add) }
        pieces.append("]}\n")
        pieces.flush()
    }

    /// The same as one text.
    public var json: String {
        var text = ""
        writeJSON { text += $0 }
        return text
    }

    private func entity(_ change: InventoryDiff.Change) -> JSONText? {
        let (before, after) = diff.entity(of: change)
        guard let entity = after.map(diff.new.entity(at:)) ?? before.map(diff.old.entity(at:)) else { return nil }
        return .object(
            [("change", JSONText(ChangeWords(diff).name(change)))] + JSONText.naming(entity) + account(of: change))
    }

    private func relation(_ change: InventoryDiff.Change) -> JSONText? {
        guard let relation = diff.relation(of: change) else { return nil }
        return .object(
            [("change", JSONText(ChangeWords(diff).name(change)))] + JSONText.ends(relation) + account(of: change))
    }

    /// Which way a change goes, in which fields, and why it is known that something came or went.
    private func account(of change: InventoryDiff.Change) -> [(String, JSONText)] {
        let (fields, reason): ([FieldChange], Silence?) =
            switch change {
            case .changed(let place):
                (FieldChange.all(diff.changed[place], in: diff), diff.changed[place].delisting.map { .absent($0) })
            case .changedRelation(let place): (FieldChange.all(diff.changedRelations[place], in: diff), nil)
            case .removed, .added, .removedRelation, .addedRelation: ([], diff.silence(of: change))
            }
        return [
            ("direction", JSONText(diff.direction(of: change)?.rawValue)), ("fields", .array(fields.map(\.json))),
            ("reason", JSONText(reason?.name)),
            ("why", reason == nil ? .null : JSONText(ChangeWords(diff).why(change))),
        ]
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
