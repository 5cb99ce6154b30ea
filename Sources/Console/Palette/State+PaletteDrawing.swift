import Inventory
import PlainText
import TerminalKit

extension State {
    /// Draws the palette: the line being typed where prompts stand, and above it what fits.
    func draw(_ palette: Palette, into screen: inout Screen, layout: FrameLayout, look: Look) {
        let text = palette.text
        let entries = paletteEntries(for: text)
        let chosen = chosenEntry(of: palette, among: entries)
        let lines = promptLines(screen.size, layout)
        screen.fill(lines.field, style: look[.text])
        screen.hold(.pane(.over), in: lines.field)
        if let hint = lines.hint {
            screen.fill(hint, style: look[.text])
            screen.hold(.pane(.over), in: hint)
            screen.write(
                paletteHint(palette, entries, chosen, columns: hint.columns, look), in: hint, style: look[.textDim],
                look: look)
            screen.holdCandidates(paletteCandidates(palette), behind: paletteHead(palette, entries), in: hint)
        }
        drawEntries(
            entries, chosen: chosen, into: &screen,
            above: Rect(row: 0, column: 0, rows: lines.field.row, columns: screen.size.columns), look: look)
        palette.line.draw(into: &screen, in: lines.field, prompt: ":", look: look)
    }

    private func drawEntries(
        _ entries: [PaletteEntry], chosen: Int?, into screen: inout Screen, above space: Rect, look: Look
    ) {
        let most = max(Self.paletteRows, screen.size.rows / 2)
        let count = min(entries.count, max(0, min(most, space.rows - 1)))
        guard count > 0 else { return }
        let box = Rect(row: space.endRow - count, column: 0, rows: count, columns: space.columns)
        let edge = Rect(row: box.row - 1, column: 0, rows: 1, columns: box.columns)
        screen.fill(box, style: look[.text])
        if edge.row >= 0 { screen.horizontalLine(edge, style: look[.border], glyphs: look.glyphs) }
        if edge.row >= 0, count < entries.count {
            // More entities than so many are not looked for.
            let named = entries.count { if case .entity = $0.target { true } else { false } }
            let text =
                named < Inventory.namedEntities
                ? " \(Words.grouped(entries.count)) found "
                : " the first \(Words.grouped(named)) entities, more may be "
            let place = Position(row: edge.row, column: max(0, edge.endColumn - text.count - 2))
            screen.write(text, at: place, style: look[.textDim], clip: edge)
        }
        let columns = columns(of: entries, width: box.columns, look)
        let first = TextTable(columns: [], rowCount: entries.count, selected: chosen).offset(near: 0, lines: count)
        for (line, index) in (first..<(first + count)).enumerated() {
            screen.hold(.choice(index), in: box.line(line))
            draw(
                entries[index], columns, isChosen: index == chosen, into: &screen, in: box.line(line), look: look)
        }
    }

    /// Names and keys take the room that the widest of them needs, names up to a half.
    private func columns(of entries: [PaletteEntry], width: Int, _ look: Look) -> [TableColumn] {
        let widestName = entries.map { $0.name.printable.displayWidth }.max() ?? 0
        let widestKeys = entries.map { keys(of: $0.target, look).displayWidth }.max() ?? 0
        let brackets = width < Self.reasonColumns ? 2 : 0
        let name = max(12, min(Self.paletteNameColumns, width / 2, widestName + brackets))
        return [
            TableColumn("", minimum: min(12, name), ideal: name, priority: .max, keeping: .middle),
            TableColumn("", minimum: widestKeys, ideal: widestKeys, priority: widestKeys == 0 ? -1 : 9),
            TableColumn("", minimum: 12, ideal: 40, weight: 1, priority: 5),
        ]
    }

    private func draw(
        _ entry: PaletteEntry, _ columns: [TableColumn], isChosen: Bool, into screen: inout Screen, in line: Rect,
        look: Look
    ) {
        let style = isChosen ? look[.selection].over(look[.text]) : look[.text]
        if isChosen {
            screen.fill(line, style: style)
            screen.write(look[.selected], at: line.origin, style: style, limit: 1, clip: line)
        }
        let rect = Rect(row: line.row, column: line.column + 2, rows: 1, columns: line.columns - 3)
        let obstacle = obstacle(to: entry.target)
        let meaning = obstacle.map { "not now: \($0)" } ?? entry.meaning
        var columns = columns
        // Where there is no room for a reason, brackets say that there is one, as in the bar.
        let isBracketed = obstacle != nil && line.columns < Self.reasonColumns
        var spans = [
            TextSpan(isBracketed ? "(\(entry.name))" : entry.name), TextSpan(keys(of: entry.target, look), look[.key]),
            TextSpan(meaning, obstacle == nil ? look[.textDim] : look[.warning]),
        ]
        if columns[1].priority < 0 {
            columns.remove(at: 1)
            spans.remove(at: 1)
        }
        screen.write(spans, columns: columns, in: rect, style: style, look: look)
        let letters = entry.name.map { String($0) }
        for place in entry.match?.places ?? [] {
            // A name that was cut, or holds wide characters, stands elsewhere.
            let cell = Position(row: rect.row, column: rect.column + place + (isBracketed ? 1 : 0))
            guard letters.indices.contains(place), screen[cell]?.text == letters[place] else { break }
            screen.restyle(Rect(row: cell.row, column: cell.column, rows: 1, columns: 1)) { look[.match].over($0) }
        }
    }

