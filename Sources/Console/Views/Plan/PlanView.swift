import Inventory
import Reach
import TerminalKit

/// What is marked, what that breaks, and what stays open after it.
struct PlanView: ScreenView {
    /// The lists among which Tab chooses.
    private enum Section: String, CaseIterable {
        case marked, residual, rollback
    }

    var headerLines: Int { 1 }

    private func section(of state: State) -> Section { state.place.section.flatMap(Section.init) ?? .marked }

    func listRect(_ state: State, in body: Rect) -> Rect { SectionLine.rest(of: body) }

    func rows(_ state: State) -> Rows {
        switch section(of: state) {
        case .marked: return .entities(Listed(marked(state)))
        case .residual: return HeldTable.rows(state, .plan)
        case .rollback: return HeldTable.rows(state, .rollback)
        }
    }

    /// The answer that the list of the place shows the live entities of; nil for the marks.
    func source(of state: State) -> HeldSource? {
        switch section(of: state) {
        case .marked: nil
        case .residual: .plan
        case .rollback: .rollback
        }
    }

    /// What is marked, by when it was first held; what is not held comes last. No order of work is claimed.
    private func marked(_ state: State) -> [Int] {
        let query = state.boundQuery(state.answer)
        let marks = state.work.present.marks.filter { query.matches($0) }
        let radius = state.answer?.radius
        return marks.sorted { left, right in
            let (first, second) = (radius?[left]?.firstHeld ?? .never, radius?[right]?.firstHeld ?? .never)
            return first == second ? state.inventory.idPrecedes(left, right) : first < second
        }
    }

    func sections(_ state: State) -> [ViewSection] {
        let residual = state.answer(.plan)
        return [
            ViewSection(name: Section.marked.rawValue, title: "marked", count: state.work.present.marks.count),
            ViewSection(name: Section.residual.rawValue, title: "still live after it", count: residual?.counts.live),
            ViewSection(
                name: Section.rollback.rawValue, title: "rollback only: still live",
                count: state.rollbackAnswer?.counts.live),
        ]
    }

    func sortColumns(_ state: State) -> [SortColumn] {
        section(of: state) == .marked ? [] : HeldTable.sortColumns
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let rect = listRect(state, in: body)
        switch state.rows {
        case .held(let places, let answer):
            HeldTable(state: state, look: look).draw(
                places, of: answer, empty: "nothing stays live, as far as the sources tell", into: &screen, in: rect)
        case .entities(let marks) where !marks.indices.isEmpty:
            PlanTable(state: state, look: look).draw(marks.indices, into: &screen, in: rect)
        default: drawEmpty(state, into: &screen, in: rect, look: look)
        }
    }

    private func drawEmpty(_ state: State, into screen: inout Screen, in rect: Rect, look: Look) {
        let text =
            if state.rows.isPending {
                "computing\(look.glyphs.ellipsis)"
            } else if !state.place.query.isEmpty {
                "Nothing matches the filter; esc clears it."
            } else if section(of: state) == .marked {
                """
                Nothing is marked.

                In any list press \(state.key(.mark)) on what you would revoke, rotate, re-image or revert: it comes here, with what \
                that breaks; \(state.key(.nextSection)) then shows what stays live after all of it, and what rolling code back alone leaves \
                open.
                """
            } else {
                state.nothingDeclared
            }
        screen.paragraph(text, in: rect.inset(columns: 3), style: look[.textDim])
    }

    func open(_ state: inout State) { _ = state.showEntity() }
}
