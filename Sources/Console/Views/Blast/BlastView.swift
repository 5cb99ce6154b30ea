import Reach
import TerminalKit

/// Everything that the declared compromise reaches.
struct BlastView: ScreenView {
    var headerLines: Int { 1 }

    func listRect(_ state: State, in body: Rect) -> Rect { SectionLine.rest(of: body) }

    /// The list of the place; everything for a name that is none.
    func section(of state: State) -> HeldSection { state.place.section.flatMap(HeldSection.init) ?? .everything }

    func rows(_ state: State) -> Rows {
        guard state.isTree, state.question != nil else { return HeldTable.rows(state, .reach) }
        guard let answer = state.answer, let listing = state.listing, let forest = state.findings.forest(listing) else {
            return .pending
        }
        return .tree(TreeRows(forest, of: answer, folded: state.place.drawing.folded, in: state.inventory))
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let rect = listRect(state, in: body)
        if case .groups(let groups) = state.rows {
            GroupTable(state: state, look: look).draw(groups, into: &screen, in: rect)
        } else if case .held(let listed, let answer) = state.rows {
            HeldTable(state: state, look: look).draw(
                listed.indices, of: answer, empty: emptyText(state), into: &screen, in: rect)
        } else if case .tree(let tree) = state.rows {
            HeldTree(state: state, look: look).draw(tree, empty: emptyText(state), into: &screen, in: rect)
        } else {
            let text = state.rows.isPending ? state.pendingText(look) : emptyText(state)
            RowList(geometry: ListGeometry(rowCount: 0, lines: rect.rows), emptyText: TextLine(text))
                .draw(into: &screen, in: rect, offset: 0, look: look) { _, _, _, _ in }
        }
    }

    private func emptyText(_ state: State) -> String {
        if state.question == nil { return state.nothingDeclared }
        if !state.place.query.isEmpty { return state.nothingMatches }
        if state.place.hiddenKinds != nil { return state.allHidden }
        return state.place.section == nil ? "nothing is held: the declared entity never could be" : "none"
    }

    func sections(_ state: State) -> [ViewSection] {
        let counts = state.answer?.counts
        let listed = state.counted?.sections
        func count(_ section: HeldSection) -> Int? { listed.map { $0[section] ?? 0 } ?? counts.map(section.count) }
        // What is reached only where a guard fails is no part of what is said to be reached: both are told.
        let conditional = count(.conditional) ?? 0
        // Only a lens in the past leaves something that is not held yet.
        let shown = HeldSection.allCases.filter {
            $0 != .notYet || count($0) ?? 0 > 0 || state.place.section == $0.rawValue
        }
        return shown.map { section in
            let more = section == .everything ? conditional : 0
            return ViewSection(
                name: section.rawValue,
                title: state.place.lens.isTimeless && section == .live ? "reachable" : section.title,
                count: count(section).map { $0 - more }, more: more)
        }
    }

    func sortColumns(_ state: State) -> [SortColumn] { HeldTable.sortColumns }

    func tableColumns(_ state: State) -> [TableSetup.Column] { HeldTable.columns(state) }

    func columnWidth(_ name: String) -> Int {
        HeldTableColumn(rawValue: name)?.tableColumn(HeldTable.fullColumns).usualWidth ?? 0
    }

    func openObstacle(_ state: State) -> String? { state.whyObstacle }

    func open(_ state: inout State) { _ = state.isTree ? state.fold() : state.showWhy() }

    func spoken(row: Int, in state: State) -> String? {
        guard case .tree(let tree) = state.rows, row >= 0, row < tree.count else { return nil }
        return HeldTree(state: state, look: .spoken).spoken(row, of: tree)
    }
}
