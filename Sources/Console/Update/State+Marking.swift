import Inventory

// Marking many rows at once.
extension State {
    /// Begins to choose rows, or marks those that are chosen.
    mutating func toggleRange() -> [Effect] {
        guard range == nil else { return markRange() }
        guard let anchor = place.cursor else { return [] }
        range = RangeMark(anchor: anchor, row: selected, list: place.list)
        return []
    }

    /// Stops choosing rows without marking any.
    mutating func giveUpRange() {
        range = nil
        message = Message(text: "no range any more: nothing was marked")
    }

    /// Finds the row where the range began among new rows; without it there is no range.
    mutating func findRange() {
        guard let range else { return }
        guard let row = rows.row(of: range.anchor, in: inventory) else {
            self.range = nil
            return
        }
        self.range?.row = row
    }

    mutating func markRange() -> [Effect] {
        guard let rows = rangeRows else { return [] }
        range = nil
        return gather(rows)
    }

    /// Why there are no rows to mark.
    var markAllObstacle: String? {
        if rows.count == 0 { return rows.isPending ? pendingReason : "the list is empty" }
        switch rows {
        case .entities, .held, .tree: return nil
        case .groups: return "a group is no entity: \(key(.open)) opens its rows"
        case .path, .page, .start, .timeline, .inherit, .map, .changes, .journal:
            return (0..<rows.count).contains { rows.entity(at: $0) != nil } ? nil : "no row here is an entity"
        case .endings: return "the rows are relations, and no entities"
        case .none, .pending: return "the list is empty"
        }
    }

    /// Marks all rows of the list; when all are marked, takes the marks away.
    mutating func markAll() -> [Effect] {
        range = nil
        return gather(0..<rows.count)
    }

    /// Why the rows of the selected group cannot be marked; nil where they can, or where no group is selected.
    var groupMarkObstacle: String? {
        guard selectedGroup != nil, groupListing == nil else { return nil }
        return groupObstacle ?? "a group is no entity: \(key(.open)) opens its rows"
    }

    /// Marks all rows of the selected group; when all are marked, takes the marks away.
    mutating func markGroup() -> [Effect] {
        guard let group = selectedGroup, let listing = groupListing else { return [] }
        return gather(0..<group.count, of: listing)
    }

    /// Marks the entities of some rows, or of a list: at once, or by a worker when there are many to look at.
    private mutating func gather(_ range: Range<Int>, of listing: Listing? = nil) -> [Effect] {
        gathering += 1
        let request = Gathering(number: gathering, rows: rows, range: range, listing: listing)
        guard (listing == nil ? range.count : inventory.entityCount) > Gathering.promptRows else {
            mark(request.gathered(in: inventory))
            return []
        }
        isGathering = true
        message = Message(text: "marking \(Words.grouped(range.count)) rows: \(key(.undo)) undoes it once it is done")
        return [.gather(request)]
    }

    /// Takes in gathered entities; those of a superseded request are dropped.
    mutating func learn(_ gathered: Gathered, number: Int) {
        guard isGathering, number == gathering else { return }
        isGathering = false
        mark(gathered)
    }

    private mutating func mark(_ gathered: Gathered) {
        let words = gathered.words(in: inventory)
        let marks = gathered.marks
        guard !marks.isEmpty else {
            message = Message(text: "no row here is an entity", tone: .warning)
            return
        }
        let areMarked = work.present.marks.isSuperset(of: marks)
        var added = marks
        added.subtract(work.present.marks)
        change("\(areMarked ? "unmark" : "mark") \(words)") { work in
            if areMarked { work.marks.subtract(marks) } else { work.marks.formUnion(marks) }
        }
        let already = marks.count - added.count
        let before = areMarked || already == 0 ? "" : ", \(Words.grouped(already)) of them before"
        message = Message(text: "\(areMarked ? "off the plan" : "marked"): \(words)\(before); \(key(.undo)) undoes it")
    }
}
