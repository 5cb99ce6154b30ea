import Inventory
import TerminalKit

/// All that is known of one entity: how it is held, its facts, and its relations in both directions.
struct EntityView: ScreenView {
    private static let titleLines = 2

    var hasPreview: Bool { false }

    func listRect(_ state: State, in body: Rect) -> Rect {
        guard body.rows >= 6 else { return body }
        return Rect(
            row: body.row + Self.titleLines, column: body.column, rows: body.rows - Self.titleLines,
            columns: body.columns)
    }

    func rows(_ state: State) -> Rows {
        guard let subject = state.subject else { return .none }
        return .page(EntityPage(state: state, entity: subject).lines)
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let rect = listRect(state, in: body)
        guard let subject = state.subject else {
            screen.write(
                TextLine("   no entity has the id \(state.place.subject ?? "")", look[.warning]), in: body, look: look)
            return
        }
        if rect != body { drawTitle(of: subject, state, into: &screen, in: body, look: look) }
        guard case .page(let lines) = state.rows else { return }
        let drawing = EntityLineDrawing(state: state, look: look, subject: subject.index)
        RowList(
            geometry: state.list(in: body),
            emptyText: TextLine(state.place.query.isEmpty ? "nothing is known of it" : "nothing matches the filter")
        ).draw(
            into: &screen, in: rect, offset: state.place.scroll, look: look,
            mark: { row in
                state.signs(of: lines[row].entity, look)
            },
            row: { row, line, style, screen in drawing.draw(lines[row], into: &screen, in: line, style: style) })
    }

    private func drawTitle(
        of entity: Entity, _ state: State, into screen: inout Screen, in body: Rect, look: Look
    ) {
        let isMarked = state.work.present.marks.contains(entity.index)
        let words = " " + Words.kind(entity) + (isMarked ? "  \(look[.marked]) marked" : "")
        screen.write(
            left: { TextLine(" " + look.shortened(entity.name, to: $0 - 1), look[.title]) },
            right: TextLine(words, look[Meaning.kind.appending(entity.kindName)]), in: body.line(0), look: look)
        screen.write(
            TextLine(" " + look.shortened(entity.id, to: body.columns - 1), look[.textDim]), in: body.line(1),
            look: look)
    }

    func openObstacle(_ state: State) -> String? {
        guard case .page(let lines) = state.rows, lines.indices.contains(state.selected) else {
            return "nothing is selected"
        }
        switch lines[state.selected] {
        case .held, .parent, .relation, .history(.lens): return nil
        case .twin(let twin, _) where twin != nil: return nil
        case .ego: return lines[state.selected].entity == nil ? "the relations below lead there" : nil
        case .history(.event(let event)) where event.entity != state.subject?.index: return nil
        case .history(.event(let event)) where event.kind == .held && state.whyObstacle == nil: return nil
        case .heading, .fact, .twin, .provenance, .history: return "this row leads nowhere"
        }
    }

    func open(_ state: inout State) {
        guard case .page(let lines) = state.rows, lines.indices.contains(state.selected) else { return }
        switch lines[state.selected] {
        case .held: state.visit(.path, subject: state.place.subject)
        case .history(.event(let event)) where event.entity == state.subject?.index:
            state.visit(.path, subject: state.place.subject)
        case .history(.lens): _ = state.openLens()
        default:
            guard let entity = lines[state.selected].entity else { return }
            state.visit(.entity, subject: state.inventory.entity(at: entity).id)
        }
    }
}