    func keys(of target: PaletteEntry.Target, _ look: Look) -> String {
        guard case .command(let id) = target else { return "" }
        return keymap.keys(of: id).prefix(3).map { $0.label(look.glyphs) }.joined(separator: " ")
    }

    /// Why an entry leads nowhere now; nil when it does.
    func obstacle(to target: PaletteEntry.Target) -> String? {
        switch target {
        case .command(let id): Command[id]?.disabledReason(self)
        case .section(let name):
            kindCounts.contains { inventory.name(of: $0.kind) == name } || ["all", "nhi"].contains(name)
                ? nil : "the inventory holds none"
        case .listing(let name, let query): obstacle(to: .section(name)) ?? queryProblem(query)?.message
        case .search: searchObstacle
        case .query, .place, .entity, .filter, .row, .lens: nil
        }
    }

    private func paletteHint(
        _ palette: Palette, _ entries: [PaletteEntry], _ chosen: Int?, columns: Int, _ look: Look
    ) -> TextLine {
        let text = palette.text
        let next = paletteCandidates(palette)
        let head = paletteHead(palette, entries)
        let isWrong = !head.isEmpty && head != Self.candidateSign
        if isWrong || !next.isEmpty {
            return TextLine(head + next.joined(separator: Screen.candidateGap), isWrong ? look[.error] : nil)
        }
        if entries.isEmpty { return TextLine(unknown(text), look[.warning]) }
        if let chosen, let obstacle = obstacle(to: entries[chosen].target) {
            let named = "\(look.shortened(entries[chosen].name, to: 30)), not now: \(obstacle)"
            return TextLine(named.printable.displayWidth <= columns ? named : obstacle, look[.warning])
        }
        let pieces: [FittedLine.Piece] =
            if let chosen {
                [
                    .init("enter: \(look.shortened(entries[chosen].name, to: 30))", priority: 9),
                    .init(keyLesson(entries[chosen].target, look), priority: 8),
                    .init("tab completes", priority: 4), .init("esc gives up", priority: 6),
                ]
            } else {
                [
                    .init(text.isEmpty ? "a command, a kind, a view, an id or a name" : "no sure match", priority: 8),
                    .init(text.isEmpty ? "" : "enter chooses the first", priority: 7),
                    .init("\(look.arrows) choose", priority: 9),
                    .init(text.isEmpty && !typed[.command].isEmpty ? "ctrl-p recalls" : "", priority: 6),
                    .init("/filter", priority: 5), .init("\\search", priority: 4), .init("esc gives up", priority: 6),
                ]
            }
        let shown = pieces.filter { $0.spans.contains { !$0.text.isEmpty } }
        return FittedLine(pieces: shown, separator: " \(look[.separator]) ").line(fitting: columns)
    }

    private func paletteCandidates(_ palette: Palette) -> [String] {
        completions(of: palette).prefix(4).map(\.text)
    }

    /// What stands before the candidates: what is wrong with a query, and the key that takes the first one.
    private func paletteHead(_ palette: Palette, _ entries: [PaletteEntry]) -> String {
        let sign = paletteCandidates(palette).isEmpty ? "" : Self.candidateSign
        guard case .filter(let query)? = entries.first?.target, let problem = queryProblem(query) else { return sign }
        return sign.isEmpty ? problem.message : "\(problem.message); \(sign)"
    }

    private func keyLesson(_ target: PaletteEntry.Target, _ look: Look) -> String {
        switch target {
        case .command(let id):
            return keymap.label(of: id, look.glyphs).map { "next time: \($0)" }
                ?? "no key: key.\(id.rawValue) gives one"
        case .filter: return "next time: \(key(.filter, look.glyphs))"
        case .query(let number):
            guard readyQueries.indices.contains(number), !readyQueries[number].isAboutOne else { return "" }
            return "in a filter: \(NamedQueries.mark)\(NamedQueries.word(for: readyQueries[number].name))"
        default: return ""
        }
    }

    /// Below this width there is no room for reasons.
    private static let reasonColumns = 60
    /// The entries shown at once, more where they take no more than half of the screen.
    private static let paletteRows = 12
    /// The most columns that names take.
    private static let paletteNameColumns = 44
}
