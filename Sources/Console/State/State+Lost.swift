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
            message = nil
            if key == .control("c") { return rereading == nil ? [.quit] : stopRereading() }
            switch keymap.meaning(of: [key], in: self) {
            case .command(.quit), .command(.back): return [.quit]
            case .command(.suspend): return [.suspend]
            case .command(.readAgain) where rereadObstacle == nil: return readAgain()
            default: return []
            }
        case .resize(let size):
            self.size = size
            return []
        case .interrupt, .end: return [.quit]
        case .reread(let outcome, let number):
            learn(outcome, number: number)
            return takeReread()
        case .paste, .found, .progress, .gathered, .copied, .exported, .kept, .mouse, .mouseMissing, .habitsNotKept,
            .recorded, .other, .recent:
            return []
        }
    }

    /// The picture once the evidence is lost.
    func lostScreen(_ words: String, size: Size, look: Look) -> Screen {
        var screen = Screen(size)
        screen.fill(screen.bounds, style: look[.text])
        let inner = Rect(
            row: screen.size.rows > 4 ? 1 : 0, column: screen.size.columns > 20 ? 1 : 0,
            rows: max(1, screen.size.rows - (screen.size.rows > 4 ? 2 : 0)),
            columns: max(1, screen.size.columns - (screen.size.columns > 20 ? 2 : 0)))
        screen.paragraph(lostText(words, look), in: inner, style: look[.warning])
        return screen
    }

    /// What is said once the evidence is lost, for the reason in `words`.
    func lostText(_ words: String, _ look: Look) -> String {
        let keys = keymap.label(of: .quit, look.glyphs) ?? Key.control("c").label(look.glyphs)
        let again = keymap.label(of: .readAgain, look.glyphs) ?? ""
        let offer = canReread && !again.isEmpty ? "\n\(again) reads it again, and goes on with what was saved." : ""
        let standing = (rereading?.words(in: self) ?? message?.text).map { "\n\n\($0)" } ?? ""
        return """
            \(words)

            Nothing is answered from it any more: what was on the screen may have been wrong.
            To see what changed, with a copy of what it was: firebreak COPY --against NEWER.
            \(keys) leaves.\(offer)\(standing)
            """
    }
}
