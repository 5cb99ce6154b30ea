import Inventory
import Reach

/// The ways to an entity: the earliest, and others that differ from it in some crossing.
struct Ways: Sendable {
    /// The earliest first, then by when they arrive; empty for what is declared and not derived.
    let paths: [[Step]]
    /// Whether the search was given up before all was tried.
    let isCapped: Bool

    /// So many ways are shown at most.
    static let limit = 6
    /// So often the engine is asked at most: each time for everything that is reached.
    private static let attempts = 24

    /// Each further way is the earliest when some crossing of one before is left out, the last crossings first.
    init<P: Patience>(
        _ engine: ReachEngine, _ question: Question, to entity: Int, patience: P
    ) throws(P.Failure) {
        let whole = try engine.blastRadius(question, patience: patience)
        guard let earliest = whole.path(to: entity), !earliest.isEmpty, let held = whole[entity] else {
            (paths, isCapped) = ([], false)
            return
        }
        var found = [earliest]
        var seen: Set<[Int]> = [earliest.map(\.relation.index)]
        var tried: Set<Set<Int>> = []
        var branches: [(left: Set<Int>, path: [Step])] = [([], earliest)]
        var isCapped = false
        search: while !branches.isEmpty {
            let (left, path) = branches.removeFirst()
            for step in path.reversed() {
                let less = left.union([step.relation.index])
                guard !tried.contains(less) else { continue }
                guard found.count < Self.limit, tried.count < Self.attempts else {
                    isCapped = true
                    break search
                }
                tried.insert(less)
                var asked = question
                asked.severances += less.sorted().map { Severance(relation: $0, at: .beginning) }
                let answer = try engine.blastRadius(asked, patience: patience)
                guard let other = answer[entity], other.isConditional == held.isConditional,
                    let way = answer.path(to: entity), !way.isEmpty,
                    seen.insert(way.map(\.relation.index)).inserted
                else { continue }
                found.append(way)
                branches.append((less, way))
            }
        }
        let others = found.dropFirst().sorted { ($0.last?.at ?? .never, $0.count) < ($1.last?.at ?? .never, $1.count) }
        paths = [earliest] + others
        self.isCapped = isCapped
    }
}
