/// Tells the console whether the evidence on screen can still be trusted.
public struct EvidenceWatch: Sendable {
    /// Why the evidence can no longer be trusted, in words; nil while it can. Asked before every picture, so it must be
    /// quick.
    public let problem: @Sendable () -> String?
    /// Checks all of the evidence once, off the thread that draws; ``problem`` knows what it found. Gives up when it is
    /// told that it is cancelled.
    public let verify: @Sendable (_ isCancelled: @Sendable () -> Bool) -> Void

    /// A watch.
    public init(
        problem: @escaping @Sendable () -> String?,
        verify: @escaping @Sendable (_ isCancelled: @Sendable () -> Bool) -> Void
    ) {
        self.problem = problem
        self.verify = verify
    }
}
