/// Turns facts, in whatever order they come, into an inventory.
///
/// Facts about one id meet here, whichever source they are from; every source's provenance is kept. A relation may name
/// entities that are declared later, or in another source.
public struct InventoryBuilder {
    var texts = TextArenaBuilder()
    var entities: [EntityDraft] = []
    /// The draft of each id.
    var drafts: [TextReference: Int] = [:]
    var cleanups: [(owner: UInt32, value: Instant)] = []
    var entityAttributes: [(owner: UInt32, value: AttributeReference)] = []
    var entityProvenance: [(owner: UInt32, value: ProvenanceReference)] = []
    var relations: [RelationDraft] = []
    var importedKinds: [String] = []
    var importedRelations: [String] = []
    /// The places of imported names: a hostile file may bring many.
    private var kindPlaces: [String: Int] = [:]
    private var relationPlaces: [String: Int] = [:]
    var sources: [Source] = []
    var blindSpots: [BlindSpot] = []
    var issues: [BuildIssue] = []

    /// A builder that knows nothing yet.
    public init() {}

    /// Announces a source and gives its number, for ``Provenance``.
    public mutating func add(source: Source) -> Int {
        sources.append(source)
        return sources.count - 1
    }

    /// Records something that the sources do not tell. Counts of the same thing for the same reason add up.
    public mutating func add(blindSpot: BlindSpot) {
        let same = blindSpots.firstIndex { $0.what == blindSpot.what && $0.why == blindSpot.why }
        if let same { blindSpots[same].count += blindSpot.count } else { blindSpots.append(blindSpot) }
    }

    /// The kind called `name`: the vocabulary's, or a new one that keeps the source's name.
    public mutating func entityKind(named name: String) -> EntityKind {
        if let kind = EntityKind(name: name) { return kind }
        let place = Self.place(of: name, in: &importedKinds, &kindPlaces, after: EntityKind.table.count)
        return EntityKind(rawValue: place)
    }

    /// The relation called `name`: the vocabulary's, or a new one that keeps the source's name.
    public mutating func relationKind(named name: String) -> RelationKind {
        if let kind = RelationKind(name: name) { return kind }
        let place = Self.place(
            of: name, in: &importedRelations, &relationPlaces, after: RelationTable.names.count)
        return RelationKind(rawValue: place)
    }

    /// Numbers are 16 bits wide: a file with more names than that shares the last number among the rest.
    private static func place(
        of name: String, in names: inout [String], _ places: inout [String: Int], after vocabulary: Int
    ) -> UInt16 {
        if let known = places[name] { return UInt16(vocabulary + known) }
        if vocabulary + names.count < Int(UInt16.max) {
            places[name] = names.count
            names.append(name)
        }
        return UInt16(vocabulary + names.count - 1)
    }

    /// Adds what one place says about an entity.
    public mutating func add(_ fact: EntityFact) {
        let index = draft(of: fact.id)
        let owner = UInt32(index)
        let provenance = reference(fact.provenance)
        if entityProvenance.last?.owner != owner || entityProvenance.last?.value != provenance {
            entityProvenance.append((owner, provenance))
        }
        merge(fact, into: index)
        for cleanup in fact.cleanups { cleanups.append((owner, cleanup)) }
        for attribute in fact.attributes { entityAttributes.append((owner, reference(attribute))) }
    }

    /// Adds what one place says about how two entities are related.
    public mutating func add(_ fact: RelationFact) {
        relations.append(
            RelationDraft(
                kind: fact.kind, from: texts.intern(fact.from), to: texts.intern(fact.to), valid: fact.valid,
                gain: fact.gain, act: fact.act, hold: fact.hold, evidence: fact.evidence,
                guard: texts.intern(fact.guard ?? ""), attributes: fact.attributes.map { reference($0) },
                provenance: reference(fact.provenance)))
    }

    /// Whether some fact gave the entity with this id a kind.
    public func declares(_ id: String) -> Bool {
        guard let reference = texts.reference(of: id), let index = drafts[reference] else { return false }
        return entities[index].kind != nil
    }

    /// The ids at the near ends of the relations of `kind` added so far. O(relations).
    public func nearEnds(of kind: RelationKind) -> Set<String> {
        Set(relations.lazy.filter { $0.kind == kind }.map { texts[$0.from] })
    }

    private mutating func draft(of id: String) -> Int {
        let reference = texts.intern(id)
        if let known = drafts[reference] { return known }
        entities.append(EntityDraft(id: reference))
        drafts[reference] = entities.count - 1
        return entities.count - 1
    }

    mutating func reference(_ attribute: Attribute) -> AttributeReference {
        AttributeReference(name: texts.intern(attribute.name), value: texts.intern(attribute.value))
    }

    mutating func reference(_ provenance: Provenance) -> ProvenanceReference {
        ProvenanceReference(source: UInt32(clamping: provenance.source), location: texts.intern(provenance.location))
    }
}
