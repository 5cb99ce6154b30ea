import Inventory
import Reach
import TerminalKit

extension State {
    /// How many lines ``chokeFacts(of:)`` take in a pane where facts keep their places.
    static let chokeFactLines = 9

    /// What lies behind the selected choke point, for the pane; nothing elsewhere.
    func chokeFacts(of entity: Entity) -> [SummaryFact] {
        guard place.view == .chokepoints, let ground = chokeGround, let position = ground.positions[entity.index] else {
            return []
        }
        var facts: [SummaryFact] = []
        func add(_ label: String, _ text: String, lines: Int = 1) {
            facts.append(SummaryFact(label: label, text: text, lines: lines))
        }
        if let targets = ground.targets {
            let behind = ground.points[position].dominates
            let names = (ground.names[entity.index] ?? []).map { inventory.entity(at: $0).name }
            let more = behind > names.count ? " and \(Words.grouped(behind - names.count)) more" : ""
            add(
                "targets",
                "\(Words.grouped(behind)) of \(Words.grouped(targets.count)): \(names.joined(separator: ", "))\(more)",
                lines: 2)
        }
        if let counts = chokeCounts {
            func count(_ part: ChokeCounts.Part) -> String { Words.grouped(counts[part, at: position]) }
            add(
                "cuts off",
                "\(Words.count(counts[.entities, at: position], "entity", plural: "entities")), of them "
                    + Words.count(counts[.credentials, at: position], "token"))
            add("of these", "\(count(.held)) held, \(count(.live)) \(place.lens.isTimeless ? "reachable" : "live")")
            add("planes", "\(count(.identity)) identity, \(count(.integrity)) integrity")
        }
        add("breaks", ground.breaks[entity.index].map { Words.count($0, "job") } ?? "not counted: its page tells")
        add("firebreak", firebreakWords(of: entity))
        add(
            "mark",
            "\(work.present.marks.contains(entity.index) ? "marked: " : "")\(Words.remedy(entity.kind)), "
                + Words.effect(entity.kind.remediation), lines: 2)
        return facts
    }

    /// The same in a few words, for the line below the list.
    func chokeWords(of entity: Entity) -> String? {
        guard place.view == .chokepoints, let counts = chokeCounts,
            let position = chokeGround?.positions[entity.index]
        else { return nil }
        let tokens = Words.count(counts[.credentials, at: position], "token")
        return "cuts off \(Words.grouped(counts[.entities, at: position])), \(tokens), "
            + "\(Words.grouped(counts[.held, at: position])) held"
    }

    private func firebreakWords(of entity: Entity) -> String {
        guard chokeFirebreakTargets != nil else { return "none: no target is chosen" }
        guard let firebreak = chokeFirebreak else { return "still computing" }
        if firebreak.members[entity.index] != nil { return "in the suggested one" }
        return entity.isRevocable ? "not in the suggested one" : "in none: it cannot be revoked"
    }
}
