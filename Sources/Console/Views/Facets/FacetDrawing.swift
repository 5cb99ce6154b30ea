import Inventory
import PlainText
import TerminalKit

/// The panel that counts the rows shown by what they have in common.
struct FacetDrawing {
    let state: State
    let look: Look

    /// The lines above the entries.
    private static let headLines = 1

    /// The part of the panel that holds the entries.
    static func list(in panel: Rect) -> Rect {
        Rect(
            row: panel.row + headLines, column: panel.column, rows: panel.rows - headLines, columns: panel.columns)
    }

    func draw(into screen: inout Screen, in panel: Rect) {
        screen.fill(panel, style: look[.text])
        let isActive = state.isInFacets
        // What the keys do in it the bar says.
        let words: [(String, Int)] = isActive ? [] : [("\(state.key(.facets)) moves in", 8)]
        let computing = state.areFacetsOld ? [FittedLine.Piece(state.pendingText(look), priority: 8)] : []
        let pieces =
            [FittedLine.Piece((isActive ? look[.selected] : " ") + "facets", look[.title], priority: 9)] + computing
            + words.map { FittedLine.Piece($0.0, look[.textDim], priority: $0.1) }
        screen.write(
            FittedLine(pieces: pieces, separator: "  ").line(fitting: panel.columns), in: panel, look: look)
        let rect = Self.list(in: panel)
        guard let lines = state.facetLines else {
            let text = state.facetObstacle ?? state.pendingText(look)
            screen.write(TextLine("   " + text, look[.textDim]), in: rect, look: look)
            return
        }
        let list = ListGeometry(rowCount: lines.count, selected: state.selectedFacet(in: lines), lines: rect.rows)
        let query = state.query
        let first = list.offset(near: state.place.facets?.scroll ?? 0)
        for (place, index) in (first..<max(first, min(lines.count, first + list.window))).enumerated() {
            screen.hold(.facet(index), in: rect.line(place))
            draw(
                lines[index], isSelected: isActive && index == list.selected, query, into: &screen,
                in: rect.line(place))
        }
        let shown = first..<min(lines.count, first + list.window)
        let bar = Rect(row: rect.row, column: rect.endColumn - 1, rows: rect.rows, columns: min(1, rect.columns))
        if !shown.isEmpty { ScrollBar(total: lines.count, shown: shown).draw(into: &screen, in: bar, look: look) }
    }

    private func draw(
        _ line: FacetLine, isSelected: Bool, _ query: Query, into screen: inout Screen, in rect: Rect
    ) {
        guard case .entry(let group) = line else {
            if case .heading(let title) = line {
                screen.write(TextLine(" " + title, look[.header]), in: rect, look: look)
            }
            return
        }
        let style = isSelected ? look[.selection].over(look[.text]) : look[.text]
        if isSelected {
            screen.fill(rect, style: style)
            screen.write(look[.selected], at: rect.origin, style: style, limit: 1, clip: rect)
            screen.cursor = rect.origin
        }
        let isAsked = (try? Query(parsing: group.term)).map(query.requires) ?? false
        let mark = Position(row: rect.row, column: rect.column + 1)
        if isAsked {
            screen.write(
                look[.marked], at: mark, style: isSelected ? style : look[.mark].over(style), limit: 1, clip: rect)
        }
        let count = Words.grouped(group.count)
        let room = rect.columns - TextTable.gutter - 2
        let text = Rect(row: rect.row, column: rect.column + TextTable.gutter, rows: 1, columns: max(0, room))
        screen.write(
            left: { TextLine(look.shortened(group.label, to: $0)) }, right: TextLine(count), in: text, style: style,
            look: look)
    }
}

extension State {
    /// The lines of the panel that hold its entries.
    var facetRect: Rect { FacetDrawing.list(in: layout(size).panel ?? Rect(row: 0, column: 0, rows: 0, columns: 0)) }
}
