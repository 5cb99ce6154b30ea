import Inventory

extension BlastRadius {
    /// The same answer seen from another moment: what is live differs, and nothing else. O(1).
    ///
    /// A question's moment limits nothing, so the engine need not be asked again.
    public func seen(at moment: Instant) -> BlastRadius {
        var question = question
        question.at = moment
        return BlastRadius(
            question: question, seeds: seeds, impossibleSeeds: impossibleSeeds,
            entities: HeldEntities(
                columns: entities.columns, failing: entities.failing, at: moment, places: entities.places))
    }

    /// How many entities are held at the moment that the question asks about; conditional ones do not count. O(entities).
    public var liveCount: Int {
        let columns = entities.columns
        return (0..<columns.count).count { columns.holdings.liveUntil($0, at: question.at) != nil }
    }

    /// How many entities are held only after that moment; conditional ones do not count. O(entities).
    public var notYetHeldCount: Int {
        let columns = entities.columns
        return (0..<columns.count).count { columns.holdings.first($0) > question.at }
    }
}
