import Inventory
import PlainText
import Reach
import TerminalKit

/// The words of a node: what it is, how it is called, its signs, and what is folded behind it.
struct MapNodeText {
    /// A text in a line of a node, from a column on.
    struct Line {
        var text = ""
        var column = 0
    }

    private let kind: String
    private let name: String
    private let signs: String
    private let tail: String
    let style: Style

    init(_ row: Int, map: MapRows, signs: MapSigns, look: Look) {
        let node = map.node(at: row)
        let first = map.routes.entities[node.members[0]]
        let isBundle = node.isBundle
        kind = isBundle ? look[.folded] : Words.shortKind(first.entity).printable
        name =
            isBundle
            ? "\(Words.grouped(node.members.count)) "
                + Words.kinds(first.entity.kind, in: first.entity.inventory, count: node.members.count).printable
            : first.entity.name.printable
        self.signs = signs.signs(of: row).map { sign, count in
            look[sign.glyph] + (isBundle && count < node.members.count ? "\(count)" : "")
        }.joined()
        let hidden = map.hidden(at: row)
        let aside = map.aside[map.number(of: row)].count
        tail = [
            hidden == 0 ? "" : "\(look[.folded])\(Words.grouped(hidden))", aside == 0 ? "" : "+\(Words.grouped(aside))",
        ].filter { !$0.isEmpty }.joined(separator: " ")
        style = first.isConditional ? look[.conditional] : look[Meaning.kind.appending(first.entity.kindName)]
    }

    /// The columns it takes when nothing is cut.
    func width(height: Int) -> Int {
        let words = [signs, kind, tail].filter { !$0.isEmpty }
        guard height > 1 else {
            return 2 + (words + [name]).reduce(0) { $0 + $1.displayWidth } + words.count
        }
        // The kind and the signs stand in the upper border.
        return 4 + max(words.reduce(0) { $0 + $1.displayWidth + 1 }, name.displayWidth)
    }

    /// Its lines in so many columns; the name is cut in the middle, and a kind leaves before a name is cut short.
    func lines(columns: Int, height: Int, isSelected: Bool, look: Look) -> [Line] {
        let ellipsis = look.glyphs.ellipsis
        func cut(_ text: String, _ room: Int) -> String {
            text.shortened(to: max(1, room), keeping: .middle, ellipsis: ellipsis)
        }
        let start = isSelected ? look[.selected] : height > 1 ? " " : "["
        guard height > 1 else {
            let ends = [signs, tail].filter { !$0.isEmpty }.reduce(0) { $0 + $1.displayWidth + 1 }
            let room = columns - 2 - ends
            let showsKind = room - kind.displayWidth - 1 >= min(Self.leastName, name.displayWidth)
            let shown = cut(name, showsKind ? room - kind.displayWidth - 1 : room)
            let words = [signs, showsKind ? kind : "", shown, tail].filter { !$0.isEmpty }
            return [Line(text: "\(start)\(words.joined(separator: " "))]")]
        }
        let title = [kind, signs, tail].filter { !$0.isEmpty }.joined(separator: " ")
        var lines = [Line](repeating: Line(), count: height)
        lines[0] = Line(text: cut(title, columns - 2), column: 1)
        let shown = cut(name, columns - 3)
        lines[height / 2] = Line(
            text: start + shown + String(repeating: " ", count: max(0, columns - 3 - shown.displayWidth)), column: 1)
        return lines
    }

    /// A name that is cut to fewer columns tells too little.
    private static let leastName = 9
}
