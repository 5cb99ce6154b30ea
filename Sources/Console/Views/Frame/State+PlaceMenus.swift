import PlainText
import TerminalKit

// The menus of what can be copied and of bookmarks, and texts that are shown whole.
extension State {
    func copyPopup(selected: Int, look: Look) -> Popup {
        let lines = copyItems.map { item -> TextLine in
            let start = TextSpan("\(item.letter)  ", look[.key])
            if let obstacle = obstacle(to: item) {
                return [start, TextSpan("\(item.title) (not now: \(obstacle))", look[.textDim])]
            }
            return [start, TextSpan(item.title)]
        }
        return Popup(
            title: "copy", lines: lines, selected: selected, footer: "a letter or enter copies, esc closes")
    }

    func bookmarkPopup(selected: Int, look: Look) -> Popup {
        let separator = " \(look[.separator]) "
        let width = max(8, size.columns - 10)
        func line(_ sign: String, _ name: String, _ place: Place) -> TextLine {
            let particulars = place.particulars(in: inventory)
            let shown = look.shortened(name, to: width)
            let rest = particulars.isEmpty ? "" : separator + particulars.joined(separator: separator)
            let room = width - shown.displayWidth
            return [
                TextSpan(sign + " ", look[.key]), TextSpan(shown),
                TextSpan(room > 12 ? look.shortened(rest, to: room) : "", look[.textDim]),
            ]
        }
        let lines = work.present.bookmarks.enumerated().map { number, bookmark in
            let key = number < Self.bookmarkKeys.count ? String(Self.bookmarkKeys[number]) : " "
            let title = bookmark.place.title(in: inventory)
            let name = bookmark.name == title ? title : "\(bookmark.name)\(separator)\(title)"
            return line(key, name, bookmark.place)
        }
        return Popup(
            title: "bookmarks", lines: lines, selected: selected,
            footer: "a letter or enter goes there, x removes, esc closes")
    }

    /// A text over the whole screen, without a box: so that a terminal selects nothing but the text.
    func draw(_ text: ShownText, into screen: inout Screen, look: Look) {
        screen.fill(screen.bounds, style: look[.text])
        screen.hold(.pane(.over), in: Rect(row: 0, column: 0, rows: screen.size.rows - 1, columns: screen.size.columns))
        screen.write(TextLine(text.title, look[.title]), in: screen.bounds.line(0), look: look)
        let rows = screen.size.rows
        let body = Rect(row: 1, column: 0, rows: max(0, rows - 2), columns: screen.size.columns)
        screen.paragraph(text.text, in: body, offset: text.offset, style: look[.text])
        if rows > 2 {
            screen.write(
                TextLine("j k scroll, enter or esc closes", look[.textDim]), in: screen.bounds.line(rows - 1),
                look: look)
        }
        screen.cursor = nil
    }
}
