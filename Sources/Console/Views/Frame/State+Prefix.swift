import PlainText
import TerminalKit

extension State {
    /// A key after those of a prefix.
    mutating func press(_ key: Key, after prefix: [Key]) -> [Effect] {
        overlay = nil
        switch keymap.meaning(of: prefix + [key]) {
        case .command(let id): return Command[id].map { run($0) } ?? []
        case .prefix: overlay = .prefix(prefix + [key])
        case .nothing:
            let keys = KeySequence(prefix + [key]).label(.ascii)
            message =
                key == .escape
                ? Message(text: "cancelled") : Message(text: "\(keys) means nothing: cancelled", tone: .warning)
        }
        return []
    }

    /// What may follow a prefix, above the bar.
    func draw(prefix: [Key], into screen: inout Screen, layout: FrameLayout, look: Look) {
        let continuations = keymap.continuations(of: prefix)
        let width = continuations.map { $0.key.label(look.glyphs).displayWidth }.max() ?? 1
        let lines = continuations.map { next -> TextLine in
            let key = TextSpan(next.key.label(look.glyphs).padded(to: width + 2), look[.key])
            guard let command = next.command.flatMap({ Command[$0] }) else { return [key, "more keys"] }
            let reason = command.disabledReason(self).map { "not now: \($0)" } ?? command.description
            return [key, TextSpan(command.label(in: place.view).padded(to: 14)), TextSpan(reason, look[.textDim])]
        }
        let bottom = layout.note?.row ?? layout.bar?.row ?? screen.size.rows
        let popup = Popup(
            title: KeySequence(prefix).label(look.glyphs), lines: lines, footer: "any other key cancels")
        let height = min(popup.idealSize.rows, bottom)
        popup.draw(
            into: &screen,
            in: Rect(row: bottom - height, column: 0, rows: height, columns: screen.size.columns), look: look)
        screen.cursor = nil
    }
}
