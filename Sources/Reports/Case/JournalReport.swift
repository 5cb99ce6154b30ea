import Casebook
import Inventory
import PlainText

/// The journal of a case: who did what, when.
public struct JournalReport {
    private let entries: [JournalEntry]
    private let named: (Int) -> CaseAction?

    /// A report on these entries, in order; `named` tells what others did of which they speak.
    public init(_ entries: [JournalEntry], named: @escaping (Int) -> CaseAction? = { _ in nil }) {
        self.entries = entries
        self.named = named
    }

    /// A line an entry.
    public var table: String {
        var table = ColumnText([
            .init(title: "ENTRY", alignment: .right), .init(title: "WHEN"), .init(title: "WHO", limit: 24),
            .init(title: "HASH"), .init(title: "WHAT", limit: 160),
        ])
        for entry in entries {
            table.append([
                String(entry.sequence), entry.content.when.iso8601, entry.content.who, String(entry.hash.prefix(12)),
                entry.words(named),
            ])
        }
        return table.text
    }

    /// The texts of the entries, one a line, exactly as they are hashed.
    public var lines: String { entries.map { $0.body + "\n" }.joined() }

    /// `firebreak.journal/1`: each entry's hash, and its text as an object.
    public var json: String {
        "{\"schema\":\"firebreak.journal/1\",\"head\":\"\(entries.last?.hash ?? JournalEntry.beginning)\",\"entries\":["
            + entries.map { "{\"hash\":\"\($0.hash)\",\"entry\":\($0.body)}" }.joined(separator: ",") + "]}\n"
    }
}
