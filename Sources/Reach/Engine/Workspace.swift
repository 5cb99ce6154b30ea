import Inventory

/// The memory that questions work in, kept from one question to the next. For one thread at a time.
///
/// Every buffer is blank between two uses: who writes into it blanks what was written, so that a question costs what
/// its answer is worth and not what the inventory weighs.
final class Workspace {
    let entityCount: Int
    /// A bit an entity: seen.
    let marks: Scratch<UInt64>
    /// Room for every entity once, and one more.
    let queue: Scratch<UInt32>
    /// The place of the crossing by which an entity was first gained.
    let crossings: Scratch<UInt32>
    /// The near end of that crossing, or another number an entity.
    let parents: Scratch<UInt32>
    /// The earliest start of a label that ends only when the entity can no longer be held.
    let finalStarts: Scratch<Int64>
    /// The same, labels of the next level included, and the last of these labels.
    let nextFinalStarts: Scratch<Int64>
    let nextFinals: Scratch<UInt32>
    /// When an entity is first held.
    let firstHeld: Scratch<Int64>
    /// A number for each entity, such as its place in an answer.
    let places: Scratch<UInt32>
    /// When an entity is held by labels that end before that.
    let coverage: Scratch<Interval>
    /// How far a session can be renewed through an entity.
    let widths: Scratch<Int64>

    private var knownCycles: Cycles?
    private var labels: [Label] = []
    private var accepted: [Accepted] = []

    /// Nothing is reserved before it is needed.
    init(entityCount: Int) {
        self.entityCount = entityCount
        marks = Scratch(count: entityCount / 64 + 1, blank: 0)
        queue = Scratch(count: entityCount + 1, blank: 0)
        crossings = Scratch(count: entityCount, blank: .max)
        parents = Scratch(count: entityCount, blank: .max)
        finalStarts = Scratch(count: entityCount, blank: .max)
        nextFinalStarts = Scratch(count: entityCount, blank: .max)
        nextFinals = Scratch(count: entityCount, blank: .max)
        firstHeld = Scratch(count: entityCount, blank: .max)
        places = Scratch(count: entityCount, blank: .max)
        coverage = Scratch(count: entityCount, blank: Coverage.nothing)
        widths = Scratch(count: entityCount, blank: .min)
    }

    /// Empty arrays with room for as many labels as the last question had.
    func takeLabels() -> ([Label], [Accepted]) {
        defer { (labels, accepted) = ([], []) }
        return (labels, accepted)
    }

    /// Keeps the room of these arrays for the next question.
    func giveBack(_ labels: inout [Label], _ accepted: inout [Accepted]) {
        labels.removeAll(keepingCapacity: true)
        accepted.removeAll(keepingCapacity: true)
        swap(&self.labels, &labels)
        swap(&self.accepted, &accepted)
    }

    /// What could lie on one cycle, found out as it is asked.
    func cycles(of rows: ControlRows) -> Cycles {
        if let knownCycles { return knownCycles }
        let cycles = Cycles(rows)
        knownCycles = cycles
        return cycles
    }
}
