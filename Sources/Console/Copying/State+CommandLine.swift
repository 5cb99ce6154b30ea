import Inventory
import PlainText
import Reach

// The command that gives on standard output what the console shows.
extension State {
    /// More marks than this make no line that anybody would paste.
    private static let remediesInLine = 200

    /// The command for the present place and the selected row, as one line for a shell; nil where there is none.
    var commandLine: String? {
        let words: [String]?
        switch place.view {
        case .inventory: words = ["inventory"] + evidence + listOptions
        case .blast: words = question.map { _ in ["blast"] + evidence + reachOptions }
        case .plan: words = planCommand
        case .path:
            words = subject.map { ["path"] + evidence + reachOptions + Self.option("--to", $0.id) }
        case .map: words = mapCommand
        case .changes: words = changesCommand
        case .entity, .start, .inherit, .timeline: words = selectedEntity.map { showCommand($0) }
        }
        return words.map { ShellWord.line(["firebreak"] + $0) }
    }

    /// The command that shows the selected entity, whatever the view.
    private func showCommand(_ entity: Entity) -> [String] {
        ["show"] + evidence + Self.option("--entity", entity.id)
    }

    /// The comparison on the command line: of the plan of a case its verification.
    private var changesCommand: [String]? {
        guard let comparison else { return nil }
        if let casebook, changeSection == .plan || changeSection == .new {
            return ["case", "verify", casebook.name, "--dry-run", "--at", at.iso8601, "--against"] + comparison.paths
        }
        guard evidence.count == 1, comparison.paths.count == 1 else {
            return ["show"] + evidence + comparison.paths.flatMap { Self.option("--against", $0) }
                + Self.option("--place", place.text)
        }
        var words = ["diff"] + evidence + comparison.paths + ["--at", at.iso8601]
        guard !work.present.seeds.allSatisfy({ $0.origin == .source }) else { return words }
        for seed in work.present.seeds.map(\.seed) { words += Self.option("--from", Self.text(seed, in: inventory)) }
        return words
    }

    private var evidence: [String] { sources.isEmpty ? ["SOURCE"] : sources }

    /// The command that seeks the least that keeps these from the attacker; the crown jewels where there are none.
    private func cutCommand(_ targets: [Int]) -> [String]? {
        guard targets.count <= Self.remediesInLine else { return nil }
        let to = targets.flatMap { Self.option("--to", inventory.entity(at: $0).id) }
        return ["cut"] + evidence + reachOptions + (targets.isEmpty ? ["--crown-jewels"] : to)
    }

    /// The cut that the map shows; where it leads to all that is reached, the list of that.
    private var mapCommand: [String]? {
        guard question != nil else { return nil }
        switch mapTargets {
        case .crownJewels: return cutCommand([])
        case .defended(let marks), .marked(let marks): return cutCommand(Array(marks))
        case .chosen(let entity): return cutCommand([entity])
        case .everything, nil: return ["blast"] + evidence + reachOptions
        }
    }

    private var planCommand: [String]? {
        guard question != nil else { return nil }
        switch PlanView.Section(of: self) {
        case .firebreak: return cutCommand(Array(work.present.targets))
        case .rollback: return ["blast"] + evidence + reachOptions + ["--rollback"]
        case .marked, .residual:
            let marks = work.present.marks
            guard marks.count <= Self.remediesInLine else { return nil }
            let remedies = marks.map { inventory.entity(at: $0).id }.sorted()
            return ["blast"] + evidence + reachOptions + remedies.flatMap { Self.option("--remediate", $0) }
        }
    }

    /// What is declared, and the lens.
    private var reachOptions: [String] {
        var words: [String] = []
        for seed in work.present.seeds.map(\.seed) { words += Self.option("--from", Self.text(seed, in: inventory)) }
        words += ["--at", at.iso8601]
        if place.lens.isTimeless { words.append("--timeless") }
        if place.lens.guardsFail { words += ["--guards", "fail"] }
        if let plane = place.lens.plane { words += ["--plane", plane.rawValue] }
        return words
    }

    private static func text(_ seed: Seed, in inventory: Inventory) -> String {
        inventory.entity(at: seed.entity).id + (seed.window == .always ? "" : "@\(text(seed.window))")
    }

    private static func text(_ window: Interval) -> String {
        let from = window.from.isBounded ? window.from.iso8601 : ""
        let until = window.until.isBounded ? window.until.iso8601 : ""
        return window.until.isBounded ? "\(from)..\(until)" : from
    }

    private var listOptions: [String] {
        var filter = place.query
        switch InventoryView().section(of: self) {
        case .all: break
        case .nonHuman: filter = filter.isEmpty ? "nhi" : "nhi (\(filter))"
        case .kind(let kind):
            let term = "kind:\(inventory.name(of: kind))"
            filter = filter.isEmpty ? term : "\(term) (\(filter))"
        }
        var words = filter.isEmpty ? [] : Self.option("--filter", filter)
        if let sort = place.sort { words += ["--sort", (sort.ascending ? "" : "-") + sort.column] }
        return words
    }

    /// An option with its value; one that looks like an option itself is written in one word.
    private static func option(_ name: String, _ value: String) -> [String] {
        value.hasPrefix("-") ? ["\(name)=\(value)"] : [name, value]
    }
}
