import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension Instant {
    /// This moment, by the machine's clock.
    static var now: Instant { Instant(Int64(time(nil))) }
}
