import Inventory
import Reach

/// The rows of a view, computed once for each list: numbers, of which only the visible ones become words.
enum Rows: Sendable {
    /// None, and nothing more to come.
    case none
    /// None yet: they are being computed.
    case pending
    /// Entities by number.
    case entities(Listed)
    /// Places in the entities of an answer.
    case held(Listed, in: Answer)
    /// What rows of a list have in common, with how many there are.
    case groups([RowGroup])
    /// Held entities under what first gave them.
    case tree(TreeRows)
    /// The nodes of a map.
    case map(MapRows)
    /// The crossings of a path behind its seed.
    case path(PathRows)
    /// The lines of an entity's page.
    case page([EntityLine])
    /// The lines of the start.
    case start([StartLine])
    /// Events in the order of time, with the lens among them.
    case timeline(TimelineRows)
    /// What a runner exposed.
    case inherit(InheritRows)
    /// What differs from other evidence.
    case changes(ChangeRows)
    /// The entries of a case's journal.
    case journal(JournalRows)
    /// Relations that are planned to be ended.
    case endings(EndingRows)

    var count: Int {
        switch self {
        case .none, .pending: 0
        case .entities(let listed): listed.indices.count
        case .held(let listed, _): listed.indices.count
        case .groups(let groups): groups.count
        case .tree(let tree): tree.count
        case .map(let map): map.count
        case .path(let path): path.count
        case .page(let lines): lines.count
        case .start(let lines): lines.count
        case .timeline(let rows): rows.count
        case .inherit(let rows): rows.count
        case .changes(let rows): rows.count
        case .journal(let rows): rows.count
        case .endings(let rows): rows.count
        }
    }

    /// How many rows the cursor may stand on, without the line of the lens.
    var selectableCount: Int {
        switch self {
        case .page(let lines): lines.count { !$0.isHeading }
        case .start(let lines): lines.count { !$0.isHeading }
        case .timeline(let rows): max(0, rows.count - 1)
        default: count
        }
    }

    /// The number of a row among those the cursor may stand on, from 0 on: what the status line counts.
    func position(of row: Int) -> Int {
        switch self {
        case .page(let lines): lines.prefix(max(0, row)).count { !$0.isHeading }
        case .start(let lines): lines.prefix(max(0, row)).count { !$0.isHeading }
        case .timeline(let rows): row > rows.lensRow ? row - 1 : row
        default: row
        }
    }

    /// The row that has a place among those the cursor may stand on: the inverse of ``position(of:)``.
    func row(atPosition position: Int) -> Int? {
        guard position >= 0, position < selectableCount else { return nil }
        guard selectableCount < count else { return position }
        if case .timeline(let rows) = self { return position < rows.lensRow ? position : position + 1 }
        return (0..<count).lazy.filter { isSelectable($0) }.dropFirst(position).first
    }

    /// How many events there are before the line of the lens, where a row is that line; nil for any other.
    func eventsBeforeLens(at row: Int) -> Int? {
        guard case .timeline(let rows) = self, rows.count > 0, row == rows.lensRow else { return nil }
        return rows.lensRow
    }

    /// The list that entities come from, with what it leaves out; nil for other rows.
    var listed: Listed? {
        switch self {
        case .entities(let listed), .held(let listed, _): listed
        case .tree(let tree): tree.forest.listed
        default: nil
        }
    }

    /// The rows that say something in words of their own; nil for other rows.
    var worded: (any WordedRows)? {
        switch self {
        case .changes(let rows): rows
        case .journal(let rows): rows
        case .endings(let rows): rows
        default: nil
        }
    }

    /// Whether they are another view of a list: what its rows have in common, or a tree of them.
    var isOfListed: Bool {
        switch self {
        case .groups, .tree: true
        default: false
        }
    }

    var isPending: Bool {
        if case .pending = self { true } else { false }
    }

    /// The number of the entity that the row stands for; nil when it stands for none.
    func entity(at row: Int) -> Int? {
        guard row >= 0, row < count else { return nil }
        return switch self {
        case .none, .pending, .groups: nil
        case .entities(let listed): listed.indices[row]
        case .held(let listed, let answer): answer.radius.entities[listed.indices[row]].entity.index
        case .tree(let tree): tree.held(at: row).entity.index
        case .map(let map): map.entity(at: row)?.index
        case .path(let path): path.entity(at: row).index
        case .page(let lines): lines[row].entity
        case .start(let lines): lines[row].entity
        case .timeline(let rows): rows.event(at: row)?.entity
        case .inherit(let rows): rows.entity(at: row)
        case .changes(let rows): rows.entity(at: row)
        case .journal(let rows): rows.entity(at: row)
        case .endings(let rows): rows.entity(at: row)
        }
    }

