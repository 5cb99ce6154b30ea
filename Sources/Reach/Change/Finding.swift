import Inventory

/// What a new inventory shows of one planned remediation.
public enum Finding: Hashable, Sendable {
    /// It is not there any more.
    case gone(Silence.Basis)
    /// It was taken back at this moment.
    case revoked(Instant)
    /// It ran out at this moment.
    case expired(Instant)
    /// Its value was changed at this moment, after the decision.
    case rotated(Instant)
    /// It was made anew at this moment, after the decision, under the same id.
    case recreated(Instant)
    /// A source records that it was cleaned up at this moment, after the decision.
    case cleaned(Instant)
    /// The relation is told as having ended at this moment.
    case ended(Instant)
    /// It is there and gives less than it did.
    case narrowed(Narrowing)
    /// It is there as it was.
    case stillThere
    /// Nothing shows whether it was carried out.
    case unknown(Doubt)

    /// By how much something gives less.
    public struct Narrowing: Hashable, Sendable {
        /// How many relations by which it gave control are not there any more.
        public var lost = 0
        /// How many of them give less: for a shorter time, or behind a control.
        public var weakened = 0
        /// How many of them are not told any more, without it being known that they are gone.
        public var unseen = 0
        /// How many of those that are there still give control at the moment of the question.
        public var remaining = 0
        /// Whether it is suspended: it can do nothing until somebody takes that back.
        public var isSuspended = false
        /// Whether its privilege is lower.
        public var isLessPrivileged = false

        /// Whether it gives control of nothing any more, and that is known.
        public var isClosed: Bool { lost > 0 && remaining == 0 && unseen == 0 }
    }

    /// Why it cannot be known.
    public enum Doubt: Hashable, Sendable {
        /// The new inventory does not tell of it, and it is not known to have looked.
        case silence(Silence.Gap)
        /// What it tells was collected at this moment, before the decision.
        case stale(Instant)
        /// It is there, but nothing shows that this was collected (at the moment, where that is known) after what showed that
        /// the remediation was carried out, which was there by the second.
        case older(Instant?, than: Instant)
        /// It tells of a change after the decision, at this moment, which is later than the moment of the question.
        case later(Instant)
        /// Neither inventory has it.
        case neverSeen
        /// The new inventory knows it only by inference: something names it, nothing lists it.
        case mentioned
        /// It is listed as before, as it would be after the remediation too; no source records a clean-up or a change.
        case untold
        /// It was inferred from this slot (its number in the old inventory), which is gone or has another content.
        /// Whether the value that was in it still works, only who issued it can tell.
        case replaced(slot: Int)
    }

    /// Whether it shows that the remediation was carried out.
    public var isClosed: Bool {
        switch self {
        case .gone, .revoked, .expired, .rotated, .recreated, .cleaned, .ended: true
        case .narrowed(let narrowing): narrowing.isClosed
        case .stillThere, .unknown: false
        }
    }

    /// Its name in files, in snake case.
    public var name: String {
        switch self {
        case .gone: "gone"
        case .revoked: "revoked"
        case .expired: "expired"
        case .rotated: "rotated"
        case .recreated: "recreated"
        case .cleaned: "cleaned_up"
        case .ended: "ended"
        case .narrowed: "narrowed"
        case .stillThere: "still_there"
        case .unknown: "unknown"
        }
    }

    /// The moment that it speaks of; nil where it speaks of none.
    public var at: Instant? {
        switch self {
        case .revoked(let at), .expired(let at), .rotated(let at), .recreated(let at), .cleaned(let at), .ended(let at):
            at
        case .gone, .narrowed, .stillThere, .unknown: nil
        }
    }
}
