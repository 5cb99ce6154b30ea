import Inventory
import PlainText
import TerminalKit

extension EntityColumn {
    /// How the column stands in a table: which room it wants, and how early it leaves when there is too little.
    ///
    /// - Parameters:
    ///   - width: The columns of the table.
    ///   - isCompact: Whether kinds have their short names.
    func tableColumn(_ width: Int, isCompact: Bool) -> TableColumn {
        let alignment: TextAlignment = row.alignment == .trailing ? .right : .left
        func column(
            _ minimum: Int, _ ideal: Int, weight: Int = 0, priority: Int, keeping: KeptPart = .start,
            isSpare: Bool = false
        ) -> TableColumn {
            TableColumn(
                row.title, minimum: minimum, ideal: ideal, weight: weight, priority: priority, alignment: alignment,
                keeping: keeping, fitsContent: true, isSpare: isSpare)
        }
        func time(priority: Int, isSpare: Bool = false) -> TableColumn {
            var column = TableColumn.time(row.title, priority: priority)
            column.isSpare = isSpare
            return column
        }
        return switch self {
        case .kind: .kind(isShort: isCompact, priority: 95, in: width)
        case .name:
            column(TableColumn.leastName(28, in: width), 60, weight: 1, priority: .max, keeping: .middle)
        case .shortID: .shortID(in: width)
        case .id: column(24, 80, priority: 10, keeping: .end, isSpare: true)
        case .provider: column(8, 14, priority: 35, isSpare: true)
        // What tells apart those of one name comes before what is said of them.
        case .parent: column(14, 40, priority: 88, keeping: .middle)
        case .owner: column(8, 24, priority: 50, keeping: .middle)
        case .privilege: column(9, 9, priority: 40, isSpare: true)
        case .created: time(priority: 20, isSpare: true)
        case .issued: time(priority: 15, isSpare: true)
        case .rotated: time(priority: 30, isSpare: true)
        case .lastUsed: time(priority: 70)
        case .expires: time(priority: 80)
        case .revoked: time(priority: 25, isSpare: true)
        case .flags: column(11, 40, priority: 45, isSpare: true)
        case .relations: column(9, 9, priority: 5)
        case .exposure: column(8, 12, priority: 92)
        }
    }
}
