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
        let words = ChangeWords(diff)
        var table = ColumnText([
            .init(title: "CHANGE"), .init(title: "KIND"), .init(title: "NAME", limit: 60), .init(title: "SHORT"),
            .init(title: "WHAT, OR WHY", limit: 140), .init(title: "ID", limit: 100),
        ])
        for change in diff.entityChanges {
            let (before, after) = diff.entity(of: change)
            guard let entity = after.map(diff.new.entity(at:)) ?? before.map(diff.old.entity(at:)) else { continue }
            table.append([
                words.what(change), entity.kindName, entity.name, entity.shortID, words.why(change), entity.id,
            ])
        }
        return table.text
    }

    private var relationTable: String {
        let words = ChangeWords(diff)
        var table = ColumnText([
            .init(title: "CHANGE"), .init(title: "FROM", limit: 50), .init(title: "RELATION"),
            .init(title: "TO", limit: 50), .init(title: "PLANE"), .init(title: "WHAT, OR WHY", limit: 140),
        ])
        for change in diff.relationChanges {
            guard let relation = diff.relation(of: change) else { continue }
            let plane = relation.traits.gain == .none ? "–" : relation.traits.act.plane.rawValue
            table.append([
                words.what(change), "\(relation.from.kindName) \(relation.from.name)", relation.kindName,
                "\(relation.to.kindName) \(relation.to.name)", plane, words.why(change),
            ])
        }
        return table.text
    }
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
