import Inventory
import PlainText
import Reach

/// How an entity came to be held, for standard output.
public struct PathReport {
    let target: Entity
    let steps: [Step]?
    private let isConditional: Bool
    /// When the target is first held, and until when, in words.
    let heldText: String
    /// What ended it, and what is left of it, in words.
    private let remarks: [String]

    /// How `target` is reached in `answer`.
    public init(to target: Entity, in answer: BlastRadius) {
        self.target = target
        steps = answer.path(to: target.index)
        let held = answer[target.index]
        isConditional = held?.isConditional ?? false
        heldText = held.map { "\($0.firstHeldText), \($0.untilText)" } ?? ""
        let ending = isConditional ? nil : answer.ending(of: target.index)?.words(of: target)
        remarks = [ending, held?.contentsText].compactMap { $0 }
    }

    /// A path without time; nil when there is none.
    public init(to target: Entity, timeless steps: [Step]?, isConditional: Bool) {
        self.target = target
        self.steps = steps
        self.isConditional = isConditional
        heldText = "unknown start, live"
        remarks = []
    }

    /// Whether there is a path at all.
    public var isReachable: Bool { steps != nil }

    /// `firebreak.path/1`.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.path/1"), ("reachable", .bool(isReachable)),
            ("conditional", .bool(isConditional)), ("steps", .steps(steps ?? [], in: target.inventory)),
        ]).line
    }

    /// The same in words, a line a step.
    public var text: String {
        guard let steps else { return "no path to \(target.kindName) \(target.name)\n".printableLine }
        let conditional = isConditional ? " · only if guards fail" : ""
        var lines = ["\(target.kindName) \(target.name): first held \(heldText)\(conditional)"]
        lines += remarks.map { "  \($0)" }
        if steps.isEmpty { lines.append("  declared compromised") }
        for (number, step) in steps.enumerated() {
            if number == 0 { lines.append("  \(step.from.kindName) \(step.from.name)  (declared)") }
            lines.append("  \(step.words)")
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

extension Step {
    /// What the near end does to the far one.
    var phrase: String { relation.gaining == relation.toIndex ? relation.phrase : relation.inversePhrase }

    /// The step in words, without its near end: when, what, and how it is known.
    var words: String {
        let traits = relation.traits
        let guarded = relation.guard.map { ", guard: \($0)" } ?? ""
        let time = at == .beginning ? "any time" : at.minuteText
        return
            "\(time)  \(phrase) → \(to.kindName) \(to.name)  [\(traits.act.name), \(traits.act.plane.rawValue) plane, "
            + "\(traits.evidence.name)\(guarded)\(isRenewable ? ", renewable" : "")]"
    }
}

extension JSONText {
    /// The steps of a path, as `firebreak.path/1` has them.
    static func steps(_ steps: [Step], in inventory: Inventory) -> JSONText {
        .array(
            steps.map { step in
                let traits = step.relation.traits
                return .object([
                    ("at", JSONText(step.at)), ("relation", JSONText(step.relation.kindName)),
                    ("act", JSONText(traits.act.name)), ("plane", JSONText(traits.act.plane.rawValue)),
                    ("evidence", JSONText(traits.evidence.name)), ("from", .brief(step.from)),
                    ("to", .brief(step.to)), ("guard", JSONText(step.relation.guard)),
                    ("renewable", .bool(step.isRenewable)),
                    ("provenance", .provenance(step.relation.provenance, in: inventory)),
                ])
            })
    }
}
