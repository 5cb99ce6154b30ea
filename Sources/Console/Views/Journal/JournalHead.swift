import Casebook
import TerminalKit

/// What stands above the entries: the hash that stands for all of them, whether they follow one another, and how many
/// are not listed.
struct JournalHead {
    let state: State
    let look: Look

    /// How many lines it takes of a body.
    static func lineCount(in body: Rect) -> Int { body.rows < 5 ? 0 : body.rows < 11 ? 1 : 2 }

    /// The lines; what matters most is the first of them.
    func lines(in body: Rect) -> [[FittedLine.Piece]] {
        guard let bond = state.casebook else { return [] }
        let count = Self.lineCount(in: body)
        let head = bond.view.journal.last?.hash ?? JournalEntry.beginning
        let short = FittedLine.Piece("head \(head.prefix(12))", priority: 9)
        let whole = FittedLine.Piece("head \(head)", priority: 9)
        let isWhole = count > 1 && body.columns > JournalEntry.beginning.count + 8
        let first =
            (bond.unread == nil ? [] : [unread]) + [
                chain, .init(Words.count(bond.view.sequence, "entry", plural: "entries"), priority: 8),
            ]
        return Array(
            [first + (isWhole ? [] : [short]) + older + authors, (isWhole ? [whole] : []) + [told]].prefix(count))
    }

    /// That what others write no longer comes in; why was said when that began.
    private var unread: FittedLine.Piece {
        .init("the file can no longer be read: this is what it held", look[.warning], priority: 11)
    }

    /// Whether the entries follow one another.
    private var chain: FittedLine.Piece {
        guard let journal = state.journal else { return .init("chain: checking\(look.glyphs.ellipsis)", priority: 10) }
        guard let fault = journal.fault else { return .init("chain whole", look[.good], priority: 10) }
        return .init("CHAIN BROKEN: \(fault.words)", look[.alarm], priority: 10)
    }

    /// How many entries are not listed, and where they are.
    private var older: [FittedLine.Piece] {
        guard state.olderEntries > 0 else { return [] }
        let command = (["firebreak"] + state.journalCommand()).joined(separator: " ")
        return [
            .init("\(Words.grouped(state.olderEntries)) older not listed", look[.warning], priority: 7),
            .init("\(command) has all", priority: 4),
        ]
    }

    /// Who wrote how many of those that are listed.
    private var authors: [FittedLine.Piece] {
        guard let journal = state.journal else { return [] }
        return journal.authors.prefix(Self.authorsShown).map {
            .init("\(look.shortened($0.name, to: 20)) \(Words.grouped($0.entries))", priority: 3)
        }
    }

    private static let authorsShown = 4

    /// What the head is for.
    private var told: FittedLine.Piece {
        .init("a report that prints the head is of this journal: firebreak case check --head tells", priority: 2)
    }
}
