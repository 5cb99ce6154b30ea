import Inventory
import TerminalKit

// Short ids in tables: where no other column leaves for them.
extension TableColumn {
    /// Below this width names and reasons need all room that there is.
    private static let shortIDColumns = 100

    /// The column of short ids in a table of `width` columns. No other one leaves for it, and where there is little room
    /// none is cut for it either.
    static func shortID(in width: Int) -> TableColumn { .shortID(isSpare: width < shortIDColumns) }

    /// The same for a table that knows whether it has little room.
    static func shortID(isSpare: Bool) -> TableColumn {
        TableColumn(
            EntityColumn.shortID.row.title, minimum: 1 + ShortID.leastDigits, ideal: 13, fitsContent: true,
            isSpare: isSpare, isWhole: true)
    }

    /// The same without a title, for rows that are drawn one by one.
    static func shortID(in inventory: Inventory) -> TableColumn {
        let width = 1 + inventory.shortIDDigits
        return TableColumn("", minimum: width, ideal: width, isSpare: true)
    }
}

extension TextSpan {
    /// What stands in that column.
    static func shortID(_ entity: Entity) -> TextSpan { TextSpan(entity.shortID) }
}

extension SpokenFact {
    /// The same where a row is said.
    static func shortID(_ entity: Entity) -> SpokenFact {
        SpokenFact(EntityColumn.shortID.row.title.lowercased(), entity.shortID)
    }
}
