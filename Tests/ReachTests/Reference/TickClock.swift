import Inventory

/// Small discrete time, and the real moments that it stands for.
///
/// Tick 0 is the whole stretch before the first event (``Instant/beginning`` and all that follows until then): nothing
/// begins or ends in it, so one tick can stand for it. Tick 1 is `origin`; each further tick is `secondsPerTick` later.
/// The rule of crossing only compares, adds and takes smaller or larger ends, so it does not care how long a tick is.
struct TickClock: Hashable, Sendable {
    var origin: Int64 = 0
    var secondsPerTick: Int64 = 1

    /// The moment at which `tick` starts.
    func instant(_ tick: Int) -> Instant {
        tick <= 0 ? .beginning : Instant(origin + Int64(tick - 1) * secondsPerTick)
    }

    /// The stretch of real time from the start of one tick to the start of another; nil is the open end.
    func interval(_ from: Int?, _ until: Int?) -> Interval {
        Interval(from.map(instant) ?? .beginning, until.map(instant) ?? .never)
    }

    /// The tick that `instant` lies in; ``forEver`` for ``Instant/never``.
    func tick(_ instant: Instant) -> Int {
        if instant == .never { return Self.forEver }
        if instant == .beginning || instant.seconds < origin { return 0 }
        return Int((instant.seconds - origin) / secondsPerTick) + 1
    }

    /// A tick after everything.
    static let forEver = Int.max / 4
}
