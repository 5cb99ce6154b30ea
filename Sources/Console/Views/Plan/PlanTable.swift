import Inventory
import Reach
import TerminalKit

/// The table of what is marked, in the order in which it is to be done.
struct PlanTable {
    let state: State
    let look: Look
    private let order: OrderedPlan?

    init(state: State, look: Look) {
        self.state = state
        self.look = look
        order = state.findings.order(state.lensQuestion, state.work.present.marks)
    }

    private static func columns(isCompact: Bool) -> [TableColumn] {
        [
            TableColumn("STEP", minimum: isCompact ? 4 : 13, ideal: isCompact ? 4 : 13, priority: 9),
            TableColumn("DO", minimum: 11, ideal: 11, priority: 8),
            TableColumn("KIND", minimum: 8, ideal: isCompact ? 8 : 20, priority: 4, fitsContent: !isCompact),
            TableColumn("NAME", minimum: 14, ideal: 60, priority: .max, keeping: .middle, fitsContent: true),
            TableColumn("BREAKS", minimum: 7, ideal: 8, priority: 6),
            TableColumn(isCompact ? "SEVERS" : "SEVERS ALONE", minimum: isCompact ? 7 : 12, ideal: 12, priority: 5),
            TableColumn("STATE", minimum: 18, ideal: 30, priority: 7, fitsContent: true),
            TableColumn("OWNER", minimum: 8, ideal: 24, priority: 3, fitsContent: true),
            TableColumn("PROVIDER", minimum: 14, ideal: 14, priority: 1, fitsContent: true),
            TableColumn("WHAT THAT DOES", minimum: 18, ideal: 60, priority: 2, fitsContent: true, isWhole: true),
        ]
    }

    /// Below this width kinds have their short names.
    private static let fullColumns = 100

    func draw(_ marks: [Int], into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let table = TextTable(
            columns: Self.columns(isCompact: isCompact), rowCount: marks.count, selected: state.selected)
        let shown = table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: marks[row])
            return TableRow(
                [
                    step(entity, isCompact: isCompact), TextSpan(Words.remedy(entity.kind)),
                    TextSpan(
                        isCompact ? Words.shortKind(entity) : Words.kind(entity),
                        look[Meaning.kind.appending(entity.kindName)]),
                    TextSpan(entity.name), TextSpan(breaks(entity)), severs(entity), standing(entity),
                    owner(entity), entity.provider.map { TextSpan($0) } ?? TextSpan(look[.none], look[.textDim]),
                    TextSpan(Words.effect(entity.kind.remediation), look[.textDim]),
                ], mark: state.gutter(of: row, entity.index, look))
        }
        drawHint(into: &screen, in: rect, below: shown.count + 2)
    }

    /// Says below the rows, where there is room, how what they say is done, and what writes all of it.
    private func drawHint(into screen: inout Screen, in rect: Rect, below line: Int) {
        let room = Rect(
            row: rect.row + line, column: rect.column + TextTable.gutter, rows: rect.rows - line,
            columns: min(100, rect.columns - TextTable.gutter - 2))
        let text =
            "\(state.key(.runbook)) shows how the selected one is done at its provider. firebreak plan CASE --format "
            + "markdown (or sh) writes that for the whole plan. Firebreak runs nothing of it."
        guard room.rows >= Paragraph.lines(text, columns: max(1, room.columns)).count else { return }
        screen.paragraph(text, in: room, style: look[.textDim])
    }

    private func owner(_ entity: Entity) -> TextSpan {
        guard let owner = order?.owners[entity.index] ?? entity.owner else {
            return TextSpan("nobody known", look[.textDim])
        }
        return TextSpan(owner)
    }

    /// The place in the order; with a plus sign, or in words, where several are done at once.
    private func step(_ entity: Entity, isCompact: Bool) -> TextSpan {
        guard let step = order?.steps[entity.index] else { return TextSpan(look[.none], look[.textDim]) }
        return TextSpan("\(step.number)" + (step.isAtomic ? isCompact ? " +" : ", together" : ""))
    }

    private func breaks(_ entity: Entity) -> String {
        guard let impact = state.findings.impact(of: entity.index) else { return look.glyphs.ellipsis }
        return Words.count(impact.breaks, "job")
    }

    /// How many entities would be live again without it alone.
    private func severs(_ entity: Entity) -> TextSpan {
        guard let question = state.question else { return TextSpan(look[.none], look[.textDim]) }
        let marks = state.work.present.marks
        guard let with = state.planAnswer?.counts.live,
            let without = state.findings.live(question, after: marks.without(entity.index))
        else { return TextSpan(look.glyphs.ellipsis, look[.textDim]) }
        let count = max(0, without - with)
        return count == 0 ? TextSpan("nothing", look[.textDim]) : TextSpan(Words.grouped(count))
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
