import Reach

/// The lists among which the blast radius lets one choose. Those of the moment are what the words of `held:` find.
enum HeldSection: String, Hashable, Sendable, CaseIterable {
    case everything, live, ended
    case notYet = "not_yet"
    case identity, integrity, conditional

    /// What it is called.
    var title: String { self == .notYet ? "not yet" : rawValue }

    func contains(_ held: HeldEntity) -> Bool {
        switch self {
        case .everything: true
        case .live: held.isLive && !held.isConditional
        case .ended: held.hasEnded && !held.isConditional
        case .notYet: held.isNotYetHeld && !held.isConditional
        case .identity: held.plane == .identity && !held.isConditional
        case .integrity: held.plane == .integrity && !held.isConditional
        case .conditional: held.isConditional
        }
    }

    func count(_ counts: BlastRadius.Counts) -> Int {
        switch self {
        case .everything: counts.reached + counts.conditional
        case .live: counts.live
        case .ended: counts.reached - counts.live - counts.notYetHeld
        case .notYet: counts.notYetHeld
        case .identity: counts.byPlane[.identity] ?? 0
        case .integrity: counts.byPlane[.integrity] ?? 0
        case .conditional: counts.conditional
        }
    }
}

/// Which answer of a place held entities are listed from.
enum HeldSource: Hashable, Sendable {
    /// What is reached.
    case reach
    /// What the plan leaves open; what is reached while there is none.
    case plan
    /// What rolling back code alone leaves open.
    case rollback
}
