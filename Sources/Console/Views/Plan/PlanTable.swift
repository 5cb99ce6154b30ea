import Inventory
import Reach
import Reports
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

    /// Below this width kinds have their short names.
    private static let fullColumns = 100

    func draw(_ marks: [Int], into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let usual = PlanColumn.columns(inCase: state.casebook != nil)
        let setup = state.tableSetup.columns.filter(\.isShown)
        let columns = setup.compactMap { PlanColumn(rawValue: $0.name) }
        var table = TextTable(
            columns: zip(columns, setup).map { column, chosen in
                let isAdded = usual.contains { $0.name == column.rawValue && !$0.isShown }
                return column.tableColumn(isCompact: isCompact)
                    .chosen(isAdded: isAdded, width: chosen.width, in: rect.columns)
            }, rowCount: marks.count,
            selected: state.selected)
        table.sortKeys = state.sortKeys.compactMap { key in
            columns.firstIndex { $0.rawValue == key.column }
                .map { TextTable.SortKey(column: $0, ascending: key.ascending) }
        }
        let shown = table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: marks[row])
            return TableRow(
                columns.map { cell($0, entity, isCompact: isCompact) }, mark: state.gutter(of: row, entity.index, look))
        }
        drawHint(into: &screen, in: rect, below: shown.count + 2)
    }

    /// Says below the rows, where there is room, how what they say is done, and what writes all of it.
    private func drawHint(into screen: inout Screen, in rect: Rect, below line: Int) {
        let room = Rect(
            row: rect.row + line, column: rect.column + TextTable.gutter, rows: rect.rows - line,
            columns: min(100, rect.columns - TextTable.gutter - 2))
        let text =
            "\(state.key(.runbook)) shows how the selected one is done at its provider. \(state.wholeRunbook). "
            + "Firebreak runs nothing of it."
        guard room.rows >= Paragraph.lines(text, columns: max(1, room.columns)).count else { return }
        screen.paragraph(text, in: room, style: look[.textDim])
    }

    private func cell(_ column: PlanColumn, _ entity: Entity, isCompact: Bool) -> TextSpan {
        switch column {
        case .step: step(entity, isCompact: isCompact)
        case .remedy: TextSpan(Words.remedy(entity.kind))
        case .kind:
            TextSpan(
                isCompact ? Words.shortKind(entity) : Words.kind(entity),
                look[Meaning.kind.appending(entity.kindName)])
        case .name: TextSpan(entity.name)
        case .shortID: .shortID(entity)
        case .state: JudgementWords(of: entity, in: state).stateCell(look)
        case .assignee: JudgementWords(of: entity, in: state).assigneeCell(look)
        case .verdict: JudgementWords(of: entity, in: state).verdictCell(look, isCompact: isCompact)
        case .tags: JudgementWords(of: entity, in: state).tagsCell(look)
        case .breaks: TextSpan(breaks(entity))
        case .severs: severs(entity)
        case .held: standing(entity)
        case .owner: owner(entity)
        case .provider: entity.provider.map { TextSpan($0) } ?? TextSpan(look[.none], look[.textDim])
        case .effect: TextSpan(Words.effect(entity.kind.remediation), look[.textDim])
        }
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
        return impact.breaks == 0 ? impact.usersNote ?? Words.count(0, "job") : Words.count(impact.breaks, "job")
    }

    /// How many entities would be live again without it alone.
    private func severs(_ entity: Entity) -> TextSpan {
        guard let question = state.planQuestion else { return TextSpan(look[.none], look[.textDim]) }
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
        guard let answer = state.answer else { return TextSpan(state.pendingText(look), look[.textDim]) }
        guard let held = answer.radius[entity.index] else { return TextSpan("not held", look[.textDim]) }
        let words = HeldWords(held: held, state: state, look: look)
        let use = held.usedSince == true ? ", used!" : ""
        let open = state.openSlots(of: entity).isEmpty ? "" : ", slot open"
        return TextSpan(words.state + use + open, look[words.meaning])
    }
}
