import Inventory
import PlainText
import Reach

extension PlanReport {
    /// The plan for people, in the order in which it is done; then who must be told what, and what stays live.
    public var table: String {
        var text = heading.map { $0.printable + "\n" }.joined()
        if !plan.isOrdered { text += "no order was worked out: more than \(Plan.limit) items\n" }
        if entries.isEmpty && endings.isEmpty { return text + "nothing is planned\n" }
        for entry in urgent {
            text += "first, used since it was first held: \(entry.title) (step \(entry.stepText))".printable + "\n"
        }
        for line in openSlots { text += "before any new value: \(line)".printable + "\n" }
        text += "\n" + itemTable
        for ending in endings { text += ending.line.printable + "\n" }
        text += "\n" + dutyText + "\n" + residualText
        let blind = inventory.blindSpots.map { "blind: \($0.words)".printable + "\n" }.joined()
        return text + (blind.isEmpty ? "blind spots: none recorded\n" : blind)
            + "what to do at each provider: --format markdown, or --format sh\n"
    }

    private var itemTable: String {
        var table = ColumnText([
            .init(title: "STEP"), .init(title: "DO"), .init(title: "KIND"), .init(title: "NAME", limit: 60),
            .init(title: "SHORT"), .init(title: "USED"), .init(title: "HELD"), .init(title: "STATE"),
            .init(title: "BREAKS", alignment: .right), .init(title: "SEVERS ALONE", alignment: .right),
            .init(title: "OWNER", limit: 30), .init(title: "HOW", limit: 40),
        ])
        for entry in entries {
            table.append([
                entry.stepText, entry.action, entry.item.entity.kindName, entry.item.entity.name,
                entry.item.entity.shortID, entry.usedText, entry.heldText, entry.standing,
                entry.breaks, entry.severs,
                entry.owner ?? "nobody known", entry.recipe?.name ?? "–",
            ])
        }
        return table.text
    }

    /// Who must be told what, a line a thing.
    private var dutyText: String {
        var text = "who must be told, today:\n"
        for duty in duties {
            text += "  \(duty.name)".printable + "\n"
            for place in duty.entries {
                let entry = entries[place]
                let urgency = entry.item.isUsedSince ? ", used since it was first held" : ""
                text += "    \(entry.action) \(entry.title) (step \(entry.stepText)\(urgency))".printable + "\n"
            }
            if !duty.jobs.isEmpty {
                let names = duty.jobs.prefix(8).map(\.name).joined(separator: ", ")
                let more = duty.jobs.count > 8 ? " and \(duty.jobs.count - 8) more" : ""
                text += "    breaks meanwhile: \(names)\(more)".printable + "\n"
            }
        }
        return text
    }

    private var residualText: String {
        guard !plan.residual.isEmpty else { return "nothing stays live after it, as far as the sources tell\n" }
        var text = "still live after it:\n"
        for held in plan.residual.prefix(Self.listedResidual) {
            text +=
                "  \(held.entity.kindName) \(held.entity.name) (\(held.untilText), \(held.whyText))".printable + "\n"
        }
        let more = plan.residual.count - Self.listedResidual
        return text + (more > 0 ? "  … and \(more) more: --format markdown or json names all\n" : "")
    }

    /// How many of what stays live are named.
    static let listedResidual = 20
}

extension PlanReport.Duty {
    /// Who, in words.
    var name: String { owner ?? "nobody is known to answer for these" }
}
