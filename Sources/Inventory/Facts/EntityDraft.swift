/// An entity while its facts are still being collected.
struct EntityDraft {
    let id: TextReference
    var kind: EntityKind?
    var name: TextReference = .empty
    var parent: TextReference = .empty
    var owner: TextReference = .empty
    var provider: TextReference = .empty
    var privilege: UInt8?
    var created: Instant?
    var issued: Instant?
    var rotated: Instant?
    var lastUsed: Instant?
    var expires: Instant?
    var revoked: Instant?
    var compromised: Interval?
    var flags: EntityFlags = []
    /// Whether some source records that it exists, so that it is no mere inference, whatever comes later.
    var isRecorded = false

    init(id: TextReference) { self.id = id }
}

/// How two sources' values for one property become one.
enum Merge {
    /// Both are believed: the earliest, or the latest, is the property's meaning. Never a conflict.
    case earliest, latest
    /// They should agree. When they do not, the wider time is kept, so that no exposure is missed, and it is reported.
    case widenToEarliest, widenToLatest

    /// The value kept, and whether the two contradict each other.
    func callAsFunction(_ old: Instant?, _ new: Instant?) -> (kept: Instant?, conflict: Bool) {
        guard let old else { return (new, false) }
        guard let new, new != old else { return (old, false) }
        return switch self {
        case .earliest: (min(old, new), false)
        case .latest: (max(old, new), false)
        case .widenToEarliest: (min(old, new), true)
        case .widenToLatest: (max(old, new), true)
        }
    }
}
