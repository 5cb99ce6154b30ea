import Inventory
import Reach
import TerminalKit

/// What is marked, in the order in which it is to be done, what that breaks, what stays open after it, and the smallest
/// cut that would do.
struct PlanView: ScreenView {
    /// The lists among which Tab chooses.
    enum Section: String, CaseIterable {
        case marked, endings = "relations", residual, firebreak, rollback

        /// The list of the place; the marks for a name that is none.
        init(of state: State) { self = state.place.section.flatMap(Section.init) ?? .marked }
    }

    var headerLines: Int { 1 }

    func listRect(_ state: State, in body: Rect) -> Rect {
        let rest = SectionLine.rest(of: body)
        let head =
            switch Section(of: state) {
            case .firebreak: FirebreakTable.headLines(state, in: rest)
            case .marked:
                min(refusalLines(state, columns: rest.columns) + progressLines(state, rows: rest.rows), rest.rows / 3)
            case .residual, .rollback, .endings: 0
            }
        return Rect(row: rest.row + head, column: rest.column, rows: rest.rows - head, columns: rest.columns)
    }

    func rows(_ state: State) -> Rows {
        switch Section(of: state) {
        case .marked: return marked(state)
        case .endings: return .endings(EndingRows(state))
        case .residual: return HeldTable.rows(state, .plan)
        case .rollback: return HeldTable.rows(state, .rollback)
        case .firebreak:
            guard let question = state.question else { return .none }
            guard let firebreak = state.findings.firebreak(question, state.work.present.targets) else {
                return .pending
            }
            let query = state.boundQuery(state.answer)
            return .entities(Listed(firebreak.rows.filter { query.matches($0) }))
        }
    }

    /// The answer that the list of the place shows the live entities of; nil for the others.
    func source(of state: State) -> HeldSource? {
        switch Section(of: state) {
        case .marked, .endings, .firebreak: nil
        case .residual: .plan
        case .rollback: .rollback
        }
    }

    /// How many lines it takes to say that the marks stand in no order; none where they do.
    private func refusalLines(_ state: State, columns: Int) -> Int {
        OrderedPlan.refusal(state.work.present.marks).map { Paragraph.lines($0, columns: columns - 2).count } ?? 0
    }

    private func marked(_ state: State) -> Rows {
        let marks = state.work.present.marks
        guard !marks.isEmpty else { return .entities(Listed([])) }
        guard let order = state.findings.order(state.lensQuestion, marks) else { return .pending }
        let query = state.boundQuery(state.answer)
        let shown = state.place.query.isEmpty ? order.entities : order.entities.filter { query.matches($0) }
        return .entities(Listed(order.sorted(shown, by: state.sortKeys, state.work.present, in: state.inventory)))
    }

    /// What the list needs besides the answers that every view shows.
    func needed(by state: State) -> [Inquiry] {
        let marks = state.work.present.marks
        switch Section(of: state) {
        case .marked:
            guard !marks.isEmpty else { return [] }
            return [.order(state.lensQuestion, marks)] + worth(state, marks)
        case .firebreak: return state.question.map { [.firebreak($0, state.work.present.targets)] } ?? []
        case .endings, .residual, .rollback: return []
        }
    }

    /// What the rows on screen break and sever; what the selected one severs by name comes first.
    private func worth(_ state: State, _ marks: Marks) -> [Inquiry] {
        guard case .entities(let listed) = state.rows else { return [] }
        let window = state.list(in: state.bodyRect(state.size)).window
        let shown = listed.indices.dropFirst(max(0, state.place.scroll)).prefix(max(1, window))
        var inquiries: [Inquiry] = []
        if let question = state.planQuestion {
            if let entity = state.rows.entity(at: state.selected), marks.contains(entity) {
                inquiries.append(.severed(question, marks, entity))
            }
            inquiries += shown.filter(marks.contains).map { .live(question, marks.without($0)) }
        }
        return shown.map { .impact($0) } + inquiries
    }

    func sections(_ state: State) -> [ViewSection] {
        let live = state.place.lens.isTimeless ? "reachable" : "live"
        let residual = state.answer(.plan)
        let firebreak = state.question.flatMap { state.findings.firebreak($0, state.work.present.targets) }
        let (marks, endings) = (state.work.present.marks.count, state.work.present.endings.count)
        // Who plans to end none needs no list of them.
        let ended =
            endings > 0 || Section(of: state) == .endings
            ? [ViewSection(name: Section.endings.rawValue, title: "relations to end", count: endings)] : []
        return [ViewSection(name: Section.marked.rawValue, title: "marked", count: marks)] + ended + [
            ViewSection(name: Section.residual.rawValue, title: "still \(live) after it", count: residual?.counts.live),
            ViewSection(name: Section.firebreak.rawValue, title: "firebreak", count: firebreak?.members.count),
            ViewSection(
                name: Section.rollback.rawValue, title: "rollback only: still \(live)",
                count: state.rollbackAnswer?.counts.live),
        ]
    }

    func sortColumns(_ state: State) -> [SortColumn] {
        switch Section(of: state) {
        case .residual, .rollback: HeldTable.sortColumns
        case .firebreak, .endings: []
        case .marked where OrderedPlan.refusal(state.work.present.marks) != nil: []
        case .marked:
            PlanColumn.sortable(inCase: state.casebook != nil).map { SortColumn(name: $0.rawValue, title: $0.title()) }
        }
    }

