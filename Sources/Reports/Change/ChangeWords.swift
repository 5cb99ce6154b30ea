import Inventory
import Reach

/// What is said of single changes: the same on standard output and in the console.
public struct ChangeWords {
    private let diff: InventoryDiff

    /// Words about `diff`.
    public init(_ diff: InventoryDiff) { self.diff = diff }

    /// What happened, by its name in files: `removed`, `only_in_old`, `delisted`. That the other side would have it is a
    /// finding, that it does not tell of it is none.
    public func name(_ change: InventoryDiff.Change) -> String {
        switch change {
        case .changed(let place): diff.changed[place].delisting == nil ? "changed" : "delisted"
        case .changedRelation: "changed"
        case .removed, .removedRelation: isAbsent(change) ? "removed" : "only_in_old"
        case .added, .addedRelation: isAbsent(change) ? "added" : "only_in_new"
        }
    }

    private func isAbsent(_ change: InventoryDiff.Change) -> Bool { diff.silence(of: change)?.isAbsent ?? false }

    /// The same in words, and which way it goes: `changed, wider`.
    public func what(_ change: InventoryDiff.Change) -> String {
        let name = name(change)
        if name == "delisted" { return "no longer listed" }
        let direction = diff.direction(of: change)?.words.map { ", \($0)" } ?? ""
        return String(name.map { $0 == "_" ? " " : $0 }) + direction
    }

    /// In which fields the two sides differ, else why it is known that it came or went, or why not: a sentence without
    /// its end.
    public func why(_ change: InventoryDiff.Change) -> String {
        switch change {
        case .removed, .removedRelation: silence(of: change, .new(diff))
        case .added, .addedRelation: silence(of: change, .old(diff))
        case .changed(let place):
            diff.changed[place].delisting.map(SilenceWitnesses.new(diff).words)
                ?? FieldChange.all(diff.changed[place], in: diff).map(\.words).joined(separator: "; ")
        case .changedRelation(let place):
            FieldChange.all(diff.changedRelations[place], in: diff).map(\.words).joined(separator: "; ")
        }
    }

    private func silence(of change: InventoryDiff.Change, _ witnesses: SilenceWitnesses) -> String {
        diff.silence(of: change).map(witnesses.words) ?? ""
    }

    /// What was found of a planned remediation and why, in a sentence without its end.
    public func why(_ finding: Finding) -> String { finding.words(diff) }

    /// Why an identity is known to be new, or why not, in a sentence without its end.
    public func why(_ newcomer: Verification.Newcomer) -> String {
        if newcomer.isKnownNew, let since = newcomer.since, !newcomer.silence.isAbsent {
            return "it is there since \(since.iso8601), after the old source was collected"
        }
        return SilenceWitnesses.old(diff).words(newcomer.silence)
    }
}

extension InventoryDiff.Direction {
    /// Which way; nil where it goes neither.
    fileprivate var words: String? {
        switch self {
        case .widened: "wider"
        case .narrowed: "narrower"
        case .both: "wider and narrower"
        case .neither: nil
        }
    }
}
