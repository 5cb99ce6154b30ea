import Synchronization

/// How long the asker of a long question waits, and how it learns how far the answer is.
public protocol Patience {
    /// What is thrown when the asker waits no longer; `Never` for one who always waits.
    associatedtype Failure: Error
    /// Called every few thousand steps with the part that is done, 0 to 1; throws when the answer is no longer wanted.
    func check(_ done: Double) throws(Failure)
}

/// Waits for every answer.
public struct EndlessPatience: Patience {
    /// Waits.
    public init() {}
    /// Never throws.
    public func check(_ done: Double) throws(Never) {}
}

/// The answer is no longer wanted.
public struct ReachCancelled: Error, Equatable {
    /// The one value.
    public init() {}
}

/// A question that another thread may follow and call off.
public final class Watch: Patience, Sendable {
    private let cancelled = Atomic(false)
    private let thousandths = Atomic(0)

    /// A question not begun.
    public init() {}

    /// The part of the answer that is done, 0 to 1.
    public var progress: Double { Double(thousandths.load(ordering: .relaxed)) / 1_000 }

    /// Whether it was called off.
    public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

    /// Calls it off: the engine stops within a few thousand steps, what seeks a cut at the latest after one pass over its
    /// network.
    public func cancel() { cancelled.store(true, ordering: .relaxed) }

    /// Notes the progress; throws when it was called off, or when the task that runs it was.
    public func check(_ done: Double) throws(ReachCancelled) {
        thousandths.store(Int(max(0, min(1, done)) * 1_000), ordering: .relaxed)
        if isCancelled || Task.isCancelled { throw ReachCancelled() }
    }
}

/// A part of a longer work: its progress counts from `start` on, and for `length` of the whole.
struct Stage<Whole: Patience>: Patience {
    typealias Failure = Whole.Failure

    let whole: Whole
    var start = 0.0
    var length = 1.0

    /// How many steps lie between two looks at the clock.
    static var steps: Int { 4_096 }

    /// Whether the clock is looked at before the step with this number, counted from 0 on.
    @inline(__always)
    static func isDue(_ step: Int) -> Bool { step & (steps &- 1) == 0 }

    /// Reports that `done` of this part is done.
    func check(_ done: Double) throws(Whole.Failure) { try whole.check(start + length * min(1, max(0, done))) }

    /// A part of this part.
    func part(_ from: Double, _ until: Double) -> Stage {
        Stage(whole: whole, start: start + length * from, length: length * (until - from))
    }
}
