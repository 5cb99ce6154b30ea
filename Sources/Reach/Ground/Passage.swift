import Inventory

/// Which relations a question lets the attacker cross when time is left out of account.
struct Passage: Sendable {
    /// Whether nothing is ruled out, so that no relation has to be looked at.
    let allowsAll: Bool
    private let passesGuards: Bool
    private let plane: Plane?
    private let evidence: Evidence
    private let severed: Set<Int>

    init(_ inventory: Inventory, _ question: Question) {
        passesGuards = question.guards == .fail || !inventory.hasGuards
        plane = question.plane
        evidence = question.evidence
        severed = question.timeless ? Set(question.severances.map(\.relation)) : []
        allowsAll = passesGuards && plane == nil && evidence == .inferred && severed.isEmpty
    }

    /// Whether the relation with this number and these traits may be crossed. O(1).
    @inline(__always)
    func allows(_ relation: Int, _ traits: PackedTraits) -> Bool {
        if !passesGuards, traits.isGuarded { return false }
        guard traits.evidence >= evidence else { return false }
        if let plane, traits.act.plane != plane { return false }
        return severed.isEmpty || !severed.contains(relation)
    }
}
