import Inventory
import PlainText
import Reach

extension PlanReport {
    /// The runbook: what to do, item by item, in words and as commands to copy.
    public var markdown: String {
        var text = "# Plan\n\n"
        text += warnings.map { "> **Attention:** \(MarkdownText.plain($0))\n\n" }.joined()
        text += figures.map { "- \($0)\n" }.joined()
        text += "\nFirebreak only writes this; it changes nothing at any provider. Commands are for bash. "
        text +=
            "A line that starts with `# incomplete` names in angle brackets what no source knows: find it, then "
            + "fill it in.\n\n"
        if !plan.isOrdered { text += "No order was worked out: there are more than \(Plan.limit) items.\n\n" }
        text += urgentText + openSlotText + "## In order\n\n"
        if entries.isEmpty && endings.isEmpty { text += "Nothing is planned.\n\n" }
        text += overview
        text += entries.filter(\.isOpen).map(section).joined()
        text += relationText + ownerText + residualText
        text += "## Blind spots\n\n"
        text +=
            inventory.blindSpots.isEmpty
            ? "None recorded.\n" : inventory.blindSpots.map { "- \(MarkdownText.plain($0.words))\n" }.joined()
        return text
    }

    private var urgentText: String {
        guard !urgent.isEmpty else { return "" }
        let lines = urgent.map { entry in
            let used = entry.item.entity.lastUsed.map { ", last used \($0.minuteText)" } ?? ""
            return "- \(MarkdownText.plain(entry.title)): step \(entry.stepText)\(used)\n"
        }
        return "## First: used since they were first held\n\n" + lines.joined() + "\n"
    }

    private var openSlotText: String {
        guard !openSlots.isEmpty else { return "" }
        return "## Before any new value: slots that stay open\n\n"
            + openSlots.map { "- \(MarkdownText.plain($0))\n" }.joined() + "\n"
    }

    private var overview: String {
        guard !entries.isEmpty else { return "" }
        var text = MarkdownText.head([
            "Step", "Do", "What", "Short id", "Used", "State", "Breaks", "Severs alone", "Owner",
        ])
        for entry in entries {
            text += MarkdownText.row([
                entry.stepText, entry.action, MarkdownText.plain(entry.title), entry.item.entity.shortID,
                entry.usedText, entry.standing,
                entry.breaks, entry.severs,
                MarkdownText.plain(
                    entry.owner ?? "nobody known"),
            ])
        }
        return text + "\n"
    }

    private func section(_ entry: Entry) -> String {
        let item = entry.item
        var text = "### Step \(entry.stepText): \(entry.action) \(MarkdownText.plain(entry.title))\n\n"
        text += "- id: \(MarkdownText.code(item.entity.id)), in short \(item.entity.shortID)\n"
        text += "- held: \(MarkdownText.plain(entry.heldText)), \(entry.useRecord)\n"
        text += "- state: \(entry.standing)"
        text += item.planned.decided.flatMap { $0.isBounded ? ", decided \($0.iso8601)" : nil } ?? ""
        text += "\n"
        if item.impact.breaks > 0 {
            let names = item.impact.jobs.prefix(8).map { MarkdownText.plain($0.name) }.joined(separator: ", ")
            let more = item.impact.breaks > 8 ? " and \(item.impact.breaks - 8) more" : ""
            text += "- breaks \(item.impact.breaks.counted("job")): \(names)\(more)\n"
        }
        if let users = item.impact.usersText { text += "- \(users)\n" }
        if let recipe = entry.recipe {
            text += "- runbook: \(recipe.name)" + (recipe.reference.map { ", <\($0)>" } ?? "") + "\n"
        }
        text += "\n"
        for (place, step) in entry.steps.enumerated() {
            text += "\(place + 1). **\(step.phase.rawValue)** \(MarkdownText.plain(step.words))\n\n"
            let lines = step.listed.map { $0.canRun ? $0.command.line : "# incomplete: \($0.command.line)" }
            if !lines.isEmpty { text += indented(MarkdownText.block(lines, language: "bash")) + "\n" }
        }
        return text
    }

    /// A block within an item of a list.
    private func indented(_ block: String) -> String {
        block.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "   " + $0 }
            .joined(separator: "\n")
    }

    private var relationText: String {
        guard !endings.isEmpty else { return "" }
        return "## Relations to end\n\n" + endings.map { "- \(MarkdownText.plain($0.line))\n" }.joined() + "\n"
    }

    private var ownerText: String {
        guard !duties.isEmpty else { return "" }
        var text = "## Who must be told, today\n\n"
        for duty in duties {
            text += "- **\(MarkdownText.plain(duty.name))**\n"
            for place in duty.entries {
                let entry = entries[place]
                let urgency = entry.item.isUsedSince ? ", used since it was first held" : ""
                text += "  - \(entry.action) \(MarkdownText.plain(entry.title)) (step \(entry.stepText)\(urgency))\n"
            }
            if !duty.jobs.isEmpty {
                let names = duty.jobs.prefix(8).map { MarkdownText.plain($0.name) }.joined(separator: ", ")
                let more = duty.jobs.count > 8 ? " and \(duty.jobs.count - 8) more" : ""
                text += "  - breaks meanwhile: \(names)\(more)\n"
            }
        }
        return text + "\n"
    }

    private var residualText: String {
        var text = "## Still live after it\n\n"
        if plan.residual.isEmpty { return text + "Nothing, as far as the sources tell.\n\n" }
        for held in plan.residual {
            let name = MarkdownText.plain("\(held.entity.kindName) \(held.entity.name)")
            text += "- \(name): \(MarkdownText.plain("\(held.untilText), \(held.whyText)"))\n"
        }
        return text + "\n"
    }
}
