import Inventory
import Reach
import TerminalKit

/// The table of what is marked.
struct PlanTable {
    let state: State
    let look: Look

    private static let columns = [
        TableColumn("DO", minimum: 6, ideal: 11, priority: 8),
        TableColumn("KIND", minimum: 6, ideal: 15, priority: 5),
        TableColumn("NAME", minimum: 16, ideal: 16, weight: 3, priority: .max, keeping: .middle),
        TableColumn("PROVIDER", minimum: 10, ideal: 10, priority: 3),
        TableColumn("BREAKS", minimum: 7, ideal: 8, priority: 7),
        TableColumn("STATE", minimum: 25, ideal: 25, weight: 2, priority: 6),
    ]

    func draw(_ marks: [Int], into screen: inout Screen, in rect: Rect) {
        let table = TextTable(columns: Self.columns, rowCount: marks.count, selected: state.selected)
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: marks[row])
            return TableRow(
                [
                    TextSpan(Words.remedy(entity.kind)),
                    TextSpan(Words.kind(entity), look[Meaning.kind.appending(entity.kindName)]),
                    TextSpan(entity.name),
                    entity.provider.map { TextSpan($0) } ?? TextSpan(look[.none], look[.textDim]),
                    TextSpan(breaks(entity)),
                    standing(entity),
                ], mark: look[.marked])
        }
    }

    private func breaks(_ entity: Entity) -> String {
        guard let impact = state.findings.impact(of: entity.index) else { return look.glyphs.ellipsis }
        return Words.count(impact.breaks, "job")
    }

    /// Whether there is still something to do.
    private func standing(_ entity: Entity) -> TextSpan {
        if entity.usable.until <= state.at {
            let word = entity.revoked.map { $0 <= state.at } == true ? "revoked" : "expired"
            return TextSpan("\(word): no action needed", look[.expired])
        }
        guard state.question != nil else { return TextSpan("nothing is declared", look[.textDim]) }
        guard let answer = state.answer else { return TextSpan("computing\(look.glyphs.ellipsis)", look[.textDim]) }
        guard let held = answer.radius[entity.index] else { return TextSpan("not held", look[.textDim]) }
        let words = HeldWords(held: held, state: state, look: look)
        return TextSpan(held.usedSince == true ? "\(words.state), used!" : words.state, look[words.meaning])
    }
}
