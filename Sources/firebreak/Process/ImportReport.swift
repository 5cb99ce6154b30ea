import Intake
import Inventory
import PlainText
import Reports

/// What an import says of itself: a line a file, below it what was passed over, and the sum.
struct ImportReport {
    private let result: ImportResult

    init(_ result: ImportResult) { self.result = result }

    var text: String {
        var lines: [String] = []
        for report in result.reports + result.passedOver {
            lines.append("\(report.path): \(Self.summary(of: report))")
            lines += Self.details(of: report).map { "  \($0)" }
        }
        let inventory = result.inventory
        let kinds = inventory.kindCounts.map { kind, count in
            "\(count) \(kind.row?.words(count: count) ?? inventory.name(of: kind))"
        }
        lines.append("total: \(inventory.entityCount) entities, \(inventory.relationCount) relations")
        if !kinds.isEmpty { lines.append("  \(kinds.joined(separator: ", "))") }
        lines += inventory.blindSpots.map { "  blind: \($0.words)" }
        return lines.map { $0.printable + "\n" }.joined()
    }

    /// What became of each file, for the console.
    var account: [SourceAccount] { (result.reports + result.passedOver).map(Self.account) }

    private static func account(of report: FileReport) -> SourceAccount {
        let details = details(of: report)
        return SourceAccount(
            path: report.path, standing: !report.isRead ? .unread : details.isEmpty ? .whole : .part,
            summary: summary(of: report), details: details)
    }

    /// What was passed over, and why; of a file that was not read without the reason that its summary gives.
    private static func details(of report: FileReport) -> [String] {
        var lines: [String] = []
        for notice in report.notices.dropFirst(report.isRead ? 0 : 1) {
            lines.append("\(notice.location.isEmpty ? "" : "\(notice.location): ")\(notice.reason)")
        }
        if report.furtherNotices > 0 { lines.append("… and \(report.furtherNotices) more notices") }
        lines += report.issues.map { words(for: $0) }
        if report.furtherIssues > 0 { lines.append("… and \(report.furtherIssues) more that did not fit") }
        return lines
    }

    private static func summary(of report: FileReport) -> String {
        let gave = report.gave.map { "\($0.what) \($0.count)" }.joined(separator: ", ")
        let passedOver = report.notices.count + report.furtherNotices
        let skipped = passedOver == 0 ? "" : "; \(passedOver) passed over"
        let unmatched = report.issues.count + report.furtherIssues
        let issues = unmatched == 0 ? "" : "; \(unmatched) did not fit"
        let reason = report.notices.first.map { "\($0.location.isEmpty ? "" : "\($0.location): ")\($0.reason)" } ?? ""
        return switch report.outcome {
        case .read(let format): "\(format): \(gave.isEmpty ? "nothing" : gave)\(skipped)\(issues)"
        case .unrecognized: "not read: \(reason)"
        case .failed(let format): "\(format), not read: \(reason)"
        case .unreadable: "not read: \(reason)"
        }
    }

    private static func words(for issue: BuildIssue) -> String {
        switch issue {
        case .conflict(let entity, let property, let kept, let dropped, let provenance):
            "\(provenance.location): \(entity): sources disagree on \(property): kept \(kept), not \(dropped)"
        case .dangling(let relation, let from, let to, let missing, let provenance):
            "\(provenance.location): \(from) \(relation) \(to): nothing declares \(missing)"
        }
    }
}
