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
    func cycles(of rows: CrossingRows) -> Cycles {
        if let knownCycles { return knownCycles }
        let cycles = Cycles(rows)
        knownCycles = cycles
        return cycles
    }
}

/// A buffer that is reserved on first use and blank whenever nobody uses it.
final class Scratch<Element: BitwiseCopyable> {
    private let count: Int
    private let blank: Element
    private var memory: UnsafeMutableBufferPointer<Element>?

    init(count: Int, blank: Element) {
        self.count = count
        self.blank = blank
    }

    /// The memory. Valid while the workspace lives.
    var rows: UnsafeMutableBufferPointer<Element> {
        if let memory { return memory }
        let new = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
        new.initialize(repeating: blank)
        memory = new
        return new
    }

    /// Blanks these rows again.
    func blank(_ touched: some Sequence<UInt32>) {
        let rows = rows
        for row in touched { rows[Int(row)] = blank }
    }

    deinit { memory?.deallocate() }
}

/// Rows that never change, where loops can read them without a check. Valid while this lives.
final class FixedRows<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let rows: UnsafeBufferPointer<Element>

    init(_ elements: [Element]) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = memory.initialize(fromContentsOf: elements)
        rows = UnsafeBufferPointer(memory)
    }

    deinit { rows.deallocate() }
}
