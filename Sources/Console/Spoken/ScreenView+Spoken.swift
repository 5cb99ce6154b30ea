import Inventory
import PlainText
import Reach
import TerminalKit

extension ScreenView {
    /// A row in words: the view's own where it has some. What is held says how; every other row says what its drawing
    /// says, with the titles of its columns.
    func facts(ofRow row: Int, in state: State) -> [SpokenFact] {
        if let words = spoken(row: row, in: state) { return [SpokenFact(clear: words)] }
        if let facts = spokenFacts(row: row, in: state) { return facts }
        if case .held(let listed, let answer) = state.rows, listed.indices.indices.contains(row) {
            let held = answer.radius.entities[listed.indices[row]]
            let facts = HeldWords(held: held, state: state, look: .spoken).spoken
            guard let finding = state.work.present.judgement(of: held.entity.index).conclusion?.finding else {
                return facts
            }
            return facts.prefix(1) + [SpokenFact("verdict", finding.rawValue)] + facts.dropFirst()
        }
        return drawnFacts(ofRow: row, in: state)
    }

    /// A row as this view draws it where there is room for all.
    private func drawnFacts(ofRow row: Int, in state: State) -> [SpokenFact] {
        var state = state
        state.selected = row
        state.place.scroll = row
        let screen = drawn(state)
        let facts =
            screen.spoken.isEmpty
            ? screen.cursor.map { screen.facts(in: Rect.line(at: $0, of: screen)) } : screen.spoken
        if let facts, !facts.isEmpty { return facts.naming(state.rows.entity(at: row), in: state.inventory) }
        guard let entity = state.rows.entity(at: row).map(state.inventory.entity(at:)) else { return [] }
        return [SpokenFact(entity)]
    }

    /// What stands above the rows, besides the lists to choose from: what a page is about.
    func spokenHead(of state: State) -> [SpokenFact] {
        let body = Rect(Self.spokenSize)
        let list = listRect(state, in: body)
        let skipped = sections(state).isEmpty ? 0 : 1
        guard list.row > skipped else { return [] }
        let head = Rect(row: skipped, column: 0, rows: list.row - skipped, columns: body.columns)
        return drawn(state).facts(in: head)
    }

    /// What stands in the place of rows where there are none: why.
    func spokenEmptiness(of state: State) -> [SpokenFact] {
        let list = listRect(state, in: Rect(Self.spokenSize))
        let rows = Rect(
            row: list.row + headerLines, column: list.column, rows: list.rows - headerLines, columns: list.columns)
        return drawn(state).facts(in: rows)
    }

    private func drawn(_ state: State) -> Screen {
        var screen = Screen(Self.spokenSize)
        draw(state, into: &screen, in: Rect(Self.spokenSize), look: .spoken)
        return screen
    }

    /// Wide enough for every column and every word in full; high enough for a row below its head.
    private static var spokenSize: Size { Size(rows: 12, columns: 1_000) }
}

extension Rect {
    /// The line of a screen in which a position lies, without the gutter.
    fileprivate static func line(at position: Position, of screen: Screen) -> Rect {
        let start = position.column + TextTable.gutter
        return Rect(row: position.row, column: start, rows: 1, columns: screen.size.columns - start)
    }
}

extension SpokenFact {
    /// What an entity is: `token AWS key`.
    init(_ entity: Entity) { self.init(clear: "\(Words.kind(entity)) \(entity.name)", label: "entity") }
}

extension [SpokenFact] {
    /// The same with the columns of kind and name as one fact at the front: what a row is comes before what is known of
    /// it.
    fileprivate func naming(_ index: Int?, in inventory: Inventory) -> [SpokenFact] {
        guard let index, contains(where: { $0.label == "name" }) else { return self }
        return [SpokenFact(inventory.entity(at: index))] + filter { $0.label != "name" && $0.label != "kind" }
    }
}
