import Casebook
import Inventory
import Reach

/// The report that a case is handed over with: what was compromised and when, what the attacker could use because of
/// it, what was taken back and how that was verified, what remains, and what cannot be known.
///
/// It is made once, of tables, and then written in whatever form: the same numbers everywhere. Nothing in it depends on
/// when or where it is made, so that two runs give the same bytes.
public struct HandOver: Sendable {
    /// What the journal of a case says.
    public struct Record: Sendable {
        /// What the case says.
        public let state: CaseState
        let identifier: String
        let entries: [JournalEntry]

        /// A case: what it says, what tells it from others, and all entries of its journal.
        public init(state: CaseState, identifier: String, entries: [JournalEntry]) {
            self.state = state
            self.identifier = identifier
            self.entries = entries
        }

        /// What the entry with this number did; nil where there is none.
        func action(of entry: Int) -> CaseAction? {
            entries.indices.contains(entry - 1) ? entries[entry - 1].content.action : nil
        }

        /// Where the entry with this number comes from; nil where it was made in this file.
        func origin(of entry: Int) -> JournalEntry.Origin? {
            entries.indices.contains(entry - 1) ? entries[entry - 1].content.origin : nil
        }

        /// The hash of the last entry.
        public var head: String { entries.last?.hash ?? JournalEntry.beginning }

        /// The moment of the last entry: what a report speaks of where nothing else is asked for.
        public var moment: Instant { entries.last?.content.when ?? .beginning }
    }

    /// A number of the report.
    struct Figure: Sendable {
        let name: String
        let title: String
        let count: Int
        let meaning: String
    }

    /// A part of the report under a title.
    struct Section: Sendable {
        /// Its name in addresses.
        let name: String
        let title: String
        var paragraphs: [String] = []
        var picture: HoldingsPicture?
        var tables: [ReportTable] = []
    }

    let record: Record
    /// The moment that decides what is live.
    let at: Instant
    /// What has to be known before anything else is read.
    let warnings: [String]
    let figures: [Figure]
    let sections: [Section]

    /// A report on a case as of `at`.
    ///
    /// - Parameters:
    ///   - inventory: The evidence; nil where it cannot be read, so that nothing is counted.
    ///   - change: What became of the evidence since it was added; nil where it is unchanged.
    public init(_ record: Record, inventory: Inventory?, change: EvidenceChange?, at: Instant) {
        self.record = record
        self.at = at
        let findings = inventory.map { HandOverFindings(record.state, in: $0, at: at) }
        warnings = Self.warnings(record, findings, change)
        figures = findings?.figures ?? []
        var sections = [HandOverRecord.evidence(record.state, isRead: inventory != nil, change)]
        if let findings { sections += findings.sections }
        sections.append(HandOverTimeline(record.state, findings).section)
        sections.append(HandOverPlan(record.state, findings).section)
        if let findings { sections.append(findings.remaining) }
        sections.append(HandOverRecord.remarks(record.state, inventory))
        sections.append(HandOverRecord.blindSpots(inventory))
        sections.append(HandOverRecord.journal(record))
        if let findings { sections.append(findings.paths) }
        self.sections = sections
    }

    private static func warnings(
        _ record: Record, _ findings: HandOverFindings?, _ change: EvidenceChange?
    ) -> [String] {
        let (state, inventory) = (record.state, findings?.inventory)
        var warnings = change.map { [$0.words] } ?? []
        if inventory == nil {
            let why = state.latestEvidence == nil ? "The case names no evidence" : "The evidence could not be read"
            warnings.append("\(why), so that nothing was counted: this report holds what the journal says.")
        }
        if let strays = inventory.flatMap({ CaseStrays(of: state, in: $0).words() }) { warnings.append(strays + ".") }
        for seed in findings?.answer.impossibleSeeds ?? [] {
            let id = findings?.inventory.entity(at: seed.entity).id ?? ""
            warnings.append(
                "\(id) could not be held in its window (\(seed.window.words)): nothing that follows from it is counted."
            )
        }
        for conflict in state.conflicts {
            let against = conflict.against.suffix(1).map { "entry \($0) (\(record.action(of: $0)?.words ?? ""))" }
            warnings.append(
                "Entry \(conflict.entry) of the journal (\(record.action(of: conflict.entry)?.words ?? "")) was set aside"
                    + (record.origin(of: conflict.entry)?.partWords.map { ", as \($0)" } ?? "")
                    + (against.isEmpty ? "" : ", because this case says \(against.joined(separator: " and "))")
                    + ". Nobody has settled it; it has no effect here.")
        }
        for entry in record.entries {
            guard case .salvage = entry.content.action else { continue }
            warnings.append("Entry \(entry.sequence) of the journal \(entry.content.action.words).")
        }
        return warnings
    }

    /// What the report is called.
    var title: String { record.state.title.isEmpty ? "Case" : record.state.title }

    /// What stands at its head: a name and a value each.
    var facts: [(name: String, title: String, value: String)] {
        [
            ("identifier", "Case", record.identifier),
            ("journal_head", "Journal head", record.head),
            ("journal_entries", "Entries", String(record.entries.count)),
            ("at", "As of", "\(at.reportText) (UTC; decides what is live)"),
        ]
    }

    /// All tables, in the order in which they stand.
    var tables: [ReportTable] { sections.flatMap(\.tables) }

    /// What the words mean, for readers who have never seen such a report.
    static let glossary = [
        "Identity plane: a credential or an account was, or could be, taken. Rolling code back does not close it; only "
            + "revoking or rotating does.",
        "Integrity plane: code, or what is built from it, was or could be altered. Rolling back and rebuilding closes "
            + "it.",
        "Held: an attacker with what was compromised could use it at that time. It does not say that the attacker did.",
        "Inherited: held without altering or running anything (tier 0).",
        "Known: observed (a record shows that it happened), configured (settings allow it) or inferred (from a name or "
            + "a convention); the weakest on the whole way.",
    ]
}
