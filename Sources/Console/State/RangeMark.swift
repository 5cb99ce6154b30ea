import Inventory
import TerminalKit

/// Rows that are being chosen for marking: from the row where that began to the selected one.
struct RangeMark: Hashable, Sendable {
    /// The id of the row where it began, and its number now.
    var anchor: String
    var row: Int
    /// The list that it is in: another list ends it.
    var list: Place
}

/// Rows whose entities are to be marked together: handed to a worker where there are many.
struct Gathering: Sendable {
    /// Which of the gatherings of a session it is.
    var number: Int
    var rows: Rows
    var range: Range<Int>
    /// The list whose entities they are, in place of rows.
    var listing: Listing?

    /// Up to so many rows are gathered at once.
    static let promptRows = 20_000

    /// The entities of the rows. O(rows); of a list O(entities).
    func gathered(in inventory: Inventory) -> Gathered {
        var marks = Marks()
        var kinds: Set<EntityKind> = []
        func take(_ entity: Int) {
            marks.insert(entity)
            if kinds.count < 2 { kinds.insert(inventory.entity(at: entity).kind) }
        }
        if let listing {
            listing.entities(in: inventory, isCancelled: nil)?.rows.forEach(take)
        } else {
            for row in range { if let entity = rows.entity(at: row) { take(entity) } }
        }
        return Gathered(marks: marks, kind: kinds.count == 1 ? kinds.first : nil)
    }
}

extension Gathering: Hashable {
    static func == (left: Gathering, right: Gathering) -> Bool { left.number == right.number }
    func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

/// The entities of some rows.
struct Gathered: Hashable, Sendable {
    var marks: Marks
    /// Their kind; nil where there are several.
    var kind: EntityKind?

    /// How many of what they are: `14 tokens`.
    func words(in inventory: Inventory) -> String {
        guard let kind else { return Words.count(marks.count, "entity", plural: "entities") }
        return "\(Words.grouped(marks.count)) \(Words.kinds(kind, in: inventory, count: marks.count))"
    }
}

extension State {
    /// The rows of the range, in their order; nil while none is being chosen.
    var rangeRows: Range<Int>? {
        guard let range, rows.count > 0 else { return nil }
        let low = max(0, min(range.row, selected))
        return low..<min(rows.count, max(range.row, selected) + 1)
    }

    /// How many rows the range has that can be selected: headings between them do not count.
    var rangeCount: Int? {
        rangeRows.map { range in
            switch rows {
            case .page, .start: range.count(where: rows.isSelectable)
            default: range.count
            }
        }
    }

    /// The signs in the gutter of a row: those of its entity, else that the row is in the range.
    func gutter(of row: Int, _ entity: Int?, _ look: Look) -> String {
        let signs = signs(of: entity, look)
        return signs.isEmpty && rangeRows?.contains(row) == true ? look[.vertical] : signs
    }

    /// That an entity is marked, and that it is noted.
    func signs(of entity: Int?, _ look: Look) -> String {
        guard let entity else { return "" }
        let isNoted = work.present.notes[entity] != nil
        // What the case does not hold could be lost, and must not look as if it could not.
        let mark = isPending(entity) ? look[.pending] : work.present.marks.contains(entity) ? look[.marked] : ""
        return mark + (isNoted ? look[.noted] : "")
    }

    /// Whether the case does not hold yet that an entity is marked, or is no longer.
    func isPending(_ entity: Int) -> Bool {
        casebook.map { $0.recorded.marks.contains(entity) != work.present.marks.contains(entity) } ?? false
    }
}
