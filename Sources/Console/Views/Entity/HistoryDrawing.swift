import Inventory
import PlainText
import TerminalKit

/// How an entry of an entity's history looks: when, what, and what that means.
struct HistoryDrawing {
    let state: State
    let look: Look
    /// The entity whose history it is.
    let subject: Int?

    /// From this width on times are written in full.
    private static let fullColumns = 60

    func draw(_ entry: HistoryEntry, into screen: inout Screen, in rect: Rect, style: Style) {
        let isFull = rect.columns >= Self.fullColumns
        let time = isFull ? TimeWords.minute(entry.at) : TimeWords.cell(entry.at, near: state.at)
        switch entry {
        case .lens:
            screen.horizontalLine(rect, style: look[.border].over(style), glyphs: look.glyphs)
            let place = Position(row: rect.row, column: rect.column + 2)
            screen.write(" \(time) lens ", at: place, style: style, clip: rect)
        case .collected(_, let source):
            let sources = state.inventory.sources
            let path = sources.indices.contains(source) ? sources[source].path : "unknown source"
            write(time, TextSpan("collected", look[.textDim]), path, isFull, into: &screen, in: rect, style: style)
        case .event(let event):
            let entity = state.inventory.entity(at: event.entity)
            let words = EventWords(event: event, state: state, look: look)
            let name = event.entity == subject ? "" : "\(Words.kind(entity)) \(entity.name)"
            let distance = isFull && event.entity == subject ? TimeWords.distance(event.at, from: state.at) : nil
            let detail = [name, words.detail, distance ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
            let word = TextSpan(event.kind.word(of: entity.kind), look[words.meaning])
            write(time, word, detail, isFull, into: &screen, in: rect, style: style)
        }
    }

    private func write(
        _ time: String, _ word: TextSpan, _ detail: String, _ isFull: Bool, into screen: inout Screen, in rect: Rect,
        style: Style
    ) {
        let columns = [
            TableColumn("", minimum: 11, ideal: isFull ? 17 : 11, priority: .max),
            TableColumn("", minimum: 10, ideal: 12, priority: .max),
            TableColumn("", minimum: 4, ideal: 4, weight: 1, priority: 1, keeping: .start),
        ]
        screen.write(
            [TextSpan(time, look[.textDim]), word, TextSpan(detail)], columns: columns, in: rect, style: style,
            look: look)
    }
}
