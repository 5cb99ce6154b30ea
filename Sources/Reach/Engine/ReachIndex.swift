import Inventory

/// What is the same for every question about an inventory: worked out once, kept by whoever asks often.
final class ReachIndex: Sendable {
    /// When entities can be held, by what the sources say.
    let limits: EntityLimits
    /// None, for questions that leave time out of account.
    let unlimited: EntityLimits
    /// A bit for every entity that has limits, and none at all.
    let limitWords: FixedRows<UInt64>
    let noWords: FixedRows<UInt64>
    /// Whether some relation that gives control has a guard.
    let hasGuards: Bool

    /// Whether every crossing keeps what it gains.
    let keepsAll: Bool

    /// O(entities), a few nanoseconds each.
    init(_ inventory: Inventory) {
        limits = EntityLimits(recordedIn: inventory)
        unlimited = .none(universe: inventory.entityCount)
        limitWords = FixedRows(limits.entities.bits)
        noWords = FixedRows(unlimited.entities.bits)
        hasGuards = inventory.hasGuardedGain
        keepsAll = inventory.keepsAllGain
    }
}
