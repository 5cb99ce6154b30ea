import PlainText
import Reach
import TerminalKit

extension State {
    /// The facts of the selected entity beside the list.
    func drawPreview(into screen: inout Screen, in rect: Rect, look: Look) {
        let edge = Rect(row: rect.row, column: rect.column - 2, rows: rect.rows, columns: 1)
        screen.verticalLine(edge, style: look[.border], glyphs: look.glyphs)
        guard let entity = selectedEntity else {
            screen.write(TextLine("no entity is selected", look[.textDim]), in: rect, look: look)
            return
        }
        screen.write(TextLine(look.shortened(entity.name, to: rect.columns), look[.title]), in: rect, look: look)
        let drawing = EntityLineDrawing(state: self, look: look)
        let lines = EntityPage(state: self, entity: entity).summary
        for (index, line) in lines.prefix(max(0, rect.rows - 1)).enumerated() {
            drawing.draw(line, into: &screen, in: rect.line(index + 1), style: look[.text])
        }
    }

    /// The selected row in full, where no pane shows it.
    func drawDetail(into screen: inout Screen, in rect: Rect, look: Look) {
        guard let entity = selectedEntity else { return }
        let separator = " \(look[.separator]) "
        var pieces: [FittedLine.Piece] = []
        func add(_ text: String, priority: Int) { pieces.append(.init(text, priority: priority)) }
        add(" \(Words.kind(entity)) \(look.shortened(entity.name, to: 40))", priority: 9)
        if let held = answer?.radius[entity.index] {
            let words = HeldWords(held: held, state: self, look: look)
            add(look.shortened(words.why, to: 48), priority: 8)
            if held.isSeed { add(words.state, priority: 7) } else { add(words.known, priority: 7) }
            if held.usedSince == true { add("used since", priority: 8) }
            if let plane = held.plane { add("\(plane.rawValue) plane", priority: 5) }
        }
        if let owner = entity.owner { add("owner \(look.shortened(owner, to: 24))", priority: 2) }
        if let expires = entity.expires { add("expires \(TimeWords.minute(expires))", priority: 3) }
        screen.write(
            FittedLine(pieces: pieces, separator: separator).line(fitting: rect.columns), in: rect,
            style: look[.textDim], look: look)
    }
}
