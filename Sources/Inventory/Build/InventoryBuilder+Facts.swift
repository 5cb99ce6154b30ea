extension InventoryBuilder {
    /// Adds what one place says about an entity.
    public mutating func add(_ fact: EntityFact) {
        var record = EntityRecord(id: intern(fact.id), kind: fact.kind, provenance: reference(fact.provenance))
        record.name = intern(fact.name ?? "")
        record.parent = intern(fact.parent ?? "")
        record.owner = intern(fact.owner ?? "")
        record.provider = intern(fact.provider ?? "")
        record.privilege = fact.privilege
        record.created = fact.created ?? .beginning
        record.issued = fact.issued ?? .beginning
        record.rotated = fact.rotated ?? .beginning
        record.lastUsed = fact.lastUsed ?? .beginning
        record.expires = fact.expires ?? .never
        record.revoked = fact.revoked ?? .never
        record.compromised = fact.compromised
        record.flags = fact.flags
        add(record, cleanups: fact.cleanups, attributes: references(fact.attributes))
    }

    /// Adds what one place says about how two entities are related.
    public mutating func add(_ fact: RelationFact) {
        var record = RelationRecord(
            fact.kind, from: intern(fact.from), to: intern(fact.to), provenance: reference(fact.provenance))
        record.valid = fact.valid
        record.guard = intern(fact.guard ?? "")
        record.gain = fact.gain
        record.act = fact.act
        record.hold = fact.hold
        record.evidence = fact.evidence
        add(record, attributes: references(fact.attributes))
    }

    private mutating func references(_ attributes: [Attribute]) -> [AttributeReference] {
        var references: [AttributeReference] = []
        for attribute in attributes {
            references.append(AttributeReference(name: intern(attribute.name), value: intern(attribute.value)))
        }
        return references
    }
}
