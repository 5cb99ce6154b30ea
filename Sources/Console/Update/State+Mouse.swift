import TerminalKit

extension State {
    /// Something done with the mouse: a press selects a row, a second one opens it, the wheel moves the selection.
    mutating func apply(_ event: MouseEvent) -> [Effect] {
        guard isMouseOn else { return [] }
        message = nil
        isQuitArmed = false
        switch event.action {
        case .wheelUp: return turnWheel(by: -Self.wheelRows)
        case .wheelDown: return turnWheel(by: Self.wheelRows)
        case .press:
            guard overlay == nil, let row = row(at: event.position), rows.isSelectable(row) else { return [] }
            guard row == selected else {
                select(row)
                return []
            }
            return Command[.open].map { run($0) } ?? []
        }
    }

    private static let wheelRows = 3

    /// The wheel scrolls what takes the arrows now.
    private mutating func turnWheel(by lines: Int) -> [Effect] {
        switch overlay {
        case nil: return move(by: lines)
        case .help(let help):
            for _ in 0..<abs(lines) { press(lines > 0 ? .down : .up, in: help) }
            return []
        default: return []
        }
    }

    /// The row that is drawn over a cell; nil where there is none.
    private func row(at position: Position) -> Int? {
        let layout = layout(size)
        guard layout.showsList else { return nil }
        let view = place.view.screenView
        let rect = view.listRect(self, in: layout.body)
        guard rect.contains(position) else { return nil }
        if case .map(let map) = rows {
            return MapDrawing(map: map, state: self, look: Look(), canvas: rect.size).row(at: position, in: rect)
        }
        let geometry = list(in: layout.body)
        let line = position.row - rect.row - view.headerLines
        guard line >= 0, line / view.rowHeight < geometry.window else { return nil }
        let row = geometry.offset(near: place.scroll) + line / view.rowHeight
        return row < rows.count ? row : nil
    }

    /// Says that there is no mouse.
    mutating func missMouse() {
        isMouseOn = false
        message = Message(text: "this terminal reports no mouse", tone: .warning)
    }
}
