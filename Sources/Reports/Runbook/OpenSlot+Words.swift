import Inventory
import Reach

// Where a new value would be lost as the old one was: said in the same words wherever a credential is to be replaced.
extension [OpenSlot] {
    /// The slots of `entity` that are open once all that is planned is done, in a sentence; nil where none is.
    public func words(of entity: Entity) -> String? {
        guard !isEmpty else { return nil }
        let more = count > 3 ? "; so are \((count - 3).counted("more slot"))" : ""
        return prefix(3).map { $0.words(of: entity) }.joined(separator: "; ") + more
    }

    /// The same in a few words: `its slot NPM_TOKEN stays open`.
    public var note: String? {
        guard let first else { return nil }
        return count == 1 ? "slot \(first.slot.name) stays open" : "\(count) slots of it stay open"
    }
}

extension OpenSlot {
    /// `its slot NPM_TOKEN is still held: a new value would be too; take job release first`.
    fileprivate func words(of entity: Entity) -> String {
        let name = slot == entity ? "it" : "its slot \(slot.name)"
        let state = isConditional ? "is held if a guard fails" : "is still held"
        let first = givers.map(\.told).joined(separator: ", ")
        return "\(name) \(state): a new value would be too" + (first.isEmpty ? "" : "; take \(first) first")
    }
}

extension [RunbookStep] {
    /// The steps with, before a new value is put anywhere, what has to come first; as they are where none is.
    func guarding(_ open: [OpenSlot], of entity: Entity) -> [RunbookStep] {
        guard let words = open.words(of: entity), let place = firstIndex(where: { $0.phase == .replace }) else {
            return self
        }
        var steps = self
        steps.insert(RunbookStep(.contain, "Before any new value: \(words)."), at: place)
        return steps
    }
}
