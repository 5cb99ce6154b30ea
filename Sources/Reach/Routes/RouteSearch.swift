import Inventory

/// Looks backwards from targets for what leads there in time: the crossings that some holding allows, each before the
/// last moment at which what it gains is still of use.
struct RouteSearch {
    private let inventory: Inventory
    private let answer: BlastRadius
    private let targets: [Int]
    private let rows: DirectedRows
    private let ends: Endings
    private let severed: [Int: Instant]
    /// The entities that lead to a target, by the fewest steps from there.
    private(set) var found: [Int] = []
    /// For each entity the end of the time in which holding it can lead to a target.
    private var deadlines: [Int: Instant] = [:]
    /// Whether everything was looked at.
    private(set) var isComplete = true

    init(_ inventory: Inventory, _ answer: BlastRadius, targets: [Int]) {
        self.inventory = inventory
        self.answer = answer
        self.targets = targets
        let question = answer.question
        rows = DirectedRows(entering: inventory)
        ends = Endings(inventory, question, rollback: nil)
        severed = Dictionary(question.severances.map { ($0.relation, $0.at) }, uniquingKeysWith: min)
    }

    /// Searches until all is found or `effort` crossings were looked at; false when cancelled.
    mutating func run(effort: Int, isCancelled: Cancellation?) -> Bool {
        for target in targets { deadlines[target] = .never }
        var queue = targets
        var head = 0
        var looked = 0
        while head < queue.count {
            let entity = queue[head]
            head += 1
            if head % 256 == 0, isCancelled?() == true { return false }
            guard let far = answer[entity], !far.isSeed, let deadline = deadlines[entity] else { continue }
            for place in rows.places(of: entity) {
                looked += 1
                guard looked <= effort else {
                    isComplete = false
                    return true
                }
                guard let near = rows.end(at: place), near != entity, let relation = rows.relation(at: place),
                    let window = window(of: relation, from: near, to: far), window.from < deadline
                else { continue }
                let end = min(window.until, deadline)
                if let known = deadlines[near] {
                    if end > known {
                        deadlines[near] = end
                        queue.append(near)
                    }
                } else {
                    deadlines[near] = end
                    found.append(near)
                    queue.append(near)
                }
            }
        }
        return true
    }

    /// From the first moment at which a holding allows the crossing to the end of the last; nil where none does.
    private func window(of relation: Int, from near: Int, to far: HeldEntity) -> Interval? {
        let question = answer.question
        let traits = inventory.traits(of: relation)
        guard let holder = answer[near], traits.gain != .none, traits.evidence >= question.evidence,
            question.plane == nil || question.plane == traits.act.plane
        else { return nil }
        // What is held whatever guards do is shown by ways that ask for no guard to fail.
        if !far.isConditional, holder.isConditional { return nil }
        if question.guards == .hold, !far.isConditional, inventory.isGuarded(relation) { return nil }
        if question.timeless { return severed[relation] == nil ? .always : nil }
        let valid = inventory.valid(of: relation)
        let open = Interval(valid.from, min(valid.until, severed[relation] ?? .never))
            .intersection(ends.usable(far.entity.index))
        let windows = holder.holdings.lazy.map { $0.intersection(open) }.filter { !$0.isEmpty }
        guard let first = windows.first else { return nil }
        return Interval(first.from, windows.map(\.until).max() ?? first.until)
    }

    /// The crossings between these entities that lead on in time, and those of `earliest` with their moments.
    func crossings(among places: [Int: Int], earliest: [Int: Instant]) -> [Routes.Crossing] {
        var crossings: [Routes.Crossing] = []
        for (entity, to) in places {
            guard let far = answer[entity] else { continue }
            let via = far.via?.relation.index
            for place in rows.places(of: entity) {
                guard let near = rows.end(at: place), near != entity, let from = places[near],
                    let relation = rows.relation(at: place)
                else { continue }
                let known = earliest[relation]
                let window = window(of: relation, from: near, to: far)
                let leadsOn = window.map { $0.from < deadlines[entity] ?? .beginning } ?? false
                guard known != nil || leadsOn, let at = known ?? window?.from else { continue }
                crossings.append(
                    Routes.Crossing(from: from, to: to, relation: relation, at: at, isEarliest: relation == via))
            }
        }
        return crossings.sorted { ($0.from, $0.to, $0.at, $0.relation) < ($1.from, $1.to, $1.at, $1.relation) }
    }
}
