import Inventory
import Reach
import TerminalKit

/// The table of what is marked.
struct PlanTable {
    let state: State
    let look: Look

    private static func columns(isCompact: Bool) -> [TableColumn] {
        [
            TableColumn("DO", minimum: 11, ideal: 11, priority: 8),
            TableColumn("KIND", minimum: 8, ideal: isCompact ? 8 : 20, priority: 5, fitsContent: !isCompact),
            TableColumn("NAME", minimum: 14, ideal: 60, priority: .max, keeping: .middle, fitsContent: true),
            TableColumn("PROVIDER", minimum: 14, ideal: 14, priority: 3, fitsContent: true),
            TableColumn("BREAKS", minimum: 7, ideal: 8, priority: 6),
            TableColumn("STATE", minimum: 18, ideal: 30, priority: 7, fitsContent: true),
            TableColumn("WHAT THAT DOES", minimum: 18, ideal: 60, priority: 2, fitsContent: true),
        ]
    }

    /// Below this width kinds have their short names.
    private static let fullColumns = 100

    func draw(_ marks: [Int], into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let table = TextTable(
            columns: Self.columns(isCompact: isCompact), rowCount: marks.count, selected: state.selected)
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: marks[row])
            return TableRow(
                [
                    TextSpan(Words.remedy(entity.kind)),
                    TextSpan(
                        isCompact ? Words.shortKind(entity) : Words.kind(entity),
                        look[Meaning.kind.appending(entity.kindName)]),
                    TextSpan(entity.name),
                    entity.provider.map { TextSpan($0) } ?? TextSpan(look[.none], look[.textDim]),
                    TextSpan(breaks(entity)),
                    standing(entity),
                    TextSpan(Words.effect(entity.kind.remediation), look[.textDim]),
                ], mark: look[.marked])
        }
    }

    private func breaks(_ entity: Entity) -> String {
        guard let impact = state.findings.impact(of: entity.index) else { return look.glyphs.ellipsis }
        return Words.count(impact.breaks, "job")
    }

    /// Whether there is still something to do.
    private func standing(_ entity: Entity) -> TextSpan {
        if let settled = Words.settled(entity, at: state.at) { return TextSpan(settled, look[.expired]) }
        guard state.question != nil else { return TextSpan("nothing is declared", look[.textDim]) }
        guard let answer = state.answer else { return TextSpan("computing\(look.glyphs.ellipsis)", look[.textDim]) }
        guard let held = answer.radius[entity.index] else { return TextSpan("not held", look[.textDim]) }
        let words = HeldWords(held: held, state: state, look: look)
        return TextSpan(held.usedSince == true ? "\(words.state), used!" : words.state, look[words.meaning])
    }
}
