/// How two sources' values for one property become one. The ends of time say that a source has no value.
enum Merge {
    /// Both are believed: the earliest, or the latest, is the property's meaning. Never a conflict.
    case earliest, latest
    /// They should agree. When they do not, the wider time is kept, so that no exposure is missed, and it is reported.
    case widenToEarliest, widenToLatest

    /// The value kept, and whether the two contradict each other.
    func callAsFunction(_ old: Instant, _ new: Instant) -> (kept: Instant, conflict: Bool) {
        guard old.isBounded else { return (new.isBounded ? new : old, false) }
        guard new.isBounded, new != old else { return (old, false) }
        return switch self {
        case .earliest: (min(old, new), false)
        case .latest: (max(old, new), false)
        case .widenToEarliest: (min(old, new), true)
        case .widenToLatest: (max(old, new), true)
        }
    }
}
