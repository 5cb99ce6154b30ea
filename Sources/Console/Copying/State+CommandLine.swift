import Inventory
import PlainText
import Reach

// The command that gives on standard output what the console shows.
extension State {
    /// More marks than this make no line that anybody would paste.
    private static let mostInLine = 200

    /// The command for the present place and the selected row, as one line for a shell; nil where there is none.
    var commandLine: String? {
        let words: [String]?
        switch place.view {
        case .inventory where !isArranged: words = ["inventory"] + evidence + listOptions
        case .blast where isWhole: words = question.map { _ in ["blast"] + evidence + reachOptions }
        case .plan where place.query.isEmpty && !isArranged: words = planCommand
        case .path where place.section == nil && place.way == nil:
            words = subject.map { ["path"] + evidence + reachOptions + Self.option("--to", $0.id) }
        case .map: words = mapCommand
        case .blast, .path: words = question.map { _ in placeCommand }
        case .changes: words = changesCommand
        case .journal: words = casebook == nil ? nil : journalPlaceCommand
        case .chokepoints: words = chokePointsCommand
        case .inventory, .entity, .start, .inherit, .timeline: words = placeCommand
        case .plan: words = nil
        }
        return words.map { ShellWord.line(["firebreak"] + $0) }
    }

    /// Whether the list is arranged as only a place can say.
    private var isArranged: Bool {
        place.group != nil || place.hiddenKinds?.isEmpty == false || place.furtherSorts?.isEmpty == false
    }

    /// Whether the blast radius is shown whole and in its own order: what its command prints.
    private var isWhole: Bool {
        var whole = Place(.blast, lens: place.lens)
        whole.section = place.section == HeldSection.allCases.first?.rawValue ? place.section : nil
        return place.list == whole
    }

    /// The command that prints the place, row by row.
    private var placeCommand: [String] {
        var shown = place.list
        // What the console was opened at stands in the option, for the words that count from there.
        if shown.lens.at == opened.seconds { shown.lens.at = nil }
        return ["show"] + evidence + Self.option("--place", shown.text) + seedOptions + ["--at", opened.iso8601]
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
        let words = ["diff"] + evidence + comparison.paths + ["--at", at.iso8601]
        return words + (work.present.seeds.allSatisfy { $0.origin == .source } ? [] : seedOptions)
    }

    /// The journal on the command line: whole from the first entry on, or the place where it is narrowed or ordered.
    private var journalPlaceCommand: [String] {
        guard !place.query.isEmpty || place.sort != nil else { return journalCommand() }
        return ["show", "--case", casebook?.name ?? "CASE"] + sources + Self.option("--place", place.list.text)
    }

    private var evidence: [String] { sources.isEmpty ? ["SOURCE"] : sources }

    /// The command that seeks the least that keeps these from the attacker; the crown jewels where there are none.
    private func cutCommand(_ targets: [Int]) -> [String]? {
        guard targets.count <= Self.mostInLine else { return nil }
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

    /// The choke points; the place itself where it is narrowed or ordered.
    private var chokePointsCommand: [String]? {
        guard question != nil else { return nil }
        guard place.query.isEmpty, !isArranged, place.sort == nil else { return placeCommand }
        let words = ["chokepoints"] + evidence + reachOptions
        guard let chokeTargets, let targets = chokeTargets.chosen(in: inventory) else { return words }
        if chokeTargets == .crownJewels { return words + ["--crown-jewels"] }
        guard targets.count <= Self.mostInLine else { return nil }
        return words + targets.flatMap { Self.option("--to", inventory.entity(at: $0).id) }
    }

    private var planCommand: [String]? {
        guard question != nil else { return nil }
        switch PlanView.Section(of: self) {
        case .firebreak: return cutCommand(Array(work.present.targets))
        case .rollback: return ["blast"] + evidence + reachOptions + ["--rollback"]
        case .marked, .endings: return remediesInLine.map { ["plan"] + evidence + reachOptions + $0 }
        case .residual: return remediesInLine.map { ["blast"] + evidence + reachOptions + $0 }
        }
    }

    /// The marks as options; nil where there are too many.
    private var remediesInLine: [String]? {
        let work = work.present
        guard work.planCount <= Self.mostInLine else { return nil }
        func text(_ planned: Planned) -> String {
            planned.item(in: inventory).words + (work.moments[planned].map { "@\($0.iso8601)" } ?? "")
        }
        return work.marks.map { text(.entity($0)) }.sorted().flatMap { Self.option("--remediate", $0) }
            + work.orderedEndings(in: inventory).map { text(.relation($0)) }.flatMap { Self.option("--sever", $0) }
    }

    /// What is declared.
    private var seedOptions: [String] {
        var words: [String] = []
        for seed in work.present.seeds.map(\.seed) { words += Self.option("--from", Self.text(seed, in: inventory)) }
        return words
    }

    /// What is declared, and the lens.
    private var reachOptions: [String] {
        var words = seedOptions + ["--at", at.iso8601]
        if place.lens.isTimeless { words.append("--timeless") }
        if place.lens.guardsFail { words += ["--guards", "fail"] }
        if let plane = place.lens.plane { words += ["--plane", plane.rawValue] }
        if let evidence = place.lens.evidence { words += ["--evidence", evidence.name] }
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
