import Inventory

extension Inventory {
    /// Whether there is an entity with this number.
    func exists(_ entity: Int) -> Bool { entity >= 0 && entity < entityCount }
}
