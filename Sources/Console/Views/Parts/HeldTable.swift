import Inventory
import Reach
import TerminalKit

/// The table of held entities that the blast radius and the plan's lists show.
struct HeldTable {
    static let sortColumns = HeldColumn.allCases.map { SortColumn(name: $0.rawValue, title: $0.title) }

    /// The held entities that the place lists, once the answer is there and the list is made.
    static func rows(_ state: State, _ source: HeldSource) -> Rows {
        guard state.question != nil else { return .none }
        guard let answer = state.answer(source), let listed = state.listed else { return .pending }
        return .held(listed.indices, in: answer)
    }

    let state: State
    let look: Look
    /// Below this width some words are short.
    private static let fullColumns = 118
    /// Below this width kinds have their short names.
    private static let longKindColumns = 150

    func draw(_ places: [Int], of answer: Answer, empty: String, into screen: inout Screen, in rect: Rect) {
        var table = TextTable(
            columns: columns(rect.columns), rowCount: places.count, selected: state.selected,
            emptyText: TextLine(empty))
        if let sort = state.place.sort, let column = sortedColumn(sort.column) {
            table.sorted = (column, sort.ascending)
        }
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            cells(answer.radius.entities[places[row]], of: row, width: rect.columns)
        }
    }

    private func columns(_ width: Int) -> [TableColumn] {
        let isCompact = width < Self.fullColumns
        let hasShortKinds = width < Self.longKindColumns
        return [
            TableColumn("FIRST HELD", minimum: 11, ideal: 11, priority: 5),
            TableColumn("UNTIL", minimum: isCompact ? 11 : 19, ideal: 25, priority: 9, fitsContent: true),
            TableColumn(
                isCompact ? "T PLANE" : "TIER PLANE", minimum: isCompact ? 7 : 14, ideal: isCompact ? 7 : 14,
                priority: 7),
            TableColumn(
                "KIND", minimum: hasShortKinds ? 8 : 15, ideal: hasShortKinds ? 8 : 20, priority: 4, fitsContent: true),
            TableColumn("NAME", minimum: 12, ideal: 60, priority: .max, keeping: .middle, fitsContent: true),
            TableColumn("WHY", minimum: 24, ideal: 80, weight: 1, priority: 3, keeping: .middle, fitsContent: true),
            TableColumn("KNOWN", minimum: isCompact ? 40 : 10, ideal: 10, priority: 1),
        ]
    }

    private func sortedColumn(_ name: String) -> Int? {
        switch HeldColumn(rawValue: name) {
        case .firstHeld: 0
        case .until, .used: 1
        case .tier, .plane: 2
        case .kind: 3
        case .name: 4
        case .known: 6
        case nil: nil
        }
    }

    private func cells(_ held: HeldEntity, of row: Int, width: Int) -> TableRow {
        let isCompact = width < Self.fullColumns
        let words = HeldWords(held: held, state: state, look: look)
        let plane = isCompact ? held.plane.map { $0 == .identity ? "ident" : "integ" } ?? look[.none] : words.plane
        let planeStyle = held.plane.map { look[$0 == .identity ? .identityPlane : .integrityPlane] }
        let isUsed = held.usedSince == true
        return TableRow(
            [
                TextSpan(words.firstHeld),
                TextSpan(isCompact ? words.untilInShort : words.until, look[isUsed ? .alarm : words.meaning]),
                TextSpan(isCompact ? "\(words.tier) \(plane)" : "\(words.tier)    \(plane)", planeStyle),
                TextSpan(
                    width < Self.longKindColumns ? Words.shortKind(held.entity) : Words.kind(held.entity),
                    look[Meaning.kind.appending(held.entity.kindName)]),
                TextSpan(held.entity.name),
                TextSpan(words.why),
                TextSpan(words.known, held.confidence == .inferred ? look[.inferred] : nil),
            ],
            mark: state.gutter(of: row, held.entity.index, look),
            style: held.isConditional ? look[.conditional].over(look[.text]) : nil)
    }
}
