import Inventory
import Reach

/// The rows of a forest of which some are folded: what lies under a folded one is no row.
struct TreeRows: Sendable {
    let forest: HeldForest
    let answer: Answer

    /// One that is folded and not under another folded one.
    private struct Fold {
        var position: Int
        var row: Int
        /// How many positions before the end of what it hides are no rows.
        var hidden: Int
    }

    private var folds: [Fold] = []

    /// The rows when the entities with these ids are folded. O(folded · log rows).
    init(_ forest: HeldForest, of answer: Answer, folded: [String], in inventory: Inventory) {
        self.forest = forest
        self.answer = answer
        let positions = folded.compactMap { id in
            inventory.entity(id: id).flatMap { forest.position(of: $0.index, in: answer.radius) }
        }
        var hidden = 0
        var end = 0
        for position in positions.sorted() where position >= end && forest.sizes[position] > 1 {
            let row = position - hidden
            hidden += Int(forest.sizes[position]) - 1
            end = position + Int(forest.sizes[position])
            folds.append(Fold(position: position, row: row, hidden: hidden))
        }
    }

    var count: Int { forest.count - (folds.last?.hidden ?? 0) }

    /// The position in the forest of a row. O(log folds).
    func position(of row: Int) -> Int {
        let after = firstFold { $0.row >= row }
        return row + (after == 0 ? 0 : folds[after - 1].hidden)
    }

    /// The row of a position; of one that is hidden, the row under which it is. O(log folds).
    func row(at position: Int) -> Int {
        let after = firstFold { $0.position >= position }
        guard after > 0 else { return position }
        let fold = folds[after - 1]
        return position < fold.position + Int(forest.sizes[fold.position]) ? fold.row : position - fold.hidden
    }

    private func firstFold(where belongsAfter: (Fold) -> Bool) -> Int {
        var (low, high) = (0, folds.count)
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(folds[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    func held(at row: Int) -> HeldEntity { answer.radius.entities[Int(forest.places[position(of: row)])] }

    /// The row of an entity, or of the one under which it is folded.
    func row(of entity: Int) -> Int? { forest.position(of: entity, in: answer.radius).map(row(at:)) }

    /// How many lie under a row, folded or not.
    func below(_ row: Int) -> Int { Int(forest.sizes[position(of: row)]) - 1 }

    func isFolded(_ row: Int) -> Bool {
        let place = firstFold { $0.row >= row }
        return place < folds.count && folds[place].row == row
    }

    /// The row that a row lies under; nil at a root.
    func parent(of row: Int) -> Int? { forest.parent(of: position(of: row)).map(self.row(at:)) }

    /// How far from its root a row is.
    func depth(of row: Int) -> Int { Int(forest.depths[position(of: row)]) }
}
