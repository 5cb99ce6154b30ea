import Inventory
import Reach
import Reports
import TerminalKit

/// Everything there is, by kind.
struct InventoryView: ScreenView {
    var headerLines: Int { 1 }

    func listRect(_ state: State, in body: Rect) -> Rect { SectionLine.rest(of: body) }

    func rows(_ state: State) -> Rows { state.listed.map { .entities($0) } ?? .pending }

    /// The section of the place; all for a name that is none.
    func section(of state: State) -> InventorySection {
        switch state.place.section {
        case nil, "all": .all
        case "nhi": .nonHuman
        case let name?: state.inventory.entityKind(named: name).map { .kind($0) } ?? .all
        }
    }

    func sections(_ state: State) -> [ViewSection] {
        let matches = matches(state)
        let counts = state.kindCounts.map { own in
            KindCount(kind: own.kind, count: matches.map { $0[own.kind] ?? 0 } ?? own.count)
        }
        let nonHuman = counts.reduce(0) { $0 + ($1.kind.row?.isNonHumanIdentity == true ? $1.count : 0) }
        let all = ViewSection(name: "all", title: "all", count: counts.reduce(0) { $0 + $1.count })
        let others =
            [ViewSection(name: "nhi", title: "non-human identities", count: nonHuman)]
            + counts.map {
                ViewSection(
                    name: state.inventory.name(of: $0.kind), title: Words.kinds($0.kind, in: state.inventory),
                    count: $0.count)
            }
        // Under a filter the kinds in which it finds something are the ones to choose from.
        return [all] + others.filter { matches == nil || $0.count != 0 || $0.name == state.place.section }
    }

    /// How many of each kind pass the filter; nil without one, and while that is being found out.
    private func matches(_ state: State) -> [EntityKind: Int]? {
        state.place.query.isEmpty ? nil : state.counted?.matches
    }

    /// Why the list is empty, and which key shows what the filter finds elsewhere.
    private func emptyText(_ state: State) -> String {
        if state.place.hiddenKinds != nil, state.rows.listed?.hiddenByKind ?? 0 > 0 {
            return state.allHidden
        }
        guard !state.place.query.isEmpty else { return "the inventory holds none" }
        let elsewhere = matches(state)?.values.reduce(0, +) ?? 0
        guard elsewhere > 0, section(of: state) != .all else { return state.nothingMatches }
        return
            "none here; \(Words.count(elsewhere, "match", plural: "matches")) among other kinds: \(state.key(.nextSection)) shows them"
    }

    func sortColumns(_ state: State) -> [SortColumn] {
        let columns = EntityColumn.table.map { SortColumn(name: $0.name, title: $0.title) }
        return columns + (state.question == nil ? [] : [SortColumn(name: Self.held, title: Self.heldColumn.title)])
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let rect = listRect(state, in: body)
        switch state.rows {
        case .groups(let groups): GroupTable(state: state, look: look).draw(groups, into: &screen, in: rect)
        case .entities(let listed): draw(listed, state, into: &screen, in: rect, look: look)
        default:
            screen.write(TextLine("   " + state.pendingText(look), look[.textDim]), in: rect, look: look)
        }
    }

    private func draw(_ listed: Listed, _ state: State, into screen: inout Screen, in rect: Rect, look: Look) {
        let isCompact = rect.columns < Self.fullColumns
        let setup = state.tableSetup
        let shown = setup.columns.filter(\.isShown)
        let usual = tableColumns(state)
        let kinds = shown.map { EntityColumn(named: $0.name) }
        let columns = zip(shown, kinds).map { column, kind in
            let own =
                kind?.tableColumn(rect.columns, isCompact: isCompact)
                ?? (column.name == Self.verdict
                    ? JudgementWords.verdictColumn(isCompact: isCompact, priority: 94) : Self.heldColumn)
            // The column by which the rows are ordered is asked for, too.
            let isAdded =
                usual.contains { $0.name == column.name && !$0.isShown }
                || state.sortKeys.contains { $0.column == column.name }
            return own.chosen(isAdded: isAdded, width: column.width, in: rect.columns)
        }
        var table = TextTable(
            columns: columns, rowCount: state.rows.count, selected: state.selected, isActive: !state.isInFacets,
            emptyText: TextLine(emptyText(state)))
        table.measures = state.measures
        table.sortKeys = state.sortKeys.compactMap { key in
            shown.firstIndex { $0.name == key.column }.map { TextTable.SortKey(column: $0, ascending: key.ascending) }
        }
        let cells = EntityCell(state: state, look: look)
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: listed.indices[row])
            return TableRow(
                zip(shown, kinds).map { column, kind in
                    if let kind { return cells.span(kind, entity, isCompact: isCompact) }
                    return column.name == Self.verdict
                        ? JudgementWords(of: entity, in: state).verdictCell(look, isCompact: isCompact)
                        : heldCell(entity, state, look)
                }, mark: state.gutter(of: row, entity.index, look))
        }
    }

    /// Below this width kinds have their short names.
    private static let fullColumns = 100

    /// The column that says whether an entity is held.
    static let held = "held"
    private static let heldColumn = TableColumn("HELD", minimum: 11, ideal: 11, priority: 96)
    /// The column that says what was concluded, shown once something was.
    private static let verdict = "verdict"

    /// The columns of the table; unless others are chosen the kind is left out where all rows are of one, whether it is
    /// held while nothing is declared, exposures where nothing asks for them, and the number of relations where the order does not go by it.
    func tableColumns(_ state: State) -> [TableSetup.Column] {
        let hasKind = if case .kind = section(of: state) { false } else { true }
        let hasRelations = state.sortKeys.contains { EntityColumn(named: $0.column) == .relations }
        let verdict = state.casebook.map { _ in
            TableSetup.Column(name: Self.verdict, isShown: state.work.present.hasConclusions)
        }
        let held = TableSetup.Column(name: Self.held, isShown: state.question != nil)
        return [held, verdict].compactMap { $0 }
            + EntityColumn.allCases.map { column in
                let isShown =
                    switch column {
                    case .kind: hasKind
                    case .exposure: state.asksForExposure
                    case .relations: hasRelations
                    default: true
                    }
                return TableSetup.Column(name: column.row.name, isShown: isShown)
            }
    }

    func columnWidth(_ name: String) -> Int {
        (EntityColumn(named: name)?.tableColumn(Self.fullColumns, isCompact: false)
            ?? (name == Self.verdict ? JudgementWords.verdictColumn(isCompact: false, priority: 94) : Self.heldColumn))
            .usualWidth
    }

    private func heldCell(_ entity: Entity, _ state: State, _ look: Look) -> TextSpan {
        guard state.question != nil else { return TextSpan(look[.none], look[.textDim]) }
        guard let answer = state.answer else { return TextSpan(look.glyphs.ellipsis, look[.textDim]) }
        guard let held = answer.radius[entity.index] else { return TextSpan("no", look[.textDim]) }
        let words = HeldWords(held: held, state: state, look: look)
        // The slot is out of reach, what was in it is not: the word that stays is the one that matters.
        if held.contentsText != nil { return TextSpan("value live", look[.live]) }
        return TextSpan(words.state, look[words.meaning])
    }
}
