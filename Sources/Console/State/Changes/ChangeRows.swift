import Inventory
import Reach
import TerminalKit

/// The rows of the view of changes.
struct ChangeRows: WordedRows {
    let ground: ChangeGround
    let section: ChangeSection
    let rows: [ChangeRow]
    /// How many there are without the filter.
    let total: Int

    var count: Int { rows.count }

    /// The number of the row's entity in the console's evidence; nil where only the other evidence has it.
    func entity(at row: Int) -> Int? { ground.entity(of: rows[row]).old }

    func id(at row: Int) -> String { ground.id(of: rows[row]) }

    /// The row with an id. O(rows), without making the ids of entities.
    func row(of id: String) -> Int? {
        let (old, new) = (ground.diff.old.entity(id: id)?.index, ground.diff.new.entity(id: id)?.index)
        guard old == nil, new == nil else {
            return rows.indices.first { row in
                guard !ground.isRelation(rows[row]) else { return false }
                let own = ground.entity(of: rows[row])
                return own.old != nil && own.old == old || own.new != nil && own.new == new
            }
        }
        if let change = ChangeGround.relation(id: id) { return rows.firstIndex(of: .change(change)) }
        // Planned relations are few.
        return section == .plan ? rows.indices.first { self.id(at: $0) == id } : nil
    }

    /// The words of a row by which a search finds it, besides the entity that it stands for.
    func searchText(at row: Int) -> String {
        let (entity, words) = (ground.told(of: rows[row]), ChangeRowWords(ground: ground, row: rows[row]))
        return [words.word, entity?.kindName ?? "", words.name, words.why, entity?.id ?? ""].joined(separator: " ")
    }

    func pieces(at row: Int, look: Look) -> [FittedLine.Piece] {
        let words = ChangeRowWords(ground: ground, row: rows[row])
        let short = words.entity.map { " \($0.shortID)" } ?? ""
        return [
            .init("\(words.word): \(look.shortened(words.name, to: 60))\(short)", priority: 8),
            .init(words.why, priority: 9),
        ]
    }
}
