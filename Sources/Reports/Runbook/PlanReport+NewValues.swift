import Inventory
import Reach

extension PlanReport {
    /// Says in the steps that put a new value into a slot which other item of the plan gives it. The slot comes first in
    /// the order, because whoever reads it regains what is in it: its new value is got ahead of time.
    static func namingNewValues(_ entries: [Entry]) -> [Entry] {
        let givers = entries.filter { $0.isOpen && $0.steps.contains { $0.phase == .replace } }
        let byEntity = Dictionary(givers.map { ($0.item.entity.index, $0) }, uniquingKeysWith: { first, _ in first })
        return entries.map { entry in
            guard entry.isOpen, entry.item.entity.kind == .secret else { return entry }
            let held = RunbookSubject(entry.item.entity).targets(.holds).compactMap { byEntity[$0.index] }
            guard !held.isEmpty else { return entry }
            let names = held.map { "\($0.title) (step \($0.stepText))" }.joined(separator: ", ")
            let steps = entry.steps.map { step in
                step.phase == .replace
                    ? RunbookStep(
                        .replace,
                        "\(step.words) The new value is what the replacement of \(names) gives: do that part of it first.",
                        commands: step.commands) : step
            }
            return Entry(item: entry.item, recipe: entry.recipe, steps: steps, owner: entry.owner)
        }
    }
}
