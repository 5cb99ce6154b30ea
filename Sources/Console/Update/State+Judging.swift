import Casebook
import Inventory
import Reach
import TerminalKit

extension State {
    /// Changes what the analyst decided; `what` is what undo calls it.
    mutating func change(_ what: String, _ change: (inout Investigation) -> Void) {
        let here = place
        if work.change(what, at: here, change) { casebook?.decidedAt = here }
    }

    mutating func toggleMark() -> [Effect] {
        if range != nil { return markRange() }
        if case .endings = rows { return toggleEnding() }
        if selectedGroup != nil { return markGroup() }
        guard let entity = selectedEntity else { return [] }
        let isMarked = work.present.marks.contains(entity.index)
        let progress = isMarked ? work.present.progress(of: entity.index)?.state : nil
        change("\(isMarked ? "unmark" : "mark") \(entity.name)") { work in
            if isMarked { work.marks.remove(entity.index) } else { work.marks.insert(entity.index) }
        }
        let isFirst = !isMarked && work.present.planCount == 1 && place.view != .plan
        let next = isFirst ? "; \(key(.plan)) shows the plan" : ""
        message =
            isMarked ? offThePlan(entity, progress) : Message(text: Words.marking(entity, at: at) + next)
        // A mark is mostly one of several: go on to the next row, except where the row itself leaves the list.
        return place.view == .plan && place.section == nil ? [] : move(by: 1)
    }

    /// What is said of a mark that was taken away: that somebody had begun to see to it, where that is so.
    private func offThePlan(_ entity: Entity, _ progress: Mark.State?) -> Message {
        guard let progress, progress != .proposed else { return Message(text: "off the plan: \(entity.name)") }
        let words = "off the plan, though \(progress.rawValue): \(entity.name); \(key(.undo)) brings it back"
        return Message(text: words, tone: .warning)
    }

    /// Why there is no declaration to withdraw.
    var withdrawalObstacle: String? {
        if let entityObstacle { return entityObstacle }
        guard let entity = selectedEntity, work.present.windows(of: entity.index).isEmpty else { return nil }
        return "it is not declared compromised"
    }

    mutating func withdraw() -> [Effect] {
        guard let entity = selectedEntity else { return [] }
        change("withdraw the declaration of \(entity.name)") { work in
            work.seeds.removeAll { $0.seed.entity == entity.index }
        }
        message = Message(text: "withdrawn: \(entity.name) is no longer declared compromised")
        return []
    }

    /// Declares an entity compromised over some windows, in place of those declared before.
    mutating func declare(_ entity: Entity, over windows: [Interval]) {
        change("declare \(entity.name) compromised") { work in
            let origins = Set(work.seeds.filter { $0.seed.entity == entity.index }.map { $0 })
            let place = work.seeds.firstIndex { $0.seed.entity == entity.index } ?? work.seeds.count
            work.seeds.removeAll { $0.seed.entity == entity.index }
            let declared = windows.map { window in
                let seed = Seed(entity: entity.index, window: window)
                return origins.first { $0.seed == seed } ?? DeclaredSeed(seed: seed, origin: .analyst)
            }
            work.seeds.insert(contentsOf: declared, at: min(place, work.seeds.count))
        }
        let window = windows.first.map { TimeWords.window($0, near: at, arrow: "to") } ?? ""
        message = Message(text: "declared: \(entity.name), \(window); \(key(.blast)) shows what that reaches")
    }

    /// Makes the selected entity a target of the firebreak, or no longer.
    mutating func toggleTarget() -> [Effect] {
        guard let entity = selectedEntity else { return [] }
        let isTarget = work.present.targets.contains(entity.index)
        change(isTarget ? "take \(entity.name) off the targets" : "make \(entity.name) a target") { work in
            if isTarget { work.targets.remove(entity.index) } else { work.targets.insert(entity.index) }
        }
        let count = work.present.targets.count
        let rest =
            count == 0
            ? "the firebreak is for the crown jewels" : "the firebreak is for \(Words.count(count, "target"))"
        message = Message(text: "\(isTarget ? "no longer a target" : "a target"): \(entity.name); \(rest)")
        return []
    }
}
