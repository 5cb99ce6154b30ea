import Casebook
import Inventory
import Reports
import TerminalKit

/// The rows of the journal: places among its entries.
struct JournalRows: WordedRows {
    let ground: JournalGround
    let rows: [Int]

    var count: Int { rows.count }
    var total: Int { ground.entries.count }

    /// The words of a row.
    func words(at row: Int) -> JournalEntryWords { JournalEntryWords(ground: ground, place: rows[row]) }

    func entity(at row: Int) -> Int? { ground.entity(at: rows[row]) }

    func id(at row: Int) -> String { String(ground.entries[rows[row]].sequence) }

    func row(of id: String) -> Int? { Int(id).flatMap(ground.place).flatMap(rows.firstIndex) }

    func searchText(at row: Int) -> String {
        let words = words(at: row)
        return [words.entry.content.who, words.what, words.entry.hash].joined(separator: " ")
    }

    func pieces(at row: Int, look: Look) -> [FittedLine.Piece] {
        let words = words(at: row)
        let content = words.entry.content
        return [
            .init("entry \(words.entry.sequence)", priority: 8),
            .init("\(TimeWords.second(content.when)) \(look.shortened(content.who, to: 24))", priority: 7),
            .init(words.what, priority: 9), .init("hash \(words.entry.hash.prefix(12))", priority: 6),
        ]
    }
}
