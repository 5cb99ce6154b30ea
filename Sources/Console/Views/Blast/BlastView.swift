import Reach
import TerminalKit

/// Everything that the declared compromise reaches.
struct BlastView: ScreenView {
    /// The lists among which Tab chooses.
    private enum Section: String, CaseIterable {
        case everything, live, ended, identity, integrity, conditional

        func contains(_ held: HeldEntity) -> Bool {
            switch self {
            case .everything: true
            case .live: held.isLive && !held.isConditional
            case .ended: !held.isLive && !held.isConditional
            case .identity: held.plane == .identity && !held.isConditional
            case .integrity: held.plane == .integrity && !held.isConditional
            case .conditional: held.isConditional
            }
        }

        func count(_ counts: BlastRadius.Counts) -> Int {
            switch self {
            case .everything: counts.reached + counts.conditional
            case .live: counts.live
            case .ended: counts.reached - counts.live
            case .identity: counts.byPlane[.identity] ?? 0
            case .integrity: counts.byPlane[.integrity] ?? 0
            case .conditional: counts.conditional
            }
        }
    }

    var headerLines: Int { 1 }

    func listRect(_ state: State, in body: Rect) -> Rect { SectionLine.rest(of: body) }

    func rows(_ state: State) -> Rows {
        guard state.question != nil else { return .none }
        guard let answer = state.answer else { return .pending }
        let section = state.place.section.flatMap(Section.init) ?? .everything
        return HeldTable.rows(state, answer, where: section.contains)
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let rect = listRect(state, in: body)
        if case .held(let places, let answer) = state.rows {
            HeldTable(state: state, look: look).draw(
                places, of: answer, empty: emptyText(state), into: &screen, in: rect)
        } else {
            let text = state.rows.isPending ? "computing\(look.glyphs.ellipsis)" : emptyText(state)
            RowList(geometry: ListGeometry(rowCount: 0, lines: rect.rows), emptyText: TextLine(text))
                .draw(into: &screen, in: rect, offset: 0, look: look) { _, _, _, _ in }
        }
    }

    private func emptyText(_ state: State) -> String {
        if state.question == nil { return "nothing is declared compromised: 1 goes to the start, c declares" }
        if !state.place.query.isEmpty { return "nothing matches the filter; esc clears it" }
        return state.place.section == nil ? "nothing is held: the declared entity never could be" : "none"
    }

    func sections(_ state: State) -> [ViewSection] {
        let counts = state.answer?.counts
        return Section.allCases.map { section in
            ViewSection(name: section.rawValue, title: section.rawValue, count: counts.map(section.count))
        }
    }

    func sortColumns(_ state: State) -> [SortColumn] { HeldTable.sortColumns }

    func openObstacle(_ state: State) -> String? { state.whyObstacle }

    func open(_ state: inout State) { _ = state.showWhy() }
}
