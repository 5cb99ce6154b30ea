import Inventory

/// Something that happened, or will, to one entity at one moment. Only visible events become words.
struct TimeEvent: Hashable, Sendable {
    var at: Instant
    var kind: EventKind
    /// The entity's number.
    var entity: Int

    /// Whether it comes before `other`: by time, then by what happened, then by id.
    func precedes(_ other: TimeEvent, in inventory: Inventory) -> Bool {
        if at != other.at { return at < other.at }
        if kind != other.kind { return kind.rawValue < other.kind.rawValue }
        return inventory.idPrecedes(entity, other.entity)
    }

    /// What the cursor remembers.
    func id(in inventory: Inventory) -> String { "\(kind.rawValue) \(at.seconds) \(inventory.entity(at: entity).id)" }
}
