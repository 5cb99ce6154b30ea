// Whether a change gives more control than there was, or less. An entity or relation that is new or gone is told as
// such.
extension InventoryDiff {
    /// Which way a change goes for whoever holds what changed.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// More can be done, or for longer.
        case widened
        /// Less can be done, or for less long.
        case narrowed
        /// More in one thing and less in another.
        case both
        /// Neither.
        case neither

        init(wider: Bool, narrower: Bool) {
            self =
                switch (wider, narrower) {
                case (true, true): .both
                case (true, false): .widened
                case (false, true): .narrowed
                case (false, false): .neither
                }
        }

        /// Whether more can be done in something.
        public var isWider: Bool { self == .widened || self == .both }
        /// Whether less can be done in something.
        public var isNarrower: Bool { self == .narrowed || self == .both }
    }

    /// Which way a changed entity goes: by its privilege where both sides tell it, and by the time for which it can be
    /// used. O(1).
    public func direction(of change: EntityChange) -> Direction {
        let (before, after) = (old.entity(at: change.old), new.entity(at: change.new))
        var (wider, narrower) = (false, false)
        if let low = before.privilege, let high = after.privilege {
            (wider, narrower) = (high > low, high < low)
        }
        let (then, now) = (before.usable, after.usable)
        return Direction(
            wider: wider || now.until > then.until || now.from < then.from,
            narrower: narrower || now.until < then.until || now.from > then.from)
    }

    /// Which way a changed relation goes: by whether it gives control at all, for which time, for how long what it
    /// gives is held, and whether a control stands in its way. O(1), and O(log) of the sessions.
    public func direction(of change: RelationChange) -> Direction {
        let (before, after) = (old.traits(of: change.old), new.traits(of: change.new))
        if before.gain == .none || after.gain == .none || before.gain != after.gain {
            return Direction(
                wider: after.gain != .none && before.gain != after.gain,
                narrower: before.gain != .none && before.gain != after.gain)
        }
        let (then, now) = (old.valid(of: change.old), new.valid(of: change.new))
        let (held, holds) = (before.hold.length, after.hold.length)
        let (wasGuarded, isGuarded) = (old.isGuarded(change.old), new.isGuarded(change.new))
        return Direction(
            wider: now.until > then.until || now.from < then.from || holds > held || wasGuarded && !isGuarded,
            narrower: now.until < then.until || now.from > then.from || holds < held || !wasGuarded && isGuarded)
    }

    /// Whether an added relation lets whoever had one end before gain something: a scope that grew.
    public func widensScope(added relation: Int) -> Bool {
        let traits = new.traits(of: relation)
        let ends = new.relationEnds(relation)
        switch traits.gain {
        case .none: return false
        case .forward: return counterpart(ofNew: ends.from) != nil
        case .backward: return counterpart(ofNew: ends.to) != nil
        }
    }
}

extension Hold {
    /// How long the far end is held once the near end is lost, in seconds.
    fileprivate var length: UInt64 {
        switch self {
        case .borrow: 0
        case .session(let seconds): UInt64(seconds)
        case .keep: .max
        }
    }
}
