import Inventory
import Reach

/// How much of what is held lies behind each choke point, to be counted under a lens.
struct ChokeCounting: Sendable {
    let base: ChokeInquiry
    let question: Question
    /// What ``base`` found, and the answer to ``question``: they follow, and so have no part in equality.
    let ground: ChokeGround
    let answer: Answer

    /// O(what is reached).
    func counts(in inventory: Inventory) -> ChokeCounts {
        let radius = answer.radius
        let kinds = inventory.entityKinds
        return ChokeCounts(
            values: ground.dominance.counts(behind: ground.points) { entity in
                let held = radius[entity].flatMap { $0.isConditional ? nil : $0 }
                return Dominance.Counts(
                    1, kinds[entity] == .token ? 1 : 0, held == nil ? 0 : 1, held?.isLive == true ? 1 : 0,
                    held?.plane == .identity ? 1 : 0, held?.plane == .integrity ? 1 : 0, 0, 0)
            })
    }
}

extension ChokeCounting: Hashable {
    static func == (left: ChokeCounting, right: ChokeCounting) -> Bool {
        left.base == right.base && left.question == right.question
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(question)
    }
}

/// What lies behind each of the points of a ``ChokeGround``.
struct ChokeCounts: Sendable {
    /// What is counted: entities and credentials whatever the time, then what is held at all, what of it is live, and what
    /// of it was gained on each plane.
    enum Part: Int, CaseIterable {
        case entities, credentials, held, live, identity, integrity
    }

    fileprivate let values: [Dominance.Counts]

    /// By the place of the point.
    subscript(part: Part, at position: Int) -> Int {
        values.indices.contains(position) ? Int(values[position][part.rawValue]) : 0
    }
}
