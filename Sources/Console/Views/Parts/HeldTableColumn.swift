import Inventory
import Reach
import TerminalKit

/// A column of the table of held entities.
enum HeldTableColumn: String, CaseIterable {
    case firstHeld = "first_held"
    case until, tier, kind, name
    case shortID = "short_id"
    case verdict, why, known
    // What tables of entities show too, when it is asked for.
    case id, provider, parent, owner, privilege, issued, rotated
    case lastUsed = "last_used"
    case expires, revoked, flags, exposure

    /// The columns that are shown unless others are chosen.
    static let usual: [HeldTableColumn] = [.firstHeld, .until, .tier, .kind, .name, .shortID, .verdict, .why, .known]

    /// The column of entities that says the same; nil for what an answer says.
    var entityColumn: EntityColumn? {
        self == .shortID || !Self.usual.contains(self) ? EntityColumn(named: rawValue) : nil
    }

    var title: String {
        switch self {
        case .firstHeld: "FIRST HELD"
        case .tier: "TIER PLANE"
        default: entityColumn?.row.title ?? rawValue.uppercased()
        }
    }

    /// Below this width reasons need all room that there is.
    private static let reasonColumns = 130

    /// What stands above tier and plane where there is little room.
    static let shortTierTitle = "T PLANE"

    /// Which room it wants in a table of `width` columns.
    func tableColumn(_ width: Int) -> TableColumn {
        let isCompact = width < HeldTable.fullColumns
        return switch self {
        case .firstHeld: .time("FIRST HELD", priority: 5)
        case .until:
            TableColumn(
                "UNTIL", minimum: isCompact ? 11 : 19, ideal: isCompact ? 15 : 28, priority: 9, fitsContent: true,
                isWhole: isCompact, wholePart: isCompact ? nil : 6)
        case .tier:
            TableColumn(
                isCompact ? Self.shortTierTitle : "TIER PLANE", minimum: isCompact ? 8 : 14,
                ideal: isCompact ? 8 : 14, priority: 7)
        case .kind: .kind(isShort: width < HeldTable.longKindColumns, priority: 6)
        case .name:
            TableColumn(
                "NAME", minimum: TableColumn.leastName(23, in: width), ideal: 60, priority: .max, keeping: .middle,
                fitsContent: true)
        case .shortID: .shortID(isSpare: width < Self.reasonColumns)
        case .verdict: JudgementWords.verdictColumn(isCompact: isCompact, priority: 8)
        case .why: TableColumn("WHY", minimum: 16, ideal: 80, weight: 1, priority: 4, fitsContent: true)
        case .known: TableColumn("KNOWN", minimum: 10, ideal: 10, priority: 1, isSpare: true)
        default: entityColumn?.tableColumn(width, isCompact: isCompact) ?? TableColumn(title)
        }
    }

    /// The column over which the sign of an order by the column with this name stands; nil where none is, as none says
    /// by itself whether something was used since.
    init?(sortedBy name: String) {
        switch HeldColumn(rawValue: name) {
        case .firstHeld: self = .firstHeld
        case .until: self = .until
        case .used: return nil
        case .tier, .plane: self = .tier
        case .kind: self = .kind
        case .name: self = .name
        case .known: self = .known
        case nil: self.init(rawValue: name)
        }
    }

    /// The number of the word in its title that an order by the column with this name is about; nil for the whole title.
    static func titleWord(sortedBy name: String) -> Int? {
        switch HeldColumn(rawValue: name) {
        case .tier: 0
        case .plane: 1
        default: nil
        }
    }

    /// The title of the order that a press on the title of a column asks for: of two things in one column the first.
    static func sortTitle(under title: String) -> String {
        title == Self.tier.title || title == shortTierTitle ? HeldColumn.tier.title : title
    }
}

extension TableColumn {
    private static let askedForPriority = 1_000

    /// A column of times as ``TimeWords/cell(_:near:)`` writes them: as wide as the years that it needs.
    static func time(_ title: String, priority: Int) -> TableColumn {
        TableColumn(
            title, minimum: TimeWords.cellColumns, ideal: TimeWords.anyCellColumns, priority: priority,
            fitsContent: true, isWhole: true)
    }

    /// The least that names have in a table of `width` columns: `usual`, and less where there is less room than usual.
    static func leastName(_ usual: Int, in width: Int) -> Int { max(12, min(usual, width * usual / 80)) }

    /// The width from which the analyst makes it wider or narrower.
    var usualWidth: Int { max(minimum, min(ideal, 24)) }

    /// The column as the analyst wants it in a table of `room` columns: one that was asked for, or given a width, leaves
    /// after the others, and has that width even if others leave for it; one that never leaves takes all, another half.
    func chosen(isAdded: Bool, width: Int?, in room: Int) -> TableColumn {
        var column = self
        if isAdded || width != nil, column.priority != .max {
            column.priority = Self.askedForPriority
            column.isSpare = false
        }
        guard let width else { return column }
        let most = max(12, column.priority == .max ? room - TextTable.gutter : room / 2)
        column.minimum = min(width, most)
        column.ideal = width
        column.weight = 0
        column.fitsContent = false
        return column
    }
}
