import Inventory
import PlainText
import Reach

/// What to do about one entity at its provider: the same steps as in the runbook of a whole plan.
public struct Runbook: Sendable {
    private let entity: Entity
    private let impact: Impact
    private let recipe: RunbookRecipe?
    private let steps: [RunbookStep]

    /// The runbook of what has this impact when it is revoked. What was used since it was first held is contained before
    /// anybody waits for a replacement; `openSlots` are those that a new value must not be put into yet. O(relations of the
    /// entity).
    public init(of impact: Impact, isUsedSince: Bool, openSlots: [OpenSlot] = []) {
        let entity = impact.entity
        let subject = RunbookSubject(entity, breaks: impact.breaks)
        self.entity = entity
        self.impact = impact
        recipe = RunbookRecipe.row(for: subject)
        steps = (recipe?.ordered(subject, isUsedSince: isUsedSince) ?? []).guarding(openSlots, of: entity)
    }

    /// In words, a line a fact and a step, with its commands below each.
    public var text: String {
        let jobs = impact.jobs
        let names = jobs.prefix(8).map(\.name).joined(separator: ", ") + (jobs.count > 8 ? ", …" : "")
        var lines = [
            "id: \(entity.id)", "owner: \(entity.answering ?? "nobody known")",
            "breaks: \(jobs.count.counted("job"))" + (jobs.isEmpty ? "" : ": \(names)"),
        ]
        if let users = impact.usersText { lines.append("in use: \(users)") }
        if let recipe { lines.append("runbook: \(recipe.name)" + (recipe.reference.map { ", \($0)" } ?? "")) }
        for (place, step) in steps.enumerated() {
            lines += ["", "\(place + 1). \(step.phase.rawValue): \(step.words)"]
            lines += Self.commands(of: step).map { "   \($0)" }
        }
        return lines.map { $0.printable }.joined(separator: "\n")
    }

    /// The commands as lines for bash, with the words of each step as a comment before them; what is incomplete is a
    /// comment too.
    public var commands: String {
        steps.enumerated().flatMap { place, step in
            ["# \(place + 1). \(step.phase.rawValue): \(step.words)".printable] + Self.commands(of: step)
        }.joined(separator: "\n")
    }

    private static func commands(of step: RunbookStep) -> [String] {
        step.listed.map { $0.canRun ? $0.command.line : "# incomplete: \($0.command.line)".printable }
    }
}
