import Casebook
import Inventory
import PlainText

/// What a case says now, in short.
public struct CaseReport {
    let file: CaseFile
    let state: CaseState

    /// A report on a case as it was last read.
    public init(_ file: CaseFile) {
        self.file = file
        state = file.state
    }

    /// In words.
    public var text: String {
        var lines = [
            "case \(state.title)", "  file        \(file.path)", "  identifier  \(file.identifier)",
            "  journal     \(file.sequence.counted("entr", "y", "ies")), head \(file.head)",
        ]
        if case .readOnly(let reason) = file.access { lines.append("  read only   \(reason)") }
        if file.isOpenToOthers { lines.append("  warning     others than its owner may read or write the file") }
        lines += section("evidence", state.evidence) {
            "\($0.evidence.hash)  \($0.evidence.entities.counted("entit", "y", "ies")), added by \($0.stamp.words): "
                + $0.evidence.paths.joined(separator: ", ")
        }
        lines += section("declared", state.declared) { declaration in
            let windows = declaration.windows.map(\.words).joined(separator: ", ")
            return
                "\(declaration.entity)  \(declaration.isWithdrawn ? "not compromised" : windows)\(because(declaration.why))"
        }
        let ends = state.plan.contains { $0.item.entity == nil }
        lines += section("plan", state.plan, counted: ends ? state.plan.countWords : nil) { mark in
            "\(mark.state.rawValue)  \(mark.item.words)  \(mark.steps.last?.stamp.words ?? "")"
                + because(mark.steps.last?.why ?? "")
        }
        lines += section("verifications", state.verifications) {
            "\($0.stamp.entry)  \($0.stamp.words): \($0.verification.words)"
        }
        lines += section("verdicts", state.verdicts.sorted { $0.value.stamp.entry < $1.value.stamp.entry }) {
            "\($0.value.finding.rawValue)  \($0.key.words)\(because($0.value.why))"
        }
        lines += section("notes", state.noted) {
            "\($0.stamp.entry)  on \($0.subject.words), \($0.stamp.words): \($0.text)"
        }
        lines += section("assigned", state.assignees.map { ($0.key.words, $0.value) }.sorted { $0 < $1 }) {
            "\($0.0)  \($0.1)"
        }
        lines += section("tags", state.tags.map { ($0.key.words, $0.value.sorted()) }.sorted { $0.0 < $1.0 }) {
            "\($0.0)  \($0.1.joined(separator: ", "))"
        }
        if !state.conflicts.isEmpty {
            lines += ["conflicts (\(state.conflicts.count))"] + state.conflicts.flatMap(told)
        }
        return lines.map { $0.printable + "\n" }.joined()
    }

    /// How many entries are listed that a conflict is with: the last ones, which say what the case says now.
    private static let listedAgainst = 3

    /// What was set aside, what this case says of the same, and how that is ended.
    private func told(_ conflict: CaseConflict) -> [String] {
        func changes(_ title: String, _ numbers: [Int]) -> [String] {
            file.changes(numbers).map {
                "\(title)  entry \($0.stamp.entry) by \($0.stamp.words): \($0.action.words(action))"
                    + ($0.origin?.partWords.map { " (\($0))" } ?? "")
            }
        }
        let settling = ["take", "dismiss"].map { choice in
            "    " + ShellWord.line(["firebreak", "case", "settle", file.path, String(conflict.entry), choice])
        }
        let earlier = conflict.against.count - Self.listedAgainst
        let more = earlier > 0 ? ["    against  … and \(earlier) earlier"] : []
        return changes("  set aside", [conflict.entry])
            + changes("    against", conflict.against.suffix(Self.listedAgainst)) + more + settling
    }

    private func action(of entry: Int) -> CaseAction? { file.changes([entry]).first?.action }

    private func because(_ why: String) -> String { why.isEmpty ? "" : " (\(why))" }

    private func section<Row>(
        _ title: String, _ rows: [Row], counted: String? = nil, _ words: (Row) -> String
    ) -> [String] {
        rows.isEmpty ? [] : ["\(title) (\(counted ?? String(rows.count)))"] + rows.map { "  " + words($0) }
    }
}

extension Stamp {
    /// Who and when, in words.
    public var words: String { "\(who), \(when.minuteText)" }
}
