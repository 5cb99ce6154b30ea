import Inventory
import Reach
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
        guard !state.place.query.isEmpty, case .entities(let listed) = state.rows else { return nil }
        return listed.matches
    }

    /// Why the list is empty, and which key shows what the filter finds elsewhere.
    private func emptyText(_ state: State) -> String {
        guard !state.place.query.isEmpty else { return "the inventory holds none" }
        let elsewhere = matches(state)?.values.reduce(0, +) ?? 0
        guard elsewhere > 0, section(of: state) != .all else { return "nothing matches the filter; esc clears it" }
        return
            "none here; \(Words.count(elsewhere, "match", plural: "matches")) among other kinds: \(state.key(.nextSection)) shows them"
    }

    func sortColumns(_ state: State) -> [SortColumn] {
        EntityColumn.table.map { SortColumn(name: $0.name, title: $0.title) }
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let columns = columns(state)
        let isCompact = body.columns < Self.fullColumns
        var table = TextTable(
            columns: [TableColumn("HELD", minimum: 11, ideal: 11, priority: 90)]
                + columns.map { $0.tableColumn(isCompact: isCompact) },
            rowCount: state.rows.count, selected: state.selected, emptyText: TextLine(emptyText(state)))
        if let sort = state.place.sort, let place = columns.firstIndex(where: { $0.row.name == sort.column }) {
            table.sorted = (place + 1, sort.ascending)
        }
        guard case .entities(let listed) = state.rows else {
            let line = TextLine("   computing\(look.glyphs.ellipsis)", look[.textDim])
            screen.write(line, in: listRect(state, in: body), look: look)
            return
        }
        table.draw(into: &screen, in: listRect(state, in: body), offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: listed.indices[row])
            return TableRow(
                [heldCell(entity, state, look)] + columns.map { cell($0, entity, state, look, isCompact: isCompact) },
                mark: state.work.present.marks.contains(entity.index) ? look[.marked] : "")
        }
    }

    /// Below this width kinds have their short names.
    private static let fullColumns = 100

    /// The columns of the table; the kind is left out where all rows are of one, exposures where nothing asks for
    /// them, and the number of relations where the order does not go by it.
    private func columns(_ state: State) -> [EntityColumn] {
        let hasKind = if case .kind = section(of: state) { false } else { true }
        let hasExposure = state.asksForExposure
        let hasRelations = state.place.sort.flatMap { EntityColumn(named: $0.column) } == .relations
        return EntityColumn.allCases.filter { column in
            switch column {
            case .kind: hasKind
            case .exposure: hasExposure
            case .relations: hasRelations
            default: true
            }
        }
    }

    private func heldCell(_ entity: Entity, _ state: State, _ look: Look) -> TextSpan {
        guard state.question != nil else { return TextSpan(look[.none], look[.textDim]) }
        guard let answer = state.answer else { return TextSpan(look.glyphs.ellipsis, look[.textDim]) }
        guard let held = answer.radius[entity.index] else { return TextSpan("no", look[.textDim]) }
        let words = HeldWords(held: held, state: state, look: look)
        return TextSpan(words.state, look[words.meaning])
    }

    private func cell(
        _ column: EntityColumn, _ entity: Entity, _ state: State, _ look: Look, isCompact: Bool
    ) -> TextSpan {
        let text =
            switch column {
            case .kind: isCompact ? Words.shortKind(entity) : Words.kind(entity)
            case .flags: Words.flags(entity.flags)
            case .exposure: state.exposures?[entity.index].map { Words.exposure($0, look) } ?? ""
            default: column.time(of: entity).map { TimeWords.cell($0, near: state.at) } ?? column.text(of: entity)
            }
        if text.isEmpty { return TextSpan(look[.none], look[.textDim]) }
        return TextSpan(text, column == .kind ? look[Meaning.kind.appending(entity.kindName)] : nil)
    }
}
