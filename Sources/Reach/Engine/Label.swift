import Inventory

/// One way in which an entity comes to be held: a holding, and the crossing that made it.
struct Label: BitwiseCopyable, Sendable {
    /// What stands for no label and for no relation.
    static let none = UInt32.max

    let entity: UInt32
    /// The label at the near end of the crossing; ``none`` for a seed.
    var parent: UInt32
    /// The relation that was crossed; ``none`` for a seed.
    var relation: UInt32
    /// Whether the holding ends only when the entity can no longer be held: nothing that starts later adds to it.
    let isFinal: Bool
    let holding: Interval
    /// When the holding would end if no session were renewed.
    var endUnrenewed: Instant

    /// Whether the holding lasts because sessions renew one another.
    var isRenewable: Bool { endUnrenewed < holding.until }
}

/// A label that added something: what of it answers are made from.
struct Accepted: BitwiseCopyable, Sendable {
    let holding: Interval
    let entity: UInt32
    let isRenewable: Bool

    init(_ label: Label) {
        holding = label.holding
        entity = label.entity
        isRenewable = label.isRenewable
    }
}

/// A label that starts now, among others that do: the longest goes first.
struct PresentLabel: Comparable {
    let until: Instant
    let label: UInt32

    static func < (left: PresentLabel, right: PresentLabel) -> Bool {
        left.until == right.until ? left.label > right.label : left.until < right.until
    }
}
