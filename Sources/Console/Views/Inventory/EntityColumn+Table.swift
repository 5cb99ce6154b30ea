import Inventory
import PlainText
import TerminalKit

extension EntityColumn {
    /// How the column stands in a table: which room it wants, and how early it leaves when there is too little.
    ///
    /// - Parameter isCompact: Whether kinds have their short names.
    func tableColumn(isCompact: Bool) -> TableColumn {
        let alignment: TextAlignment = row.alignment == .trailing ? .right : .left
        func column(_ minimum: Int, _ ideal: Int, weight: Int = 0, priority: Int, keeping: KeptPart = .start)
            -> TableColumn
        {
            TableColumn(
                row.title, minimum: minimum, ideal: ideal, weight: weight, priority: priority, alignment: alignment,
                keeping: keeping, fitsContent: true)
        }
        return switch self {
        case .kind: column(isCompact ? 8 : 11, isCompact ? 8 : 20, priority: 95)
        case .name: column(16, 60, weight: 1, priority: .max, keeping: .middle)
        case .id: column(24, 80, priority: 10, keeping: .end)
        case .provider: column(8, 14, priority: 35)
        case .parent: column(14, 40, priority: 55, keeping: .middle)
        case .owner: column(8, 24, priority: 50, keeping: .middle)
        case .privilege: column(9, 9, priority: 40)
        case .created: column(11, 11, priority: 20)
        case .issued: column(11, 11, priority: 15)
        case .rotated: column(11, 11, priority: 30)
        case .lastUsed: column(11, 11, priority: 70)
        case .expires: column(11, 11, priority: 80)
        case .revoked: column(11, 11, priority: 25)
        case .flags: column(11, 40, priority: 45)
        case .relations: column(9, 9, priority: 5)
        case .exposure: column(8, 12, priority: 92)
        }
    }
}
