import Inventory
import TerminalKit

extension State {
    /// Goes to the timeline, to the selected entity; without one, to what is declared.
    mutating func showTimeline() -> [Effect] {
        guard place.view != .timeline || !place.query.isEmpty || place.section != nil else {
            message = Message(text: "you are there")
            return []
        }
        let declared = work.present.seeds.first.map { inventory.entity(at: $0.seed.entity).id }
        visit(.timeline, cursor: selectedEntity?.id ?? declared)
        // What follows stands below it.
        place.scroll = .max / 2
        return []
    }

    /// The runner to show for the selected entity, how many others there would be, and why it is this one.
    private var runnerInQuestion: (runner: Int, others: Int, why: String?)? {
        guard let entity = selectedEntity else {
            return place.view == .inherit ? subject.map { ($0.index, 0, nil) } : nil
        }
        let declared = Set(work.present.seeds.map(\.seed.entity))
        let runners = entity.runners
        if let runner = runners.first(where: declared.contains) ?? runners.first {
            let why = runner == entity.index ? nil : "\(entity.name) is on \(inventory.entity(at: runner).name)"
            return (runner, runners.count - 1, why)
        }
        let steps = answer?.radius.path(to: entity.index) ?? []
        let passed = ([steps.first?.from] + steps.map(\.to)).compactMap { $0 }
        guard let runner = passed.last(where: { $0.kind == .runner }) else { return nil }
        return (runner.index, 0, "\(entity.name) is held through \(runner.name)")
    }

    /// Why there is no runner to show.
    var inheritObstacle: String? {
        if runnerInQuestion != nil { return nil }
        return entityObstacle ?? "it is no runner, no run of it on one is recorded, and it is not held through one"
    }

    /// Goes to the runner that the selected entity is, runs on, or is held through.
    mutating func showInherit() -> [Effect] {
        guard let (runner, others, why) = runnerInQuestion else { return [] }
        let id = inventory.entity(at: runner).id
        guard place.view != .inherit || place.subject != id else {
            message = Message(text: "you are there")
            return []
        }
        let selected = selectedEntity
        let section: InheritSection? =
            switch selected?.kind {
            case .job?: .jobs
            case .run?, .runner?, .workflow?, .repository?, nil: nil
            default: .identities
            }
        visit(.inherit, subject: id, section: section?.rawValue, cursor: selected?.id)
        if let why {
            let rest = others > 0 ? ", and on \(Words.count(others, "other runner"))" : ""
            message = Message(text: why + rest)
        }
        return []
    }
}
