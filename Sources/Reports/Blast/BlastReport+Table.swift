import Inventory
import PlainText
import Reach

extension BlastReport {
    /// The answer for people: what was asked, the figures, a row an entity, what is not known.
    public var table: String {
        var text = heading
        var table = ColumnText([
            .init(title: "FIRST HELD"), .init(title: "UNTIL"), .init(title: "USED"),
            .init(title: "TIER", alignment: .right),
            .init(title: "PLANE"), .init(title: "KIND"), .init(title: "NAME", limit: 60), .init(title: "SHORT"),
            .init(title: "KNOWN"),
            .init(title: "WHY", limit: 80),
        ])
        for held in answer.entities {
            table.append([
                held.firstHeldText, held.isConditional ? "if guards fail" : held.untilText, held.usedText,
                held.isSeed ? "–" : "\(held.tier)", held.plane?.rawValue ?? "–", held.entity.kindName, held.entity.name,
                held.entity.shortID,
                held.isSeed ? "declared" : held.confidence.name, held.whyText,
            ])
        }
        if !answer.entities.isEmpty { text += "\n" + table.text }
        return text + "\n" + blindText
    }

    /// What was asked and the figures.
    var heading: String {
        let counts = answer.counts
        var lines = answer.seeds.map { seed in
            let entity = inventory.entity(at: seed.entity)
            return "declared compromised: \(entity.kindName) \(entity.name)  \(seed.window.words)".printable
        }
        if answer.seeds.isEmpty { lines.append("declared compromised: nothing that could be held") }
        let when = answer.question.timeless ? "timeless: what could be reached" : "at \(answer.question.at.iso8601)"
        lines.append("\(when) · guards \(answer.question.guards.rawValue) · times in UTC")
        lines.append(
            "\(counts.reached) reached · \(counts.inherited) inherited · \(counts.live) live · "
                + "\(counts.conditional) conditional · rollback only: \(rollbackOnlyLive) live")
        let planes = Plane.allCases.map { "\($0.rawValue) plane: \(counts.byPlane[$0] ?? 0)" }
        lines.append(planes.joined(separator: " · "))
        return lines.map { $0 + "\n" }.joined()
    }

    /// What the sources do not tell, a line each.
    var blindText: String {
        guard !inventory.blindSpots.isEmpty else { return "blind spots: none recorded\n" }
        return inventory.blindSpots.map { "blind: \($0.words)".printable + "\n" }.joined()
    }
}
