import Inventory
import PlainText
import Reach

/// How an entity came to be held, for standard output.
public struct PathReport {
    private let target: Entity
    private let held: HeldEntity?
    private let steps: [Step]?

    /// How `target` is reached in `answer`.
    public init(to target: Entity, in answer: BlastRadius) {
        self.target = target
        held = answer[target.index]
        steps = answer.path(to: target.index)
    }

    /// Whether there is a path at all.
    public var isReachable: Bool { steps != nil }

    /// `firebreak.path/1`.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.path/1"), ("reachable", .bool(isReachable)),
            ("conditional", .bool(held?.isConditional ?? false)),
            (
                "steps",
                .array(
                    (steps ?? []).map { step in
                        let traits = step.relation.traits
                        return .object([
                            ("at", JSONText(step.at)), ("relation", JSONText(step.relation.kindName)),
                            ("act", JSONText(traits.act.name)), ("plane", JSONText(traits.act.plane.rawValue)),
                            ("evidence", JSONText(traits.evidence.name)), ("from", .brief(step.from)),
                            ("to", .brief(step.to)), ("guard", JSONText(step.relation.guard)),
                            ("renewable", .bool(step.isRenewable)),
                            ("provenance", .provenance(step.relation.provenance, in: target.inventory)),
                        ])
                    })
            ),
        ]).line
    }

    /// The same in words, a line a step.
    public var text: String {
        guard let steps, let held else { return "no path to \(target.kindName) \(target.name)\n".printableLine }
        let conditional = held.isConditional ? " · only if guards fail" : ""
        var lines = [
            "\(target.kindName) \(target.name): first held \(held.firstHeldText), \(held.untilText)\(conditional)"
        ]
        if steps.isEmpty { lines.append("  declared compromised") }
        for (number, step) in steps.enumerated() {
            if number == 0 { lines.append("  \(step.from.kindName) \(step.from.name)  (declared)") }
            let traits = step.relation.traits
            let phrase =
                step.relation.gaining == step.relation.toIndex ? step.relation.phrase : step.relation.inversePhrase
            let guarded = step.relation.guard.map { ", guard: \($0)" } ?? ""
            let time = step.at == .beginning ? "any time" : step.at.minuteText
            lines.append(
                "  \(time)  \(phrase) → \(step.to.kindName) \(step.to.name)  [\(traits.act.name), "
                    + "\(traits.act.plane.rawValue) plane, \(traits.evidence.name)\(guarded)"
                    + "\(step.isRenewable ? ", renewable" : "")]")
            for place in step.relation.provenance.prefix(2) {
                lines.append("      \(target.inventory.place(place))")
            }
        }
        return lines.map { $0.printable + "\n" }.joined()
    }
}

extension String {
    fileprivate var printableLine: String { dropLast().description.printable + "\n" }
}
