import Inventory
import TerminalKit

/// A column of the table of choke points.
enum ChokeColumn: String, CaseIterable {
    case targets, behind, held, live
    case credentials = "tokens"
    case identity, integrity, breaks, kind, name
    case shortID = "short_id"
    case remedy = "do"
    case firebreak

    /// The columns of the table in their order; what is about targets where there are any.
    static func columns(beforeTargets: Bool) -> [ChokeColumn] {
        allCases.filter { beforeTargets || ($0 != .targets && $0 != .firebreak) }
    }

    func title(isCompact: Bool = false) -> String {
        switch self {
        case .identity: isCompact ? "IDENT" : "IDENTITY"
        case .integrity: isCompact ? "INTEG" : "INTEGRITY"
        case .shortID: EntityColumn.shortID.row.title
        default: rawValue.uppercased()
        }
    }

    /// Whether it counts something: then the greatest is what one looks for.
    var isCount: Bool { part != nil || self == .targets || self == .breaks }

    /// Whether rows can be sorted by it.
    var isSortable: Bool { isCount || entityColumn != nil }

    /// The column of entities that says the same.
    var entityColumn: EntityColumn? {
        switch self {
        case .kind, .name, .shortID: EntityColumn(named: rawValue)
        default: nil
        }
    }

    /// What it counts of what lies behind.
    private var part: ChokeCounts.Part? {
        switch self {
        case .behind: .entities
        case .held: .held
        case .live: .live
        case .credentials: .credentials
        case .identity: .identity
        case .integrity: .integrity
        default: nil
        }
    }

    /// What it counts for an entity; nil where that is not known.
    func count(of entity: Int, _ ground: ChokeGround, _ counts: ChokeCounts) -> Int? {
        switch self {
        case .targets: ground.dominates(entity)
        case .breaks: ground.breaks[entity]
        default: part.flatMap { part in ground.positions[entity].map { counts[part, at: $0] } }
        }
    }

    /// Which room it wants. What is behind is what the list is for where no targets are counted.
    func tableColumn(_ width: Int, isCompact: Bool, beforeTargets: Bool) -> TableColumn {
        let title = title(isCompact: isCompact)
        func count(_ priority: Int) -> TableColumn {
            TableColumn(title, minimum: title.count, ideal: 9, priority: priority, alignment: .right, fitsContent: true)
        }
        return switch self {
        case .targets: count(11)
        case .behind: count(isCompact && beforeTargets ? 5 : 10)
        case .live: count(8)
        case .identity, .integrity: count(9)
        case .breaks: count(7)
        case .held: count(4)
        case .credentials: count(3)
        case .kind: .kind(isShort: isCompact, priority: 6)
        case .name:
            TableColumn(
                title, minimum: TableColumn.leastName(24, in: width), ideal: 80, priority: .max, keeping: .middle,
                fitsContent: true)
        case .shortID: .shortID(isSpare: isCompact)
        case .remedy: TableColumn(title, minimum: 11, ideal: 22, priority: 2, fitsContent: true)
        case .firebreak: TableColumn(title, minimum: 9, ideal: 24, priority: 5, fitsContent: true)
        }
    }
}