    func tableColumns(_ state: State) -> [TableSetup.Column] {
        switch Section(of: state) {
        case .marked: PlanColumn.columns(inCase: state.casebook != nil)
        case .firebreak, .endings: []
        case .residual, .rollback: HeldTable.columns(state)
        }
    }

    func columnWidth(_ name: String) -> Int {
        (HeldTableColumn(rawValue: name)?.tableColumn(HeldTable.fullColumns)
            ?? PlanColumn(rawValue: name)?.tableColumn(isCompact: false))?.usualWidth ?? 0
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let rect = listRect(state, in: body)
        if Section(of: state) == .marked { drawHead(state, into: &screen, in: body, list: rect, look: look) }
        if Section(of: state) == .firebreak, drawFirebreak(state, into: &screen, in: body, list: rect, look: look) {
            return
        }
        switch state.rows {
        case .groups(let groups): GroupTable(state: state, look: look).draw(groups, into: &screen, in: rect)
        case .held(let listed, let answer):
            HeldTable(state: state, look: look).draw(
                listed.indices, of: answer, empty: "nothing stays live, as far as the sources tell", into: &screen,
                in: rect)
        case .entities(let marks) where !marks.indices.isEmpty:
            PlanTable(state: state, look: look).draw(marks.indices, into: &screen, in: rect)
        case .endings(let endings) where endings.count > 0:
            EndingTable(state: state, look: look).draw(endings, into: &screen, in: rect)
        default: drawEmpty(state, into: &screen, in: rect, look: look)
        }
    }

    /// Draws the firebreak, when it is at hand.
    private func drawFirebreak(
        _ state: State, into screen: inout Screen, in body: Rect, list: Rect, look: Look
    ) -> Bool {
        guard let question = state.question,
            let firebreak = state.findings.firebreak(question, state.work.present.targets)
        else { return false }
        let rest = SectionLine.rest(of: body)
        let head = Rect(row: rest.row, column: rest.column, rows: list.row - rest.row, columns: rest.columns)
        let table = FirebreakTable(state: state, firebreak: firebreak, look: look)
        table.drawHead(into: &screen, in: head)
        if case .entities(let listed) = state.rows { table.draw(listed.indices, into: &screen, in: list) }
        return true
    }

    /// The lines that say how far the marks are: one in a case, where there is room.
    private func progressLines(_ state: State, rows: Int) -> Int {
        state.casebook != nil && !state.work.present.marks.isEmpty && rows >= 6 ? 1 : 0
    }

    /// Says above the marks how far they are, and where they stand in no order, that.
    private func drawHead(_ state: State, into screen: inout Screen, in body: Rect, list: Rect, look: Look) {
        let rest = SectionLine.rest(of: body)
        let lines = min(progressLines(state, rows: rest.rows), list.row - rest.row)
        if lines > 0 {
            let counts = state.work.present.progressCounts.map { "\(Words.grouped($0.count)) \($0.state.rawValue)" }
            let text = counts.joined(separator: " \(look[.separator]) ")
            screen.write(TextLine(text, look[.status]), in: rest.line(0).inset(columns: 1), look: look)
        }
        guard let refusal = OrderedPlan.refusal(state.work.present.marks) else { return }
        let head = Rect(
            row: rest.row + lines, column: rest.column, rows: list.row - rest.row - lines, columns: rest.columns)
        screen.paragraph(refusal, in: head.inset(columns: 1), style: look[.warning])
    }

    private func drawEmpty(_ state: State, into screen: inout Screen, in rect: Rect, look: Look) {
        let text =
            if state.rows.isPending {
                state.pendingText(look)
            } else if !state.place.query.isEmpty {
                state.nothingMatches
            } else if Section(of: state) == .marked, !state.work.present.endings.isEmpty {
                "No entity is marked. \(state.key(.nextSection)) lists the relations that are planned to be ended."
            } else if Section(of: state) == .marked {
                """
                Nothing is marked.

                In any list press \(state.key(.mark)) on what you would revoke, rotate, re-image or revert: it comes here, with what \
                that breaks; \(state.key(.nextSection)) then shows what stays live after all of it, and what rolling code back alone leaves \
                open.
                """
            } else if Section(of: state) == .endings {
                """
                No relation is planned to be ended.

                On the page of an entity or on a path \(state.key(.endRelation)) on a relation, such as a trust or a membership, puts it here.
                """
            } else {
                state.nothingDeclared
            }
        screen.paragraph(text, in: rect.inset(columns: 3), style: look[.textDim])
    }

    func openObstacle(_ state: State) -> String? {
        if Section(of: state) == .endings { return state.endingObstacle }
        return source(of: state) == nil ? state.entityObstacle : state.whyObstacle
    }

    /// Opens the entity; of what stays live, why it does.
    func open(_ state: inout State) {
        switch Section(of: state) {
        case .marked, .firebreak: _ = state.showEntity()
        // It is ended where it leads: at what trusts, holds or admits the other end.
        case .endings:
            if let mark = state.selectedRelation {
                state.visit(.entity, subject: state.inventory.entity(at: mark.to).id)
            }
        case .residual, .rollback: _ = state.showWhy()
        }
    }
}
