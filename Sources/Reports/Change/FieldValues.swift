import Inventory

// What a field of an entity or relation says, for the two sides of a change.

extension EntityFields {
    /// What this one field says of an entity. Attributes are told one by one: see ``AttributeChange``.
    func value(of entity: Entity) -> JSONText {
        switch self {
        case .kind: JSONText(entity.kindName)
        case .name: JSONText(entity.name)
        case .provider: JSONText(entity.provider)
        case .parent: JSONText(entity.parent?.id)
        case .owner: JSONText(entity.owner)
        case .privilege: entity.privilege.map { .integer(Int64($0)) } ?? .null
        case .created: JSONText(entity.created)
        case .issued: JSONText(entity.issued)
        case .rotated: JSONText(entity.rotated)
        case .lastUsed: JSONText(entity.lastUsed)
        case .expires: JSONText(entity.expires)
        case .revoked: JSONText(entity.revoked)
        case .cleanups: .array(entity.cleanups.map { JSONText($0) })
        case .compromised: entity.compromised.map { JSONText($0) } ?? .null
        case .flags: .array(entity.flags.names.map(JSONText.string))
        default: .null
        }
    }

    /// The same in words; nil where there is no value.
    func words(of entity: Entity) -> String? {
        switch self {
        case .kind: entity.kindName
        case .name: entity.name
        case .provider: entity.provider
        case .parent: entity.parent?.id
        case .owner: entity.owner
        case .privilege: entity.privilege.map { "\($0) of 4" }
        case .created: entity.created?.iso8601
        case .issued: entity.issued?.iso8601
        case .rotated: entity.rotated?.iso8601
        case .lastUsed: entity.lastUsed?.iso8601
        case .expires: entity.expires?.iso8601
        case .revoked: entity.revoked?.iso8601
        case .cleanups: entity.cleanups.isEmpty ? nil : entity.cleanups.map(\.iso8601).joined(separator: ", ")
        case .compromised: entity.compromised?.words
        case .flags: entity.flags.names.isEmpty ? nil : entity.flags.names.joined(separator: " ")
        default: nil
        }
    }
}

extension RelationFields {
    /// What this one field says of a relation.
    func value(of relation: Relation) -> JSONText {
        switch self {
        case .from: JSONText(relation.valid.from)
        case .until: JSONText(relation.valid.until)
        case .guard: JSONText(relation.guard)
        case .attributes: .null
        default: JSONText(words(of: relation))
        }
    }

    /// The same in words; nil where there is no value.
    func words(of relation: Relation) -> String? {
        switch self {
        case .from: relation.valid.from.isBounded ? relation.valid.from.iso8601 : nil
        case .until: relation.valid.until.isBounded ? relation.valid.until.iso8601 : nil
        case .gain: relation.traits.gain.name
        case .act: relation.traits.act.name
        case .hold: relation.traits.hold.words
        case .evidence: relation.traits.evidence.name
        case .guard: relation.guard
        default: nil
        }
    }
}

/// One name under which two sides have different attributes.
struct AttributeChange {
    let name: String
    let old: [String]
    let new: [String]

    /// The names under which the two lists differ, in order; the order of values does not count.
    static func all(_ old: [Attribute], _ new: [Attribute]) -> [AttributeChange] {
        let before = Dictionary(grouping: old, by: \.name).mapValues { Set($0.map(\.value)).sorted() }
        let after = Dictionary(grouping: new, by: \.name).mapValues { Set($0.map(\.value)).sorted() }
        return Set(before.keys).union(after.keys).sorted().compactMap { name in
            let (mine, others) = (before[name] ?? [], after[name] ?? [])
            return mine == others ? nil : AttributeChange(name: name, old: mine, new: others)
        }
    }

    /// Null for none, a text for one, a list for several.
    static func value(_ values: [String]) -> JSONText {
        values.count > 1 ? .array(values.map(JSONText.string)) : JSONText(values.first)
    }
}

extension Gain {
    /// Its name in files.
    var name: String {
        switch self {
        case .forward: "forward"
        case .backward: "backward"
        case .none: "none"
        }
    }
}
