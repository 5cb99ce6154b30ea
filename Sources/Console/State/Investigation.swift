import Inventory
import Reach

/// What the analyst decided so far: all that undo and redo change.
struct Investigation: Hashable, Sendable {
    /// What is declared compromised, in the order of declaration.
    var seeds: [DeclaredSeed] = []
    /// The entities marked for the plan.
    var marks: Set<Int> = []

    /// The windows over which the entity is declared compromised.
    func windows(of entity: Int) -> [Interval] { seeds.filter { $0.seed.entity == entity }.map(\.seed.window) }

    /// Whether the analyst changed anything that would be lost on leaving.
    var holdsWork: Bool { !marks.isEmpty || seeds.contains { $0.origin == .analyst } }
}

/// A seed, and who says so.
struct DeclaredSeed: Hashable, Sendable {
    /// Who declared it.
    enum Origin: Hashable, Sendable {
        /// A source marks the entity as compromised.
        case source
        /// It was given when the console was opened.
        case given
        /// It was declared in the console.
        case analyst

        /// The origin in words.
        var words: String {
            switch self {
            case .source: "marked by a source"
            case .given: "given at the start"
            case .analyst: "declared here"
            }
        }
    }

    var seed: Seed
    var origin: Origin
}

/// A value with its past and its undone future.
struct Undoable<Value: Equatable & Sendable>: Sendable {
    private(set) var present: Value
    private var past: [(value: Value, what: String)] = []
    private var future: [(value: Value, what: String)] = []

    /// How many changes can be undone.
    static var limit: Int { 1_000 }

    init(_ value: Value) { present = value }

    /// What undo would undo, in words; nil when there is nothing.
    var undoable: String? { past.last?.what }
    /// What redo would do again, in words; nil when there is nothing.
    var redoable: String? { future.last?.what }

    /// Changes the value; `what` says in words what was done. No change leaves no trace.
    mutating func change(_ what: String, _ change: (inout Value) -> Void) {
        var next = present
        change(&next)
        guard next != present else { return }
        past.append((present, what))
        if past.count > Self.limit { past.removeFirst() }
        future = []
        present = next
    }

    mutating func undo() {
        guard let last = past.popLast() else { return }
        future.append((present, last.what))
        present = last.value
    }

    mutating func redo() {
        guard let next = future.popLast() else { return }
        past.append((present, next.what))
        present = next.value
    }
}
