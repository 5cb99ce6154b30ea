import Inventory

/// How evidence that was read again differs from what it was, as far as its ids and figures tell.
struct EvidenceNews: Hashable, Sendable {
    /// What is said of it in a line.
    let words: String

    /// Nil when `isCancelled` said so first. O(entities).
    init?(from old: Inventory, to new: Inventory, isCancelled: () -> Bool) {
        var kept = 0
        for row in 0..<new.entityCount {
            if row & 0xFFF == 0, isCancelled() { return nil }
            if old.entity(id: new.entity(at: row).id) != nil { kept += 1 }
        }
        let (more, gone) = (new.entityCount - kept, old.entityCount - kept)
        let changes = [
            more > 0 ? "\(Words.count(more, "entity", plural: "entities")) more" : nil,
            gone > 0 ? (more > 0 ? "\(Words.grouped(gone)) gone" : Self.entities(gone) + " gone") : nil,
        ].compactMap { $0 }
        guard changes.isEmpty else {
            words = changes.joined(separator: ", ")
            return
        }
        let relations = new.relationCount - old.relationCount
        let difference = "\(Words.count(abs(relations), "relation")) \(relations > 0 ? "more" : "fewer")"
        words =
            "the same \(Self.entities(new.entityCount)), "
            + (relations == 0 ? "as many relations" : difference)
    }

    /// What can be said of evidence where what it was cannot be read any more.
    init(of new: Inventory) { words = "\(Self.entities(new.entityCount)); what it was before is lost" }

    private static func entities(_ count: Int) -> String { Words.count(count, "entity", plural: "entities") }
}
