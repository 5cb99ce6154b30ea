import PlainText
import TerminalKit

// Evidence that changed under the console answers nothing any more; the console stays, and says so.
extension State {
    /// Gives up the evidence for the reason in `words`. Nothing is read from it afterwards.
    mutating func lose(_ words: String) -> [Effect] {
        guard lost == nil else { return [] }
        lost = words
        overlay = nil
        message = nil
        asked = []
        generation += 1
        return [.ask([], generation: generation)]
    }

    /// What remains possible once the evidence is lost: to leave.
    mutating func applyWhenLost(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key):
            let command = Command.command(for: key, in: self)?.id
            if command == .quit || command == .back || key == .control("c") { return [.quit] }
            return command == .suspend ? [.suspend] : []
        case .resize(let size):
            self.size = size
            return []
        case .interrupt, .end: return [.quit]
        case .paste, .found, .progress: return []
        }
    }

    /// The picture once the evidence is lost.
    func lostScreen(_ words: String, size: Size, look: Look) -> Screen {
        var screen = Screen(size)
        screen.fill(screen.bounds, style: look[.text])
        let keys = Command.table.first { $0.id == .quit }?.keys.first?.label(look.glyphs) ?? ""
        let text = """
            \(words)

            Nothing is answered from it any more: what was on the screen may have been wrong.
            \(keys) leaves.
            """
        let inner = Rect(
            row: screen.size.rows > 4 ? 1 : 0, column: screen.size.columns > 20 ? 1 : 0,
            rows: max(1, screen.size.rows - (screen.size.rows > 4 ? 2 : 0)),
            columns: max(1, screen.size.columns - (screen.size.columns > 20 ? 2 : 0)))
        screen.paragraph(text, in: inner, style: look[.warning])
        return screen
    }
}
