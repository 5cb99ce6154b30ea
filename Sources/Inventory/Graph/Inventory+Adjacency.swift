extension Inventory {
    /// The relations that leave the entity: a run of consecutive numbers. O(1).
    public func outgoing(_ entity: Int) -> Range<Int> {
        outgoingStarts.run(of: entity, within: relationCount)
    }

    /// How many relations enter the entity. O(1).
    public func incomingCount(_ entity: Int) -> Int { incoming.range(of: entity).count }

    /// How many relations the entity has, both ways. O(1).
    public func relationCount(of entity: Int) -> Int { outgoing(entity).count + incomingCount(entity) }

    /// The relations that enter the entity, in ascending order. O(their number).
    public func incoming(_ entity: Int) -> LazyMapSequence<Range<Int>, Int> {
        incoming.range(of: entity).lazy.map { min(Int(self.incoming.values[$0]), self.relationCount - 1) }
    }
}
