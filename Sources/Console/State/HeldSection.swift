import Reach

/// The lists among which the blast radius lets one choose.
enum HeldSection: String, Hashable, Sendable, CaseIterable {
    case everything, live, ended, identity, integrity, conditional

    func contains(_ held: HeldEntity) -> Bool {
        switch self {
        case .everything: true
        case .live: held.isLive && !held.isConditional
        case .ended: !held.isLive && !held.isConditional
        case .identity: held.plane == .identity && !held.isConditional
        case .integrity: held.plane == .integrity && !held.isConditional
        case .conditional: held.isConditional
        }
    }

    func count(_ counts: BlastRadius.Counts) -> Int {
        switch self {
        case .everything: counts.reached + counts.conditional
        case .live: counts.live
        case .ended: counts.reached - counts.live
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
