import Inventory
import Reports
import TerminalKit

/// The relations of a plan as rows.
struct EndingRows: WordedRows {
    /// One of them, and what is said of it.
    struct Row: Hashable, Sendable {
        let mark: RelationMark
        let id: String
        let words: String
        /// How far it is.
        let progress: Judgement.Progress
        /// When it takes effect; nil at the moment of the lens.
        let at: Instant?
        /// What ends it, in words; nil where the evidence does not tell of it.
        let how: String?

        /// Why it is as far as it is, and what ends it.
        var why: String {
            let time = at.map { "from \(TimeWords.minute($0)) on; " } ?? ""
            let how = time + (how ?? "not in this evidence, and in no count")
            return progress.why.isEmpty ? how : "\(progress.state.rawValue): \(progress.why); \(how)"
        }
    }

    let rows: [Row]
    let total: Int

    init(_ state: State) {
        let (work, inventory) = (state.work.present, state.inventory)
        let query = state.boundQuery(state.answer)
        let marks = work.orderedEndings(in: inventory)
        rows = marks.filter { state.place.query.isEmpty || query.matches($0.from) || query.matches($0.to) }.map {
            mark in
            Row(
                mark: mark, id: mark.item(in: inventory).words, words: mark.words(in: inventory),
                progress: work.endings[mark] ?? Judgement.Progress(state: .proposed),
                at: work.moments[.relation(mark)],
                how: mark.relations(in: inventory).first.map { inventory.relation(at: $0).ending })
        }
        total = marks.count
    }

    var count: Int { rows.count }

    /// The relation at a row; nil where there is none.
    func mark(at row: Int) -> RelationMark? { rows.indices.contains(row) ? rows[row].mark : nil }

    /// A relation is none: what the keys do with an entity would be done to one of its ends.
    func entity(at row: Int) -> Int? { nil }

    func id(at row: Int) -> String { rows[row].id }

    func row(of id: String) -> Int? { rows.firstIndex { $0.id == id } }

    func searchText(at row: Int) -> String {
        "\(rows[row].progress.state.rawValue) \(rows[row].words) \(rows[row].id)"
    }

    func pieces(at row: Int, look: Look) -> [FittedLine.Piece] {
        let row = rows[row]
        let state = FittedLine.Piece(row.progress.state.rawValue, priority: 9)
        // Where a reason was given it begins with the state.
        return (row.progress.why.isEmpty ? [state] : []) + [FittedLine.Piece(row.why, priority: 8)]
    }
}
