import Inventory
import Reach
import TerminalKit

/// The lists of the view of changes: each with the columns that its rows need, a sign before all of them.
struct ChangeTable {
    let state: State
    let look: Look
    let section: ChangeSection
    /// Below this width kinds have their short names.
    private static let fullColumns = HeldTable.longKindColumns
    /// Below this width what happened is said in one word.
    private static let narrowColumns = 100
    /// Below this width that word may be cut.
    private static let tightColumns = 60

    func draw(_ rows: ChangeRows, empty: String, into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let isNarrow = rect.columns < Self.narrowColumns
        let columns = columns(isCompact: isCompact, isNarrow: isNarrow, isTight: rect.columns < Self.tightColumns)
        var table = TextTable(
            columns: columns, rowCount: rows.count, selected: state.selected, emptyText: TextLine(empty))
        let titles = ChangeColumn.columns(of: section)
        table.sortKeys = state.sortKeys.compactMap { key in
            let title = titles.first { $0.name == key.column }?.title
            return columns.firstIndex { $0.title == title }.map {
                TextTable.SortKey(column: $0, ascending: key.ascending)
            }
        }
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let words = ChangeRowWords(ground: rows.ground, row: rows.rows[row])
            return TableRow(
                cells(words, isCompact: isCompact, isNarrow: isNarrow),
                mark: state.gutter(of: row, rows.entity(at: row), look))
        }
    }

    private func columns(isCompact: Bool, isNarrow: Bool, isTight: Bool) -> [TableColumn] {
        func words(_ title: String, _ ideal: Int) -> TableColumn {
            TableColumn(
                title, minimum: isTight ? 8 : 11, ideal: isNarrow ? 11 : ideal, priority: 9, fitsContent: true)
        }
        let sign = TableColumn("", minimum: 1, ideal: 1, priority: .max - 1)
        let kind = TableColumn.kind(isShort: isCompact, priority: 6)
        let name = TableColumn("NAME", minimum: 10, ideal: 60, priority: .max, keeping: .middle, fitsContent: true)
        let plane = TableColumn("PLANE", minimum: isNarrow ? 5 : 9, ideal: isNarrow ? 5 : 9, priority: 5)
        func why(_ title: String) -> TableColumn {
            TableColumn(title, minimum: 16, ideal: 140, weight: 1, priority: 7, fitsContent: true)
        }
        switch section {
        case .changes, .widened:
            return [sign, words("CHANGE", 26), kind, name, .shortID(isSpare: isNarrow), plane, why("WHAT, OR WHY")]
        case .blast: return [sign, words("LIVE", 14), kind, name, .shortID(isSpare: isNarrow), plane, why("WHY")]
        case .plan:
            return [
                sign, words("FINDING", 11), TableColumn("DONE", minimum: 4, ideal: 4, priority: 8), kind, name,
                .shortID(isSpare: isNarrow), TableColumn("DECIDED", minimum: 11, ideal: 11, priority: 3), why("WHY"),
            ]
        case .new:
            return [
                sign, words("IDENTITY", 9), kind, name, .shortID(isSpare: isNarrow),
                TableColumn("SINCE", minimum: 11, ideal: 11, priority: 5),
                why("WHY"),
            ]
        }
    }

    private func cells(_ words: ChangeRowWords, isCompact: Bool, isNarrow: Bool) -> [TextSpan] {
        let style = look[words.meaning]
        let front = [TextSpan(words.sort.sign, style), TextSpan(isNarrow ? words.shortWord : words.word, style)]
        let kind = TextSpan(
            words.kind(isCompact: isCompact), words.kindName.map { look[Meaning.kind.appending($0)] })
        let (name, why) = (TextSpan(words.name), TextSpan(words.why))
        let short = words.entity.map { TextSpan.shortID($0) } ?? TextSpan(look[.none], look[.textDim])
        switch section {
        case .changes, .widened, .blast: return front + [kind, name, short, plane(words, isNarrow), why]
        case .plan:
            guard let result = words.result else { return front }
            let done = result.finding.isClosed ? "yes" : "no"
            return front + [TextSpan(done, style), kind, name, short, time(result.item.decided), why]
        case .new: return front + [kind, name, short, time(words.newcomer?.since), why]
        }
    }

    private func plane(_ words: ChangeRowWords, _ isNarrow: Bool) -> TextSpan {
        guard let plane = words.ground.plane(of: words.row) else { return TextSpan(look[.none], look[.textDim]) }
        let name = isNarrow ? String(plane.rawValue.prefix(5)) : plane.rawValue
        return TextSpan(name, look[plane == .identity ? .identityPlane : .integrityPlane])
    }

    private func time(_ instant: Instant?) -> TextSpan {
        TextSpan(instant.map { TimeWords.cell($0, near: state.at) } ?? look[.none])
    }
}
