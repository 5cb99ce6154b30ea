import Inventory

extension SlotTable {
    /// The credentials that a slot must have held: one for each version of it that is known.
    struct Credential {
        var id: String
        /// From when until when it was in the slot.
        var placed: Interval
    }

    /// A slot that was changed after it was made has held at least two credentials.
    func credentials(in slot: Slot) -> [Credential] {
        let record = record(of: slot)
        let created = record?.created ?? .beginning
        guard let updated = record?.updated, updated > created, record?.created != nil else {
            let placed = max(created, record?.updated ?? .beginning)
            return [credential(1, in: slot, Interval(placed, .never))]
        }
        return [
            credential(1, in: slot, Interval(created, updated)), credential(2, in: slot, Interval(updated, .never)),
        ]
    }

    private func credential(_ version: Int, in slot: Slot, _ placed: Interval) -> Credential {
        Credential(id: GitHubID.inferredToken(inSlot: slot.id, version: version), placed: placed)
    }
}
