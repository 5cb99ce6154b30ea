import Inventory

extension Relation {
    /// When the newest of its sources was collected, for a setting whose time nobody records; nil for what has a time, was
    /// observed or inferred, or whose collection has no time.
    var collected: Instant? {
        guard valid == .always, traits.evidence == .configured else { return nil }
        let sources = inventory.sources
        return provenance.lazy.compactMap { sources.indices.contains($0.source) ? sources[$0.source].collected : nil }
            .max()
    }

    /// That it is a setting of the day on which it was collected; nil for what has a time of its own.
    func collectedWords(near moment: Instant) -> String? {
        guard valid == .always, traits.evidence == .configured else { return nil }
        return collected.map { "as collected on \(TimeWords.cell($0, near: moment))Z" } ?? "as collected"
    }
}
