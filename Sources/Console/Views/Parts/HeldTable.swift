import Inventory
import Reach
import TerminalKit

/// The table of held entities that the blast radius and the plan's lists show.
struct HeldTable {
    /// What the rows can be sorted by: what the answer says, and every other column that the table can have.
    static let sortColumns =
        HeldColumn.allCases.map { SortColumn(name: $0.rawValue, title: $0.title) }
        + HeldTableColumn.allCases.compactMap(\.entityColumn).map { SortColumn(name: $0.row.name, title: $0.row.title) }

    /// The columns, the usual ones first.
    static let columns = HeldTableColumn.allCases.filter { $0 != .verdict }.map { column in
        TableSetup.Column(name: column.rawValue, isShown: HeldTableColumn.usual.contains(column))
    }

    /// The same, in a case with one for verdicts behind the names, shown once there is one.
    static func columns(_ state: State) -> [TableSetup.Column] {
        guard state.casebook != nil else { return columns }
        let verdict = TableSetup.Column(
            name: HeldTableColumn.verdict.rawValue, isShown: state.work.present.hasConclusions)
        return columns.flatMap { $0.name == HeldTableColumn.name.rawValue ? [$0, verdict] : [$0] }
    }

    /// The held entities that the place lists, once the answer is there and the list is made.
    static func rows(_ state: State, _ source: HeldSource) -> Rows {
        guard state.question != nil else { return .none }
        guard let answer = state.answer(source), let listed = state.listed else { return .pending }
        return .held(listed, in: answer)
    }

    let state: State
    let look: Look
    /// Below this width some words are short.
    static let fullColumns = 118
    /// Below this width kinds have their short names.
    static let longKindColumns = 160

    func draw(_ places: [Int], of answer: Answer, empty: String, into screen: inout Screen, in rect: Rect) {
        let setup = state.tableSetup
        let shown = setup.columns.filter(\.isShown).compactMap { column in
            HeldTableColumn(rawValue: column.name).map { (column: $0, width: column.width) }
        }
        let sorted = state.sortKeys.map { HeldTableColumn(sortedBy: $0.column) }
        let columns = shown.map { column, width in
            column.tableColumn(rect.columns).chosen(
                isAdded: !HeldTableColumn.usual.contains(column) || sorted.contains(column), width: width,
                in: rect.columns)
        }
        var table = TextTable(
            columns: columns, rowCount: places.count, selected: state.selected, isActive: !state.isInFacets,
            emptyText: TextLine(empty))
        table.measures = state.measures
        table.sortKeys = state.sortKeys.compactMap { key in
            let sorted = HeldTableColumn(sortedBy: key.column)
            guard let column = shown.firstIndex(where: { $0.column == sorted }) else { return nil }
            return TextTable.SortKey(
                column: column, ascending: key.ascending, word: HeldTableColumn.titleWord(sortedBy: key.column))
        }
        let name = shown.firstIndex { $0.column == .name }
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let held = answer.radius.entities[places[row]]
            let words = HeldWords(held: held, state: state, look: look)
            var row = TableRow(
                shown.map { cell($0.column, held, words, width: rect.columns) },
                mark: state.gutter(of: row, held.entity.index, look),
                style: held.isConditional ? look[.conditional].over(look[.text]) : nil)
            if let name { row.asides[name] = aside(held.entity) }
            return row
        }
    }

    /// What stands behind a name: first that it looks like another.
    private func aside(_ entity: Entity) -> TextSpan? {
        let home = Words.aside(entity)
        guard state.looksAlike(entity.index) else { return home.map { TextSpan($0, look[.textDim]) } }
        return TextSpan(["lookalike", home].compactMap { $0 }.joined(separator: ", "), look[.warning])
    }

    private func cell(_ column: HeldTableColumn, _ held: HeldEntity, _ words: HeldWords, width: Int) -> TextSpan {
        let isCompact = width < Self.fullColumns
        switch column {
        case .firstHeld: return TextSpan(words.firstHeld)
        case .until:
            let text = isCompact ? words.untilInShort : words.until
            return TextSpan(text, look[held.usedSince == true ? .alarm : words.meaning])
        case .tier:
            let plane =
                isCompact ? held.plane.map { $0 == .identity ? "ident" : "integ" } ?? look[.none] : words.plane
            return TextSpan(
                isCompact ? "\(words.tier) \(plane)" : "\(words.tier)    \(plane)",
                held.plane.map { look[$0 == .identity ? .identityPlane : .integrityPlane] })
        case .kind:
            return TextSpan(
                width < Self.longKindColumns ? Words.shortKind(held.entity) : Words.kind(held.entity),
                look[Meaning.kind.appending(held.entity.kindName)])
        case .name: return TextSpan(held.entity.name)
        case .verdict: return JudgementWords(of: held.entity, in: state).verdictCell(look, isCompact: isCompact)
        case .why: return TextSpan(words.why)
        case .known: return TextSpan(words.known, held.confidence == .inferred ? look[.inferred] : nil)
        default:
            guard let column = column.entityColumn else { return "" }
            return EntityCell(state: state, look: look).span(column, held.entity, isCompact: isCompact)
        }
    }
}
