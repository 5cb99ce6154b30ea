import Inventory
import PlainText
import Reach
import TerminalKit

/// A map as a list, level by level: what leads to the selected node stands above it, where it leads below, each with
/// what the relation says and on which plane. For terminals in which layers side by side cannot be read.
struct MapOutline {
    private let map: MapRows
    private let state: State
    private let look: Look
    private var lines: [Line] = []
    /// The line of the selected node.
    private var middle = 0

    /// From this width on a way takes one line; below, names and phrases would be cut.
    private static let wideColumns = 60

    /// The list for a window: a third of it at most for the ways on either side.
    init(map: MapRows, state: State, look: Look, window: Size) {
        (self.map, self.state, self.look) = (map, state, look)
        let most = window.rows < 5 ? 1 : max(2, (window.rows - 1) / 3)
        let isTall = window.columns < Self.wideColumns && most > 1
        let ways = MapWays(map: map, inventory: state.inventory)
        for row in 0..<map.count {
            guard row == state.selected else {
                lines.append(.node(row))
                continue
            }
            lines += Self.lines(ways.into(row), isInto: true, most: most, isTall: isTall)
            middle = lines.count
            lines.append(.node(row))
            lines += Self.lines(ways.out(of: row), isInto: false, most: most, isTall: isTall)
        }
    }

    // MARK: Lines

    /// A line of the list.
    private enum Line {
        case node(Int)
        /// A way to the selected node or from it; `isEnd` where the branch ends.
        case way(MapWays.Way, isInto: Bool, isEnd: Bool)
        /// The same on two lines: the other end, and what the relation says, with how many more ways there are.
        case name(MapWays.Way, isInto: Bool, isEnd: Bool)
        case phrase(MapWays.Way, isInto: Bool, more: Int)
        /// How many more ways there are; `isAll` where none has a line of its own.
        case more(Int, isInto: Bool, isAll: Bool)
    }

    private static func lines(_ ways: [MapWays.Way], isInto: Bool, most: Int, isTall: Bool) -> [Line] {
        if isTall {
            let shown = min(ways.count, most / 2)
            return ways.prefix(shown).enumerated().flatMap { place, way -> [Line] in
                let isLast = place == shown - 1
                let name = Line.name(way, isInto: isInto, isEnd: isInto ? place == 0 : isLast)
                let phrase = Line.phrase(way, isInto: isInto, more: isLast ? ways.count - shown : 0)
                return isInto ? [name, phrase] : [phrase, name]
            }
        }
        let shown = ways.count > most ? most - 1 : ways.count
        let rest = ways.count - shown
        let lines = ways.prefix(shown).enumerated().map { place, way -> Line in
            .way(way, isInto: isInto, isEnd: isInto ? place == 0 : rest == 0 && place == shown - 1)
        }
        return rest == 0 ? lines : lines + [.more(rest, isInto: isInto, isAll: shown == 0)]
    }

    // MARK: Drawing

    /// The first line shown: the selected one stands in the middle of the window, except at the ends of the list.
    func offset(in window: Int) -> Int { min(max(0, middle - window / 2), max(0, lines.count - window)) }

    func draw(into screen: inout Screen, in rect: Rect) {
        let first = offset(in: rect.rows)
        let shown = first..<max(first, min(lines.count, first + rect.rows))
        let hasBar = shown.count < lines.count
        let signs = MapSigns(map: map, state: state)
        for (place, number) in shown.enumerated() {
            let line = rect.line(place)
            let text = Rect(
                row: line.row, column: line.column + TextTable.gutter, rows: 1,
                columns: line.columns - TextTable.gutter - (hasBar ? 2 : 0))
            if let target = target(of: lines[number]) { screen.hold(.row(target), in: line, clip: rect) }
            guard case .node(let row) = lines[number] else {
                screen.write(wayLine(lines[number], room: text.columns), in: text, style: look[.text], look: look)
                continue
            }
            let isSelected = number == middle
            let style = isSelected ? look[.selection].over(look[.text]) : look[.text]
            if isSelected {
                screen.fill(line, style: style)
                screen.write(look[.selected], at: line.origin, style: style, limit: 1, clip: line)
                screen.cursor = line.origin
            }
            screen.write(nodeLine(row, signs, room: text.columns), in: text, style: style, look: look)
            if isSelected { screen.spoken = screen.facts(in: text) }
        }
        let bar = Rect(row: rect.row, column: rect.endColumn - 1, rows: rect.rows, columns: min(1, rect.columns))
        ScrollBar(total: lines.count, shown: shown).draw(into: &screen, in: bar, look: look)
    }

    /// The row that a line stands for; nil for how many more there are.
    private func target(of line: Line) -> Int? {
        switch line {
        case .node(let row): row
        case .way(let way, _, _), .name(let way, _, _), .phrase(let way, _, _): map.row(ofNode: way.node)
        case .more: nil
        }
    }

