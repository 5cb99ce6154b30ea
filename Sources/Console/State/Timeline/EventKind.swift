import Inventory

/// What sort of thing happened, or will, to an entity. Events of one moment come in this order.
enum EventKind: UInt8, Hashable, Sendable, CaseIterable {
    case created, issued, rotated
    case declared, run, held, heldAgain, conditional, conditionalAgain, used
    case runEnd, lost, conditionalEnd, expires, revoked, cleaned, declaredEnd
    case planned

    /// Whether the timeline lists it. That a run ends is said by its beginning; the lens stops there too.
    var isListed: Bool { self != .runEnd }

    /// Whether it is part of an incident, and not of the life that entities lead anyway: where the axis is drawn.
    var isForeground: Bool {
        switch self {
        case .declared, .declaredEnd, .run, .runEnd, .held, .heldAgain, .conditional, .conditionalAgain, .cleaned: true
        case .created, .issued, .rotated, .used, .lost, .conditionalEnd, .expires, .revoked, .planned: false
        }
    }

    /// What happened, in a word or two.
    func word(of kind: EntityKind) -> String {
        switch self {
        case .created: "created"
        case .issued: "issued"
        case .rotated: "rotated"
        case .declared: "declared"
        case .run: "begins"
        case .runEnd: "ends"
        case .held: "first held"
        case .heldAgain: "held again"
        case .conditional: "would be held"
        case .conditionalAgain: "would be held again"
        case .conditionalEnd: "would be held no more"
        case .lost: "held no more"
        case .used: "last used"
        case .expires: "expires"
        case .revoked: "revoked"
        case .cleaned: Words.cleaned(kind)
        case .declaredEnd: "control ends"
        case .planned: "planned"
        }
    }
}

/// The lists among which the timeline lets one choose.
enum TimelineSection: String, Hashable, Sendable, CaseIterable {
    case everything, declared, runs, held, conditional, ended, used, changes, expiries, cleanups, planned, inventory

    /// What it is called.
    var title: String {
        switch self {
        case .everything: "everything"
        case .declared: "declared, control ends"
        case .runs: "runs"
        case .held: "first held"
        case .conditional: "if a guard fails"
        case .ended: "lost, held again"
        case .used: "last used"
        case .changes: "issued, rotated"
        case .expiries: "expiries"
        case .cleanups: "revoked, cleaned"
        case .planned: "planned"
        case .inventory: "whole inventory"
        }
    }

    /// Whether events of the kind are in it.
    func contains(_ kind: EventKind) -> Bool {
        switch self {
        case .everything, .inventory: kind.isListed
        case .declared: kind == .declared || kind == .declaredEnd
        case .runs: kind == .run
        case .held: kind == .held
        case .conditional: kind == .conditional
        case .ended: kind == .lost || kind == .heldAgain || kind == .conditionalAgain || kind == .conditionalEnd
        case .used: kind == .used
        case .changes: kind == .created || kind == .issued || kind == .rotated
        case .expiries: kind == .expires
        case .cleanups: kind == .revoked || kind == .cleaned
        case .planned: kind == .planned
        }
    }
}
