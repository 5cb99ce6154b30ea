import Inventory

extension Words {
    /// What is done to take an entity of a kind back from an attacker.
    static func remedy(_ kind: EntityKind) -> String {
        switch kind {
        case .runner, .runnerGroup: "re-image"
        case .secret: "rotate slot"
        case .repository, .workflow, .action, .job: "revert"
        case .package, .artifact: "purge"
        case .run: "stop"
        case .resource: "restore"
        case .person: "disable"
        default: kind.remediation == .disable ? "revoke" : "clean up"
        }
    }

    /// What was done where the sources record a clean-up.
    static func cleaned(_ kind: EntityKind) -> String {
        switch kind {
        case .runner, .runnerGroup: "re-imaged"
        case .secret: "slot rotated"
        case .repository, .workflow, .action, .job: "reverted"
        case .package, .artifact: "purged"
        case .run: "stopped"
        case .resource: "restored"
        case .person: "disabled"
        default: kind.remediation == .disable ? "revoked" : "cleaned up"
        }
    }

    /// What the remedy achieves: the difference between what cannot be revoked and what can.
    static func effect(_ remedy: Remediation) -> String {
        switch remedy {
        case .disable: "never usable again"
        case .cleanse: "clean, but held again if a way in stays open"
        }
    }

    /// Why there is nothing left to do about an entity at a moment; nil when there is.
    static func settled(_ entity: Entity, at moment: Instant) -> String? {
        guard entity.usable.until <= moment else { return nil }
        let word = entity.revoked.map { $0 <= moment } == true ? "revoked" : "expired"
        return "\(word): no action"
    }

    /// What is said when an entity is put on the plan.
    static func marking(_ entity: Entity, at moment: Instant) -> String {
        if let settled = settled(entity, at: moment) { return "marked \(entity.name), already \(settled) needed" }
        return "marked: \(remedy(entity.kind)) \(entity.name), \(effect(entity.kind.remediation))"
    }
}
