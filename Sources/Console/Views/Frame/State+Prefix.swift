import PlainText
import TerminalKit

extension State {
    /// A key after those of a prefix.
    mutating func press(_ key: Key, after prefix: [Key]) -> [Effect] {
        overlay = nil
        switch keymap.meaning(of: prefix + [key], in: self) {
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

    /// What may follow a prefix, above the bar: each with what it does, or in columns where there is less room.
    func draw(prefix: [Key], into screen: inout Screen, layout: FrameLayout, look: Look) {
        let continuations = keymap.continuations(of: prefix)
        let bottom = layout.note?.row ?? layout.bar?.row ?? screen.size.rows
        let room = max(1, bottom - 2)
        let lines =
            continuations.count <= room
            ? continuations.map { line(of: $0, isWhole: true, look) }
            : columns(of: continuations.map { line(of: $0, isWhole: false, look) }, rows: room)
        let popup = Popup(
            title: KeySequence(prefix).label(look.glyphs), lines: lines, footer: "any other key cancels")
        let height = min(popup.idealSize.rows, bottom)
        popup.draw(
            into: &screen,
            in: Rect(row: bottom - height, column: 0, rows: height, columns: screen.size.columns), look: look)
        screen.cursor = nil
    }

    /// A key, the name of what it runs, and when it is whole also what that does or why it cannot.
    private func line(of next: Keymap.Continuation, isWhole: Bool, _ look: Look) -> TextLine {
        let key = TextSpan(next.key.label(look.glyphs).padded(to: 3), look[.key])
        guard let command = next.command.flatMap({ Command[$0] }) else { return [key, "more keys"] }
        let reason = command.disabledReason(self)
        let name = command.label(in: place.view)
        guard isWhole else { return [key, TextSpan(name, reason == nil ? nil : look[.textDim])] }
        return [
            key, TextSpan(name.padded(to: 15)),
            TextSpan(reason.map { "not now: \($0)" } ?? command.description, look[.textDim]),
        ]
    }

    private func columns(of lines: [TextLine], rows: Int) -> [TextLine] {
        let width = (lines.map(\.width).max() ?? 0) + 2
        return (0..<min(rows, lines.count)).map { row in
            TextLine(
                stride(from: row, to: lines.count, by: rows).flatMap { index in
                    let padding = String(repeating: " ", count: width - lines[index].width)
                    return lines[index].spans + [TextSpan(padding)]
                })
        }
    }
}
