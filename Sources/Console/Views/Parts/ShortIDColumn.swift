import Inventory
import TerminalKit

// Short ids in tables: there where nothing else is left out or cut for them.
extension TableColumn {
    /// The column of short ids, the last to come unless a priority says otherwise.
    static func shortID(priority: Int = 0) -> TableColumn {
        TableColumn(
            EntityColumn.shortID.row.title, minimum: 1 + ShortID.leastDigits, ideal: 13, priority: priority,
            fitsContent: true, isSpare: true, isWhole: true)
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
