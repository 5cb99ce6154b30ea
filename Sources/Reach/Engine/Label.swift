import Inventory

/// One way in which an entity comes to be held: a holding, and the crossing that made it.
struct Label: Sendable {
    let entity: Int
    let holding: Interval
    /// The label at the near end of the crossing; nil for a seed.
    let parent: Int?
    /// The relation that was crossed; nil for a seed.
    let relation: Int?
    /// When the holding would end if no session were renewed.
    let endUnrenewed: Instant

    /// Whether the holding lasts because sessions renew one another.
    var isRenewable: Bool { endUnrenewed < holding.until }
}

/// The order in which labels are looked at: by start, longest first, then by where they come from.
struct QueuedLabel: Comparable {
    let label: Label

    static func < (left: QueuedLabel, right: QueuedLabel) -> Bool {
        let (a, b) = (left.label, right.label)
        if a.holding.from != b.holding.from { return a.holding.from < b.holding.from }
        if a.holding.until != b.holding.until { return a.holding.until > b.holding.until }
        if a.entity != b.entity { return a.entity < b.entity }
        return (a.parent ?? -1, a.relation ?? -1) < (b.parent ?? -1, b.relation ?? -1)
    }

    static func == (left: QueuedLabel, right: QueuedLabel) -> Bool { !(left < right) && !(right < left) }
}
