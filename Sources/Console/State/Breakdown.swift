import Inventory
import Reach

/// How the rows of a list divide: what facets and grouped tables show. Takes time, and is found out like a list.
struct Breakdown: Hashable, Sendable {
    enum Division: Hashable, Sendable {
        /// By everything that the panel of facets counts.
        case facets
        /// By one column.
        case column(GroupColumn)
    }

    /// The list, whose order does not matter.
    var listing: Listing
    var division: Division

    /// How many groups of one column are told apart.
    static let limit = 5_000

    init(_ listing: Listing, by division: Division) {
        self.listing = listing
        self.listing.sort = nil
        self.listing.furtherSorts = []
        self.division = division
    }

    /// The groups; nil when `isCancelled` said so first. O(entities) for each column or term that is counted.
    func groups(in inventory: Inventory, isCancelled: Cancellation? = nil) -> [RowGroup]? {
        guard let rows = listing.entities(in: inventory, isCancelled: isCancelled) else { return nil }
        let tally = RowTally(inventory: inventory, listing: listing, rows: rows, isCancelled: isCancelled)
        switch division {
        case .facets: return tally.facets()
        case .column(let column): return tally.groups(by: column)
        }
    }
}

/// A column by which rows can be grouped.
enum GroupColumn: String, Hashable, Sendable, CaseIterable {
    case progress, verdict, assignee
    case state, tier, plane
    case firstHeld = "first_held"
    case kind, provider, owner, parent, name, privilege, flags
    case created, issued, rotated
    case lastUsed = "last_used"
    case expires, revoked, relations, exposure

    var title: String {
        switch self {
        case .progress: "STATE IN THE PLAN"
        case .verdict: "VERDICT"
        case .assignee: "ASSIGNEE"
        case .state: "HELD"
        case .tier: "TIER"
        case .plane: "PLANE"
        case .firstHeld: "FIRST HELD, BY HOUR"
        case .created, .issued, .rotated, .lastUsed, .expires, .revoked:
            "\(column?.row.title ?? rawValue.uppercased()), BY MONTH"
        default: column?.row.title ?? rawValue.uppercased()
        }
    }

    /// The column of entities that it groups by; nil for what only an answer says.
    var column: EntityColumn? { EntityColumn(named: rawValue) }

    /// Whether it speaks of what is held, and so only of lists of that.
    var isHeld: Bool {
        switch self {
        case .state, .tier, .plane, .firstHeld: true
        default: false
        }
    }

    /// Whether it speaks of what a case says.
    var isSaid: Bool { self == .progress || self == .verdict || self == .assignee }

    /// The columns for a list.
    static func columns(held: Bool, inCase isCase: Bool) -> [GroupColumn] {
        allCases.filter { (held || !$0.isHeld) && (isCase || !$0.isSaid) }
    }
}
