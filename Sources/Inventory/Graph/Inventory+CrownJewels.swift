extension Inventory {
    /// The numbers of the entities that the sources call crown jewels, ascending. O(entities).
    public var crownJewels: [Int] {
        entities.flags.withUnsafeBufferPointer { flags in flags.indices.filter { flags[$0].contains(.crownJewel) } }
    }
}
