/// Who watches a long computation: is told how far it is, and may stop it.
public struct Oversight: Sendable {
    /// Takes the part that is done, from 0 to 1.
    public var progress: @Sendable (Double) -> Void
    /// Asked now and then; when it says yes, the computation ends with a `CancellationError`.
    public var isCancelled: @Sendable () -> Bool

    /// Tells nobody, and stops when the current task is cancelled.
    public init(
        progress: @escaping @Sendable (Double) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { Task.isCancelled }
    ) {
        self.progress = progress
        self.isCancelled = isCancelled
    }

    /// Says how far it is, and goes no further once it is cancelled.
    func check(_ done: Double) throws(CancellationError) {
        if isCancelled() { throw CancellationError() }
        progress(done)
    }
}
