import Casebook

/// What was decided and is not in the journal yet, step by step and in order: what undo takes back is an entry that can be
/// named only while each decision has entries of its own.
struct DecisionQueue: Sendable {
    /// A decision, or what undo or redo made of one.
    struct Step: Hashable, Sendable {
        let number: Int
        var before: Investigation
        var after: Investigation
        /// Whether it takes back or repeats an earlier decision.
        let turn: CaseTurn?
        /// Where it was decided.
        let place: Place?
    }

    /// The step that is being recorded.
    private(set) var sent: Step?
    /// Those that wait for it.
    private(set) var waiting: [Step] = []
    private var count = 0

    /// All of them, in order.
    var steps: [Step] { (sent.map { [$0] } ?? []) + waiting }

    /// What the last of them leads to; nil when there is none.
    var end: Investigation? { (waiting.last ?? sent)?.after }

    /// Something was decided.
    mutating func add(from before: Investigation, to after: Investigation, _ turn: CaseTurn?, at place: Place?) {
        count += 1
        waiting.append(Step(number: count, before: before, after: after, turn: turn, place: place))
    }

    /// Takes the next step, to be recorded; nil while one is, and when there is none.
    mutating func send() -> Step? {
        guard sent == nil, !waiting.isEmpty else { return nil }
        sent = waiting.removeFirst()
        return sent
    }

    /// What was sent is in the journal, or was refused.
    mutating func settle() { sent = nil }

    /// What was sent could not be recorded, and is tried again.
    mutating func putBack() {
        if let step = sent { waiting.insert(step, at: 0) }
        sent = nil
    }

    /// What waits makes no difference any more.
    mutating func forget() { waiting = [] }

    /// Takes in what was decided elsewhere. What makes no difference after that is no step.
    mutating func follow(_ change: (Investigation) -> Investigation) {
        func followed(_ step: Step) -> Step {
            var step = step
            (step.before, step.after) = (change(step.before), change(step.after))
            return step
        }
        sent = sent.map(followed)
        waiting = waiting.map(followed).filter { $0.before != $0.after }
    }
}
