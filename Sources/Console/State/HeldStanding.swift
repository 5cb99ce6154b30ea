import Inventory
import Reach

/// Where a holding stands at a moment, in the order in which lists sort by it.
enum HeldStanding: UInt64, CaseIterable {
    case live, reachable, notYet, ended, expired, revoked, conditional

    /// Where one stands at the moment of a lens.
    init(_ held: HeldEntity, at: Instant, isTimeless: Bool) {
        let usable = held.entity.usable
        if held.isConditional {
            self = .conditional
        } else if isTimeless {
            self = .reachable
        } else if held.isLive {
            self = .live
        } else if held.firstHeld > at {
            self = .notYet
        } else if usable.until <= at, held.heldUntil == usable.until {
            self = held.entity.revoked == usable.until ? .revoked : .expired
        } else {
            self = .ended
        }
    }

    /// The word that tables and pages say.
    var word: String {
        switch self {
        case .live: "live"
        case .reachable: "reachable"
        case .notYet: "not yet"
        case .ended: "ended"
        case .expired: "expired"
        case .revoked: "revoked"
        case .conditional: "conditional"
        }
    }
}
