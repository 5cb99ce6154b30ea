import PlainText
import TerminalKit

extension State {
    /// A key after those of a prefix.
    mutating func press(_ key: Key, after prefix: [Key]) -> [Effect] {
        overlay = nil
        let offset = prefixOffset
        prefixOffset = 0
        switch keymap.meaning(of: prefix + [key], in: self) {
        case .command(let id): return Command[id].map { run($0) } ?? []
        case .prefix: overlay = .prefix(prefix + [key])
        case .nothing:
            if let step = Self.prefixSteps[key], let last = lastPrefixOffset(prefix) {
                overlay = .prefix(prefix)
                prefixOffset = max(0, min(last, offset + step))
                return []
            }
            let keys = KeySequence(prefix + [key]).label(.ascii)
            message =
                key == .escape
                ? Message(text: "cancelled") : Message(text: "\(keys) means nothing: cancelled", tone: .warning)
        }
        return []
    }

    /// Keys that move a list which has no room for all that may follow.
    private static let prefixSteps: [Key: Int] = [.down: 1, .up: -1]

    /// How far that list can be moved; nil where all of it is seen.
    private func lastPrefixOffset(_ prefix: [Key]) -> Int? {
        let lines = prefixLines(prefix, in: prefixRoom(size, layout(size)), look: Look()).lines.count
        let room = prefixRoom(size, layout(size)).rows
        return lines > room ? lines - room : nil
    }

    /// The room for what may follow a prefix, inside its box: above the bar.
    private func prefixRoom(_ size: Size, _ layout: FrameLayout) -> Size {
        let bottom = layout.note?.row ?? layout.bar?.row ?? size.rows
        return Size(rows: max(1, bottom - 2), columns: max(1, size.columns - 5))
    }

    /// What may follow a prefix, each in a line of its own with what it does; where there is less room, names in columns,
    /// or in as many lines as they take.
    private func prefixLines(_ prefix: [Key], in room: Size, look: Look) -> (lines: [TextLine], columnWidth: Int?) {
        let continuations = keymap.continuations(of: prefix)
        guard continuations.count > room.rows else {
            return (continuations.map { line(of: $0, isWhole: true, look) }, nil)
        }
        let names = continuations.map { line(of: $0, isWhole: false, look) }
        let width = (names.map(\.width).max() ?? 0) + 2
        let columns = (names.count + room.rows - 1) / room.rows
        return columns * width - 2 > room.columns ? (names, nil) : (Self.columns(of: names, room.rows, width), width)
    }

    /// What may follow a prefix in words, a line each.
    func prefixPopup(_ prefix: [Key], look: Look) -> Popup {
        let lines = keymap.continuations(of: prefix).map { line(of: $0, isWhole: true, look) }
        return Popup(title: KeySequence(prefix).label(look.glyphs), lines: lines, footer: "any other key cancels")
    }

    /// What may follow a prefix, above the bar.
    func draw(prefix: [Key], into screen: inout Screen, layout: FrameLayout, look: Look) {
        let room = prefixRoom(screen.size, layout)
        let (lines, columnWidth) = prefixLines(prefix, in: room, look: look)
        var popup = prefixPopup(prefix, look: look)
        popup.lines = lines
        popup.offset = prefixOffset
        if lines.count > room.rows { popup.footer = "\(look.arrows) move" }
        let height = min(lines.count + 2, room.rows + 2)
        let box = Rect(row: room.rows + 2 - height, column: 0, rows: height, columns: screen.size.columns)
        popup.draw(into: &screen, in: box, look: look)
        if let columnWidth { hold(prefix, in: lines.count, columnWidth, of: box.centered(popup.idealSize), &screen) }
        screen.cursor = nil
    }

    /// Lets a mouse find each of several names on a line.
    private func hold(_ prefix: [Key], in rows: Int, _ width: Int, of box: Rect, _ screen: inout Screen) {
        for number in keymap.continuations(of: prefix).indices {
            let place = Rect(
                row: box.row + 1 + number % rows, column: box.column + 2 + number / rows * width, rows: 1,
                columns: width - 2)
            screen.hold(.choice(number), in: place, clip: box)
        }
    }

    /// A key, the name of what it runs, and when it is whole also what that does or why it cannot.
    private func line(of next: Keymap.Continuation, isWhole: Bool, _ look: Look) -> TextLine {
        let key = TextSpan(next.key.label(look.glyphs).padded(to: 3), look[.key])
        guard let command = next.command.flatMap({ Command[$0] }) else { return [key, "more keys"] }
        let reason = command.disabledReason(self)
        let name = command.label(in: self)
        guard isWhole || reason == nil else {
            // Brackets take the place of blanks, as in the bar.
            return [
                TextSpan(next.key.label(look.glyphs).padded(to: 2), look[.key]), TextSpan("(\(name))", look[.textDim]),
            ]
        }
        guard isWhole else { return [key, TextSpan(name)] }
        return [
            key, TextSpan(name.padded(to: 15)),
            TextSpan(reason.map { "not now: \($0)" } ?? command.description, look[.textDim]),
        ]
    }

    private static func columns(of lines: [TextLine], _ rows: Int, _ width: Int) -> [TextLine] {
        (0..<min(rows, lines.count)).map { row in
            TextLine(
                stride(from: row, to: lines.count, by: rows).flatMap { index in
                    let padding = String(repeating: " ", count: width - lines[index].width)
                    return lines[index].spans + [TextSpan(padding)]
                })
        }
    }
}