    // MARK: Words

    private var levelWidth: Int { String(max(0, map.layout.layerCount - 1)).count + 2 }

    /// A name, and what a relation says, tell too little when they are cut to fewer columns.
    private static let leastName = 12, leastPhrase = 6

    /// The level of a node, what it is, its signs, and what is folded behind it.
    private func nodeLine(_ row: Int, _ signs: MapSigns, room: Int) -> TextLine {
        let node = map.node(at: row)
        let first = map.routes.entities[node.members[0]]
        let hidden = map.hidden(at: row)
        let marks = signs.signs(of: row).map { sign, count in
            look[sign.glyph] + (node.isBundle && count < node.members.count ? "\(count)" : "")
        }
        let folded = hidden > 0 ? " \(look[.separator]) \(Words.grouped(hidden)) folded behind it" : ""
        let rest = (marks.isEmpty ? "" : " " + marks.joined()) + folded
        let level = String(map.layer(of: row)).padded(to: levelWidth - 2, alignment: .right) + "  "
        return [
            TextSpan(level, look[.textDim]),
            TextSpan(
                name(of: map.number(of: row), room: room - levelWidth - rest.displayWidth),
                first.isConditional ? look[.conditional] : look[Meaning.kind.appending(first.entity.kindName)]),
            TextSpan(rest),
        ]
    }

    /// A way of the selected node, which is `it`.
    private func wayLine(_ line: Line, room: Int) -> TextLine {
        let left = room - levelWidth - 2
        func spans(_ branch: Glyph, _ words: String, _ plane: PlaneLine? = nil, more: String = "") -> TextLine {
            let tail = plane.map { " \(look[.separator]) \($0.rawValue)" } ?? ""
            return [
                TextSpan(String(repeating: " ", count: levelWidth)), TextSpan(look[branch] + " ", look[.border]),
                TextSpan(words), TextSpan(tail, plane?.style(look)), TextSpan(more, look[.textDim]),
            ]
        }
        switch line {
        case .node: return ""
        case .way(let way, let isInto, let isEnd):
            let rest = left - way.plane.rawValue.count - 3
            return spans(branch(isInto, isEnd), sentence(way, isInto: isInto, room: rest), way.plane)
        case .name(let way, let isInto, let isEnd):
            return spans(branch(isInto, isEnd), name(of: way.node, room: left))
        case .phrase(let way, let isInto, let more):
            let end = more > 0 ? " \(look[.separator]) \(Words.grouped(more)) more" : ""
            let it = isInto ? " it" : ""
            let rest = left - way.plane.rawValue.count - 3 - end.displayWidth - it.count
            let phrase = way.phrase.shortened(to: max(Self.leastPhrase, rest), ellipsis: look.glyphs.ellipsis)
            return spans(.vertical, phrase + it, way.plane, more: end)
        case .more(let count, let isInto, let isAll):
            let words = "\(isAll ? "" : "more ")\(count == 1 ? "way" : "ways") \(isInto ? "in" : "on")"
            return spans(branch(isInto, isInto ? isAll : true), "\(Words.grouped(count)) \(words)")
        }
    }

    private func branch(_ isInto: Bool, _ isEnd: Bool) -> Glyph {
        guard isEnd else { return .teeRight }
        return isInto ? .topLeft : .bottomLeft
    }

    /// What a node is called: with its kind, as long as the name stays readable beside it.
    private func name(of number: Int, room: Int) -> String {
        let members = map.bundles.nodes[number].members
        let entity = map.routes.entities[members[0]].entity
        if members.count > 1 {
            let kinds = Words.kinds(entity.kind, in: entity.inventory, count: members.count)
            return "\(Words.grouped(members.count)) \(kinds) alike".printable
        }
        let kind = Words.shortKind(entity).printable
        let left = room - kind.displayWidth - 1
        return left >= min(Self.leastName, entity.name.printable.displayWidth)
            ? "\(kind) \(look.shortened(entity.name, to: left))" : look.shortened(entity.name, to: room)
    }

    /// Who does what to whom; what is done is cut before names are.
    private func sentence(_ way: MapWays.Way, isInto: Bool, room: Int) -> String {
        let it = isInto ? " it" : ""
        let whole = name(of: way.node, room: Self.wholeName)
        let left = max(Self.leastPhrase, room - whole.displayWidth - it.count - 1)
        let phrase = way.phrase.shortened(to: left, ellipsis: look.glyphs.ellipsis)
        let other = name(of: way.node, room: room - phrase.displayWidth - it.count - 1)
        return isInto ? "\(other) \(phrase)\(it)" : "\(phrase) \(other)"
    }

    /// More columns than any screen has.
    private static let wholeName = 10_000
}
