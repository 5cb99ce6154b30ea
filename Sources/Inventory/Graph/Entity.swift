/// One entity of an inventory: a view, cheap to make and to copy.
public struct Entity: Sendable, Identifiable {
    /// The inventory that it belongs to.
    public let inventory: Inventory
    /// Its number there.
    public let index: Int

    private var columns: EntityColumns { inventory.entities }
    private func text(_ reference: TextReference) -> String { inventory.texts[reference] }
    private func optionalText(_ reference: TextReference) -> String? { reference.isEmpty ? nil : text(reference) }
    private func optional(_ instant: Instant) -> Instant? { instant.isBounded ? instant : nil }

    /// What it is.
    public var kind: EntityKind { columns.kind[index] }
    /// The name of its kind in snake case.
    public var kindName: String { inventory.name(of: kind) }
    /// Its stable id.
    public var id: String { text(columns.id[index]) }
    /// Its display name.
    public var name: String { text(columns.name[index]) }
    /// What it belongs to.
    public var parent: Entity? {
        let parent = columns.parent[index]
        return parent == EntityColumns.noParent ? nil : inventory.entity(at: Int(parent))
    }
    /// Who answers for it.
    public var owner: String? { optionalText(columns.owner[index]) }
    /// Who issues or hosts it.
    public var provider: String? { optionalText(columns.provider[index]) }
    /// 0 (none) to 4 (full control); nil when no source says.
    public var privilege: UInt8? {
        let level = columns.privilege[index]
        return level <= EntityColumns.highestPrivilege ? level : nil
    }
    /// When it came into being.
    public var created: Instant? { optional(columns.created[index]) }
    /// From when on it can be used.
    public var issued: Instant? { optional(columns.issued[index]) }
    /// When its value was last changed.
    public var rotated: Instant? { optional(columns.rotated[index]) }
    /// When it was last used, as far as recorded.
    public var lastUsed: Instant? { optional(columns.lastUsed[index]) }
    /// From when on it can no longer be used.
    public var expires: Instant? { optional(columns.expires[index]) }
    /// When it was taken back.
    public var revoked: Instant? { optional(columns.revoked[index]) }
    /// The clean-ups that the sources record, in ascending order.
    public var cleanups: [Instant] { inventory.cleanups[index] }
    /// Yes-or-no facts.
    public var flags: EntityFlags { columns.flags[index] }
    /// The time over which the sources say that it was an attacker's.
    public var compromised: Interval? { flags.contains(.compromised) ? columns.compromised[index] : nil }

    /// When it can be used: from its issue to the earlier of expiry and revocation; open where no source says.
    public var usable: Interval {
        Interval(columns.issued[index], min(columns.expires[index], columns.revoked[index]))
    }

    /// Whether it may be chosen when a cut is sought: what its source says, else tokens, people and service identities.
    public var isRevocable: Bool { inventory.isRevocable(index) }

    /// Everything else that the sources say, by name, in the order in which it came.
    public var attributes: [Attribute] {
        inventory.entityAttributes[index].map { Attribute(text($0.name), text($0.value)) }
    }

    /// Where its facts come from.
    public var provenance: [Provenance] {
        inventory.provenance.entities[index].map(inventory.place)
    }
}

extension Entity: Hashable {
    /// The same row of the same inventory.
    public static func == (left: Entity, right: Entity) -> Bool {
        left.index == right.index && left.inventory === right.inventory
    }

    /// Hashes the row's number.
    public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
