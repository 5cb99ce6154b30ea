import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Whether the user pressed Ctrl-C while something long was done.
enum Interruption {
    private static let wasAsked = Atomic<Bool>(false)

    /// Calls `body` with a question that answers whether it shall stop. A second Ctrl-C ends the process at once.
    static func watched<Result>(_ body: (() -> Bool) throws -> Result) rethrows -> Result {
        wasAsked.store(false, ordering: .releasing)
        let before = signal(SIGINT) { _ in
            Interruption.wasAsked.store(true, ordering: .releasing)
            signal(SIGINT, SIG_DFL)
        }
        defer { signal(SIGINT, before) }
        return try body { wasAsked.load(ordering: .acquiring) }
    }
}
