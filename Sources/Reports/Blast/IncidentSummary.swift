import Inventory
import PlainText
import Reach

/// The answer to an incident in a page of plain text, for a place without a terminal.
public struct IncidentSummary {
    private let report: BlastReport
    private let title: String
    /// How many rows of each list are shown.
    private let rows = 12

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
        let first = live.filter { $0.entity.kind.remediation == .disable }
            .map { ($0, Impact(of: $0.entity).breaks, self.gained(from: $0)) }
            .sorted { left, right in
                let (usedLeft, usedRight) = (left.0.usedSince == true, right.0.usedSince == true)
                if usedLeft != usedRight { return usedLeft }
                if left.2 != right.2 { return left.2 > right.2 }
                return self.report.inventory.idPrecedes(left.0.entity.index, right.0.entity.index)
            }
        text += section("Revoke first", first.map(\.0)) { held in
            let row = first.first { $0.0.entity.index == held.entity.index }
            return [
                held.entity.kindName, held.entity.name, held.usedText, "opens \(row?.2 ?? 0)",
                "breaks \(row?.1 ?? 0) jobs",
            ]
        }
        return text + report.blindText
    }

    /// How many live entities are reached by a path through this one.
    private func gained(from held: HeldEntity) -> Int {
        let answer = report.answer
        return answer.unconditional.count { other in
            other.isLive
                && answer.path(to: other.entity.index)?.contains { $0.from.index == held.entity.index } == true
        }
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

extension EntityKind {
    /// Whether it is an identity or a place that holds one, other than the runner itself.
    fileprivate var isIdentity: Bool { row?.isNonHumanIdentity == true && self != .runner || self == .person }
}

extension String {
    /// Each line made printable, line ends kept.
    fileprivate var printableLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\n")
    }
}
