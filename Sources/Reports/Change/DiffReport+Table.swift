import Inventory
import PlainText
import Reach

extension DiffReport {
    /// The same for people: how much changed, then a row a change.
    public var table: String {
        var lines = ["old: \(Self.words(diff.old))", "new: \(Self.words(diff.new))"]
        if let before = diff.old.collected, let after = diff.new.collected, after < before {
            lines.append("the new source was collected before the old one")
        }
        lines += [
            "entities:  \(entityCounts.words)", "relations: \(relationCounts.words)",
            "\(diff.widenedEntities.count) can do more than before, or for longer",
        ]
        if let blast { lines += blast.lines(diff) }
        var text = lines.map { $0 + "\n" }.joined()
        if diff.isEmpty { return text + "both say the same\n" }
        if !diff.removed.isEmpty || !diff.added.isEmpty || !diff.changed.isEmpty { text += "\n" + entityTable }
        if !diff.removedRelations.isEmpty || !diff.addedRelations.isEmpty || !diff.changedRelations.isEmpty {
            text += "\n" + relationTable
        }
        return text
    }

    private static func words(_ inventory: Inventory) -> String {
        "\(inventory.entityCount) entities · \(inventory.relationCount) relations · "
            + (inventory.collected.map { "collected \($0.iso8601)" } ?? "when it was collected is not known")
    }

    private var entityTable: String {
        var table = ColumnText([
            .init(title: "CHANGE"), .init(title: "KIND"), .init(title: "NAME", limit: 60),
            .init(title: "WHAT, OR WHY", limit: 140), .init(title: "ID", limit: 100),
        ])
        func add(_ change: String, _ entity: Entity, _ why: String) {
            table.append([change, entity.kindName, entity.name, why, entity.id])
        }
        for (absences, witnesses, isRemoval) in sides(diff.removed, diff.added) {
            for absence in absences {
                add(
                    Self.words(Self.change(absence.silence, isRemoval: isRemoval)),
                    witnesses.teller.entity(at: absence.number), witnesses.words(absence.silence))
            }
        }
        for change in diff.changed {
            let why = change.delisting.map(SilenceWitnesses.new(diff).words)
            add(
                why == nil ? diff.direction(of: change).changeWords : "no longer listed",
                diff.new.entity(at: change.new),
                why ?? FieldChange.all(change, in: diff).map(\.words).joined(separator: "; "))
        }
        return table.text
    }

    private var relationTable: String {
        var table = ColumnText([
            .init(title: "CHANGE"), .init(title: "FROM", limit: 50), .init(title: "RELATION"),
            .init(title: "TO", limit: 50), .init(title: "PLANE"), .init(title: "WHAT, OR WHY", limit: 140),
        ])
        func add(_ change: String, _ relation: Relation, _ why: String) {
            let plane = relation.traits.gain == .none ? "–" : relation.traits.act.plane.rawValue
            table.append([
                change, "\(relation.from.kindName) \(relation.from.name)", relation.kindName,
                "\(relation.to.kindName) \(relation.to.name)", plane, why,
            ])
        }
        for (absences, witnesses, isRemoval) in sides(diff.removedRelations, diff.addedRelations) {
            for absence in absences {
                let isWider = !isRemoval && absence.silence.isAbsent && diff.widensScope(added: absence.number)
                add(
                    Self.words(Self.change(absence.silence, isRemoval: isRemoval)) + (isWider ? ", wider" : ""),
                    witnesses.teller.relation(at: absence.number), witnesses.words(absence.silence))
            }
        }
        for change in diff.changedRelations {
            add(
                diff.direction(of: change).changeWords, diff.new.relation(at: change.new),
                FieldChange.all(change, in: diff).map(\.words).joined(separator: "; "))
        }
        return table.text
    }

    private func sides(
        _ removed: [InventoryDiff.Absence], _ added: [InventoryDiff.Absence]
    ) -> [([InventoryDiff.Absence], SilenceWitnesses, Bool)] {
        [(removed, .new(diff), true), (added, .old(diff), false)]
    }

    private static func words(_ change: String) -> String { String(change.map { $0 == "_" ? " " : $0 }) }
}

extension DiffReport.Counts {
    /// All of them in a line; what cannot be known apart from what is.
    fileprivate var words: String {
        "\(added) added · \(removed) removed · \(changed) changed · "
            + (delisted > 0 ? "\(delisted) no longer listed · " : "")
            + "only in old: \(onlyInOld), only in new: \(onlyInNew) "
            + "(cannot be known)"
    }
}

extension InventoryDiff.Direction {
    /// That something changed, and which way.
    fileprivate var changeWords: String {
        switch self {
        case .widened: "changed, wider"
        case .narrowed: "changed, narrower"
        case .both: "changed, wider and narrower"
        case .neither: "changed"
        }
    }
}
