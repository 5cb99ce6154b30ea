/// In what two descriptions of one entity differ.
public struct EntityFields: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt32

    /// Fields from their bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// What it is.
    public static let kind = EntityFields(rawValue: 1 << 0)
    /// Its display name.
    public static let name = EntityFields(rawValue: 1 << 1)
    /// Who issues or hosts it.
    public static let provider = EntityFields(rawValue: 1 << 2)
    /// What it belongs to.
    public static let parent = EntityFields(rawValue: 1 << 3)
    /// Who answers for it.
    public static let owner = EntityFields(rawValue: 1 << 4)
    /// How much it may do.
    public static let privilege = EntityFields(rawValue: 1 << 5)
    /// When it came into being.
    public static let created = EntityFields(rawValue: 1 << 6)
    /// From when on it can be used.
    public static let issued = EntityFields(rawValue: 1 << 7)
    /// When its value was last changed.
    public static let rotated = EntityFields(rawValue: 1 << 8)
    /// When it was last used.
    public static let lastUsed = EntityFields(rawValue: 1 << 9)
    /// From when on it can no longer be used.
    public static let expires = EntityFields(rawValue: 1 << 10)
    /// When it was taken back.
    public static let revoked = EntityFields(rawValue: 1 << 11)
    /// When it was cleaned up.
    public static let cleanups = EntityFields(rawValue: 1 << 12)
    /// When it was an attacker's, where a source says so.
    public static let compromised = EntityFields(rawValue: 1 << 13)
    /// Yes-or-no facts.
    public static let flags = EntityFields(rawValue: 1 << 14)
    /// Everything else that sources say.
    public static let attributes = EntityFields(rawValue: 1 << 15)

    /// Each field with its name in files, in the order in which they are listed.
    public static let table: [(field: EntityFields, name: String)] = [
        (.kind, "kind"), (.name, "name"), (.provider, "provider"), (.parent, "parent"), (.owner, "owner"),
        (.privilege, "privilege"), (.created, "created_at"), (.issued, "issued_at"), (.rotated, "rotated_at"),
        (.lastUsed, "last_used_at"), (.expires, "expires_at"), (.revoked, "revoked_at"),
        (.cleanups, "remediated_at"), (.compromised, "compromised"), (.flags, "flags"), (.attributes, "attributes"),
    ]

    /// The fields that are set, each alone, with its name.
    public var named: [(field: EntityFields, name: String)] { Self.table.filter { contains($0.field) } }
}

/// In what two descriptions of one relation differ.
public struct RelationFields: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Fields from their bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// From when on it was so.
    public static let from = RelationFields(rawValue: 1 << 0)
    /// Until when it was so.
    public static let until = RelationFields(rawValue: 1 << 1)
    /// Which end gains.
    public static let gain = RelationFields(rawValue: 1 << 2)
    /// What the attacker does.
    public static let act = RelationFields(rawValue: 1 << 3)
    /// How long the far end stays held, the length of a session included.
    public static let hold = RelationFields(rawValue: 1 << 4)
    /// How it is known.
    public static let evidence = RelationFields(rawValue: 1 << 5)
    /// The control in its way.
    public static let `guard` = RelationFields(rawValue: 1 << 6)
    /// Everything else that sources say.
    public static let attributes = RelationFields(rawValue: 1 << 7)

    /// Each field with its name in files, in the order in which they are listed.
    public static let table: [(field: RelationFields, name: String)] = [
        (.from, "from_time"), (.until, "until_time"), (.gain, "gain"), (.act, "act"), (.hold, "hold"),
        (.evidence, "evidence"), (.guard, "guard"), (.attributes, "attributes"),
    ]

    /// The fields that are set, each alone, with its name.
    public var named: [(field: RelationFields, name: String)] { Self.table.filter { contains($0.field) } }
}

/// One entity that both inventories have, and in what they differ.
public struct EntityChange: Hashable, Sendable {
    /// Its number in the old inventory.
    public let old: Int
    /// Its number in the new one.
    public let new: Int
    /// In what they differ; never empty.
    public let fields: EntityFields
    /// Why it is known that it is not there any more, where the new inventory only mentions it still; else nil.
    public let delisting: Silence.Basis?
}

/// One relation that both inventories have, and in what they differ.
public struct RelationChange: Hashable, Sendable {
    /// Its number in the old inventory.
    public let old: Int
    /// Its number in the new one.
    public let new: Int
    /// In what they differ; never empty.
    public let fields: RelationFields
}
