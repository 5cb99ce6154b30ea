import Inventory
import TerminalKit

/// What a column says of an entity, in the words of the console's tables.
struct EntityCell {
    let state: State
    let look: Look

    func span(_ column: EntityColumn, _ entity: Entity, isCompact: Bool) -> TextSpan {
        let text =
            switch column {
            case .kind: isCompact ? Words.shortKind(entity) : Words.kind(entity)
            case .flags: Words.flags(entity.flags)
            case .exposure: exposure(of: entity)
            default: column.time(of: entity).map { TimeWords.cell($0, near: state.at) } ?? column.text(of: entity)
            }
        if text.isEmpty { return TextSpan(look[.none], look[.textDim]) }
        return TextSpan(text, column == .kind ? look[Meaning.kind.appending(entity.kindName)] : nil)
    }

    private func exposure(of entity: Entity) -> String {
        guard let exposures = state.exposures else { return look.glyphs.ellipsis }
        return exposures[entity.index].map { Words.exposure($0, look) } ?? ""
    }
}
