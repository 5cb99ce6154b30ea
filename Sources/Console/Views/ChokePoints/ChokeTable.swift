import Inventory
import Reach
import TerminalKit

/// The choke points as a table.
struct ChokeTable {
    let state: State
    let look: Look
    private let ground: ChokeGround?
    private let counts: ChokeCounts?
    private let firebreak: Firebreak?

    init(state: State, look: Look) {
        self.state = state
        self.look = look
        ground = state.chokeGround
        counts = state.chokeCounts
        firebreak = state.chokeFirebreak
    }

    /// Below this width titles and kinds have their short names.
    private static let fullColumns = 100

    func draw(_ entities: [Int], into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let setup = state.tableSetup.columns.filter(\.isShown)
        let shown = setup.compactMap { column in
            ChokeColumn(rawValue: column.name).map { (column: $0, width: column.width) }
        }
        let sorted = state.sortKeys.map(\.column)
        let beforeTargets = shown.contains { $0.column == .targets }
        let columns = shown.map { column, width in
            column.tableColumn(rect.columns, isCompact: isCompact, beforeTargets: beforeTargets)
                .chosen(isAdded: sorted.contains(column.rawValue), width: width, in: rect.columns)
        }
        var table = TextTable(columns: columns, rowCount: entities.count, selected: state.selected)
        table.measures = state.measures
        table.sortKeys = state.sortKeys.compactMap { key in
            shown.firstIndex { $0.column.rawValue == key.column }
                .map { TextTable.SortKey(column: $0, ascending: key.ascending) }
        }
        let name = shown.firstIndex { $0.column == .name }
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let entity = state.inventory.entity(at: entities[row])
            var cells = TableRow(
                shown.map { cell($0.column, entity, isCompact: isCompact) },
                mark: state.gutter(of: row, entity.index, look))
            if let name, let home = Words.aside(entity) { cells.asides[name] = TextSpan(home, look[.textDim]) }
            return cells
        }
    }

    private func cell(_ column: ChokeColumn, _ entity: Entity, isCompact: Bool) -> TextSpan {
        switch column {
        case .kind:
            return TextSpan(
                isCompact ? Words.shortKind(entity) : Words.kind(entity),
                look[Meaning.kind.appending(entity.kindName)])
        case .name: return TextSpan(entity.name)
        case .shortID: return .shortID(entity)
        case .remedy: return remedy(entity)
        case .firebreak:
            guard let firebreak else { return TextSpan(look.glyphs.ellipsis, look[.textDim]) }
            return firebreak.members[entity.index] == nil
                ? TextSpan(look[.none], look[.textDim]) : TextSpan("in it", look[.mark])
        default: return count(column, entity)
        }
    }

    private func count(_ column: ChokeColumn, _ entity: Entity) -> TextSpan {
        guard let ground, let counts else { return TextSpan(look.glyphs.ellipsis, look[.textDim]) }
        guard let count = column.count(of: entity.index, ground, counts) else {
            return TextSpan("?", look[.textDim])
        }
        let style: Style? =
            switch column {
            case .live where count > 0: look[.live]
            case .identity: look[.identityPlane]
            case .integrity: look[.integrityPlane]
            default: nil
            }
        return TextSpan(Words.grouped(count), count == 0 ? look[.textDim] : style)
    }

    /// What a mark on it stands for, or that it has one.
    private func remedy(_ entity: Entity) -> TextSpan {
        if let settled = Words.settled(entity, at: state.at) {
            return TextSpan(String(settled.prefix { $0 != ":" }), look[.expired])
        }
        return TextSpan(Words.remedy(entity.kind), entity.isRevocable ? nil : look[.textDim])
    }
}
