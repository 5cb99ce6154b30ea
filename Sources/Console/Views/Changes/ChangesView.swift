import Inventory
import Reach
import TerminalKit

/// What differs between the evidence and that of another time, what that did to the blast radius, and whether what was
/// planned was carried out.
struct ChangesView: ScreenView {
    var headerLines: Int { 1 }

    func listRect(_ state: State, in body: Rect) -> Rect {
        let rest = SectionLine.rest(of: body)
        let head = state.difference == nil ? 0 : ChangeHead.lineCount(in: body.rows)
        return Rect(row: rest.row + head, column: rest.column, rows: rest.rows - head, columns: rest.columns)
    }

    func rows(_ state: State) -> Rows {
        guard let comparison = state.comparison, state.changesObstacle == nil else { return .none }
        guard !comparison.isReading, let listing = state.changeListing, let rows = state.findings.changes(listing)
        else {
            return .pending
        }
        return .changes(rows)
    }

    func sections(_ state: State) -> [ViewSection] {
        ChangeSection.allCases.map { section in
            let count: Int? =
                switch section {
                case .changes: state.difference?.changes.count
                case .widened: state.difference?.widerCount
                case .blast:
                    state.blastChange.map { $0.becameLive.count + $0.ceasedLive.count + $0.unknownLive.count }
                case .plan: state.planVerification?.results.count
                case .new: state.planVerification?.newcomers.count
                }
            return ViewSection(name: section.rawValue, title: section.title, count: count)
        }
    }

    func sortColumns(_ state: State) -> [SortColumn] { ChangeColumn.columns(of: state.changeSection) }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let list = listRect(state, in: body)
        guard let difference = state.difference, state.changesObstacle == nil else {
            let text = Rect(
                row: list.row + headerLines, column: list.column, rows: list.rows - headerLines, columns: list.columns)
            screen.paragraph(waiting(state, look), in: text.inset(columns: TextTable.gutter), style: look[.textDim])
            return
        }
        drawHead(difference, state, into: &screen, in: body, look: look)
        guard let rows = state.changeRows, rows.section == state.changeSection else {
            let line = TextLine("   " + state.pendingText(look), look[.textDim])
            screen.write(line, in: list, look: look)
            return
        }
        ChangeTable(state: state, look: look, section: rows.section)
            .draw(rows, empty: emptyText(state), into: &screen, in: list)
    }

    private func drawHead(
        _ difference: Difference, _ state: State, into screen: inout Screen, in body: Rect, look: Look
    ) {
        let rest = SectionLine.rest(of: body)
        let head = ChangeHead(state: state, look: look, section: state.changeSection)
        for (number, pieces) in head.lines(difference, count: ChangeHead.lineCount(in: body.rows)).enumerated() {
            let line = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: rest.columns - 1)
            let dimmed = line.spans.map { TextSpan($0.text, $0.style ?? look[.textDim]) }
            screen.write(TextLine([TextSpan(" ")] + dimmed), in: rest.line(number), look: look)
        }
    }

    /// What is said while there is nothing to show.
    private func waiting(_ state: State, _ look: Look) -> String {
        guard let comparison = state.comparison else {
            return """
                There is nothing to compare with.

                firebreak SOURCE --against NEWER opens both: what is here, and what was collected since. Then this place shows \
                what came, went and changed, what got wider, what is live now, and whether what is marked was carried out.
                """
        }
        switch comparison.standing {
        case .reading(let words):
            let progress = words.isEmpty ? "reading \(comparison.title)\(look.glyphs.ellipsis)" : words
            return "\(progress)\n\nEverything else can be used meanwhile."
        case .failed(let reason): return reason
        case .ready: return "comparing\(look.glyphs.ellipsis)"
        }
    }

    private func emptyText(_ state: State) -> String {
        if !state.place.query.isEmpty { return state.nothingMatches }
        switch state.changeSection {
        case .changes: return "both say the same"
        case .widened: return "nothing that is known can do more than before"
        case .blast:
            return state.blastChangeInquiry == nil ? state.nothingDeclared : "what is live did not change"
        case .plan:
            return "nothing is marked: \(state.key(.mark)) marks what is to be taken back"
        case .new: return "no identity is told that was not told before"
        }
    }

    func spokenFacts(row: Int, in state: State) -> [SpokenFact]? {
        guard let changes = state.changeRows, changes.rows.indices.contains(row) else { return nil }
        return ChangeRowWords(ground: changes.ground, row: changes.rows[row]).spoken
    }

    func openObstacle(_ state: State) -> String? { state.selectedChange == nil ? "nothing is selected" : nil }

    /// Opens the entity; what only the other evidence has is told as that tells it.
    func open(_ state: inout State) {
        if state.selectedEntity != nil {
            _ = state.showEntity()
        } else if let text = state.otherText {
            state.overlay = .text(text)
        }
    }
}
