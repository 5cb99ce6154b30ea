import Inventory
import Reach

/// A path as rows: what it starts from, and a row for each crossing.
struct PathRows: Sendable {
    /// What the path leads to.
    let target: HeldEntity
    /// The crossings, from the seed on.
    let steps: [Step]
    /// Whether the path leads over nothing that the plan revokes, and not the earliest way.
    var isDetour = false

    /// Which of several ways it is; nil where no other was asked for.
    var turn: Turn?

    /// One of several ways, from 1 on.
    struct Turn: Hashable, Sendable {
        let number: Int
        let count: Int
        /// Whether there may be more.
        let isCapped: Bool
    }

    var count: Int { steps.count + 1 }

    /// The entity that the row leads to; row 0 is the seed.
    func entity(at row: Int) -> Entity {
        if row > 0, row <= steps.count { return steps[row - 1].to }
        return steps.first?.from ?? target.entity
    }

    /// The crossing of a row; none for the seed.
    func step(at row: Int) -> Step? { row > 0 && row <= steps.count ? steps[row - 1] : nil }
}
