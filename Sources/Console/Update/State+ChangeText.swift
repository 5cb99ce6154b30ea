import Inventory
import PlainText
import Reach
import Reports

// What only the other evidence tells, as a text: its entities have no page here.
extension State {
    /// How many relations of an entity are told.
    private static let relationsTold = 200

    /// The selected change as the other evidence tells it; nil elsewhere, and where that tells nothing of it.
    var otherText: ShownText? {
        guard let (ground, row) = selectedChange, let title = comparison?.title else { return nil }
        let words = ChangeRowWords(ground: ground, row: row)
        let what = "\(words.word): \(words.kind(isCompact: false)) \(words.name)\n\(words.why)\n\n"
        guard let number = ground.entity(of: row).new else {
            return ShownText(title: words.name, text: what + "neither evidence has it")
        }
        let entity = ground.diff.new.entity(at: number)
        let path = ground.blast.map { otherPath(to: entity, in: $0, ground.diff) } ?? ""
        return ShownText(
            title: "\(entity.name), as \(title) tells it",
            text: what + EntityReport(entity).text(relations: Self.relationsTold) + path)
    }

    /// How an entity of the other evidence is held by what that tells; empty where it is not.
    private func otherPath(to entity: Entity, in blast: BlastChange, _ diff: InventoryDiff) -> String {
        guard blast.after[entity.index] != nil else { return "" }
        return "\nwhy it is held now:\n" + Self.whyNow(entity, in: blast, diff)
    }

    /// The path by which an entity is held by what the other evidence tells. Where it begins with something that is not
    /// declared but held still, that is said.
    private static func whyNow(_ entity: Entity, in blast: BlastChange, _ diff: InventoryDiff) -> String {
        let beginning = blast.after.path(to: entity.index)?.first?.from ?? entity
        let path = PathReport(to: entity, in: blast.after).text
        guard let known = diff.counterpart(ofNew: beginning.index), blast.kept[known]?.isLive == true,
            !blast.seeds.contains(where: { $0.entity == known })
        else { return path }
        let words = "\(beginning.name) was taken before and is held still: its page, by the first evidence, says how"
        return "\(path)\n\(words.printable)\n"
    }

    /// Whether the selected row became live, so that only the other evidence can say why.
    var isLiveElsewhere: Bool {
        guard case .becameLive? = selectedChange?.row else { return false }
        return true
    }

    /// Shows the path by which the selected row is held in the other evidence.
    mutating func showOtherWhy() -> [Effect] {
        guard let (ground, row) = selectedChange, case .becameLive(let number) = row, let blast = ground.blast else {
            return []
        }
        let entity = ground.diff.new.entity(at: number)
        let title = "why \(entity.name) is live now, by \(comparison?.title ?? "")"
        overlay = .text(ShownText(title: title, text: Self.whyNow(entity, in: blast, ground.diff)))
        return []
    }
}