    /// What the cursor remembers of a row.
    func id(at row: Int, in inventory: Inventory) -> String? {
        guard row >= 0, row < count else { return nil }
        return switch self {
        case .none, .pending: nil
        case .entities, .held, .tree: entity(at: row).map { inventory.entity(at: $0).id }
        case .map(let map): map.id(at: row)
        case .groups(let groups): groups[row].id
        case .path(let path): "\(row) \(path.entity(at: row).id)"
        case .page(let lines): lines[row].id(in: inventory)
        case .start(let lines): lines[row].id(in: inventory)
        case .timeline(let rows): rows.event(at: row)?.id(in: inventory) ?? TimelineRows.lensID
        case .inherit(let rows): rows.id(at: row, in: inventory)
        case .changes(let rows): rows.id(at: row)
        case .journal(let rows): rows.id(at: row)
        case .endings(let rows): rows.id(at: row)
        }
    }

    /// The row with an id. O(rows), without making the ids of entities.
    func row(of id: String, in inventory: Inventory) -> Int? {
        switch self {
        case .none, .pending: nil
        case .entities(let listed):
            inventory.entity(id: id).flatMap { entity in listed.indices.firstIndex(of: entity.index) }
        case .held(let listed, let answer):
            inventory.entity(id: id).flatMap { answer.radius.entities.firstIndex(of: $0.index) }
                .flatMap { listed.indices.firstIndex(of: $0) }
        case .groups(let groups): groups.firstIndex { $0.id == id }
        case .tree(let tree): inventory.entity(id: id).flatMap { tree.row(of: $0.index) }
        case .map(let map): map.row(of: id)
        case .path(let path): (0..<path.count).first { "\($0) \(path.entity(at: $0).id)" == id }
        case .page(let lines): lines.firstIndex { $0.id(in: inventory) == id }
        case .start(let lines): lines.firstIndex { $0.id(in: inventory) == id }
        case .timeline(let rows): rows.row(of: id, in: inventory)
        case .inherit(let rows): rows.row(of: id, in: inventory)
        case .changes(let rows): rows.row(of: id)
        case .journal(let rows): rows.row(of: id)
        case .endings(let rows): rows.row(of: id)
        }
    }

    /// Where the cursor stands at first: on the first row, or that of the start which leads anywhere.
    var beginning: Int {
        guard case .start(let lines) = self else { return 0 }
        return lines.firstIndex { !$0.isHeading && !$0.isEmpty } ?? 0
    }

    /// Whether the cursor may stand on the row: headings are passed over.
    func isSelectable(_ row: Int) -> Bool {
        guard row >= 0, row < count else { return false }
        return switch self {
        case .page(let lines): !lines[row].isHeading
        case .start(let lines): !lines[row].isHeading
        default: true
        }
    }

    /// The first selectable row from `row` on in a direction, else the nearest one on the other side.
    func selectable(from row: Int, downwards: Bool = true) -> Int? {
        guard count > 0 else { return nil }
        let start = min(max(0, row), count - 1)
        let down = (start..<count).first(where: isSelectable)
        let up = (0...start).last(where: isSelectable)
        return downwards ? down ?? up : up ?? down
    }
}

/// What the rows of a place depend on: they are made anew when it changes, and only then.
struct RowKey: Hashable, Sendable {
    var list: Place
    /// Seeds and marks, where the rows depend on them.
    var work: Investigation?
    /// The sessions of other evidence, where the rows list them.
    var recent: [RecentSession] = []
    /// Whether a filter is being typed, where the rows say what Enter does.
    var isTyping = false
    /// How far the reading of other evidence is, where the rows depend on it.
    var comparison = 0
    /// How wide the lines are broken, where that makes a difference.
    var columns = 0
    /// Whether drawings among the rows stand one above the other, where that makes a difference.
    var isNarrow = false
    /// The inquiries that the rows are made from and that are answered.
    var answered: [Inquiry] = []
}
