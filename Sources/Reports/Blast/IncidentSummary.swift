import Inventory
import PlainText
import Reach

/// The answer to an incident in a page of plain text, for a place without a terminal.
public struct IncidentSummary {
    private let report: BlastReport
    private let title: String
    /// How many rows of each list are shown.
    private let rows = 12

    /// A summary of what `report` says, under `title`.
    public init(_ report: BlastReport, title: String) {
        self.report = report
        self.title = title
    }

    /// What was compromised and when, what was inherited, what is live, and what to revoke first.
    public var text: String {
        let answer = report.answer
        var text = "\(title)\n".printableLines + report.heading + "\n"
        let inherited = answer.unconditional.filter { $0.tier == 0 && !$0.isSeed && $0.entity.kind.isIdentity }
        text += section("Identities inherited, first held first", inherited) { held in
            [held.firstHeldText, held.untilText, held.entity.kindName, held.entity.name, held.whyText]
        }
        let live = answer.unconditional.filter { $0.isLive && $0.entity.kind.isIdentity }
        text += section("Still live", live.filter { !$0.isSeed }) { held in
            [held.firstHeldText, held.usedText, held.entity.kindName, held.entity.name, held.whyText]
        }
        let opened = openedBy
        let first = live.filter { $0.entity.kind.remediation == .disable }.sorted { left, right in
            let (usedLeft, usedRight) = (left.usedSince == true, right.usedSince == true)
            if usedLeft != usedRight { return usedLeft }
            let (a, b) = (left.entity.index, right.entity.index)
            let (opensLeft, opensRight) = (opened[a] ?? 0, opened[b] ?? 0)
            return opensLeft == opensRight ? report.inventory.idPrecedes(a, b) : opensLeft > opensRight
        }
        text += section("Revoke first", first) { held in
            [
                held.entity.kindName, held.entity.name, held.usedText, "opens \(opened[held.entity.index] ?? 0)",
                "breaks \(Impact(of: held.entity).breaks.counted("job"))",
            ]
        }
        return text + report.blindText
    }

    /// For each entity how many live ones were gained by a path through it. O(reached × steps).
    private var openedBy: [Int: Int] {
        var opened: [Int: Int] = [:]
        for held in report.answer.unconditional where held.isLive {
            let passed = report.answer.path(to: held.entity.index)?.map(\.from.index) ?? []
            for entity in Set(passed) { opened[entity, default: 0] += 1 }
        }
        return opened
    }

    private func section(_ name: String, _ held: [HeldEntity], cells: (HeldEntity) -> [String]) -> String {
        guard !held.isEmpty else { return "\(name): none\n\n" }
        var table = ColumnText(
            cells(held[0]).indices.map { _ in ColumnText.Column(title: "", limit: 64) })
        for row in held.prefix(rows) { table.append(["  " + (cells(row).first ?? "")] + cells(row).dropFirst()) }
        let more = held.count > rows ? "  … and \(held.count - rows) more\n" : ""
        return "\(name) (\(held.count))" + table.text + more + "\n"
    }
}

extension String {
    /// Each line made printable, line ends kept.
    fileprivate var printableLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\n")
    }
}
