import Inventory

/// A holding that the analyst declares: from `window.from` on, the attacker had this entity.
///
/// The end of the window says that control ended then (the runner was re-imaged, the token revoked): it is also a
/// remediation of the entity at that moment. Where the end is not known the window stays open.
public struct Seed: Hashable, Sendable {
    /// The entity's number in the inventory.
    public let entity: Int
    /// When the attacker had it.
    public let window: Interval

    /// A seed.
    public init(entity: Int, window: Interval) {
        self.entity = entity
        self.window = window
    }
}
