/// Turns facts, in whatever order they come, into an inventory.
///
/// Facts about one id meet here, whichever source they are from; every source's provenance is kept. A relation may name
/// entities that are declared later, or in another source.
public struct InventoryBuilder: Sendable {
    var texts = TextArenaBuilder()
    /// What is known of each id so far, in the order in which the ids came up. Called drafts.
    var entities: [EntityRecord] = []
    /// For each text of the arena the number of the draft of which it is the id, plus one; 0 for no draft.
    private var drafts: [UInt32] = []
    var cleanups: [(owner: UInt32, value: Instant)] = []
    var entityAttributes: [(owner: UInt32, value: AttributeReference)] = []
    /// Places after the first, by draft.
    var furtherPlaces: [(owner: UInt32, value: ProvenanceReference)] = []
    var relations = RecordList<RelationRecord>()
    /// By place in ``relations``.
    var relationAttributes: [(owner: UInt32, value: AttributeReference)] = []
    var importedKinds: [String] = []
    var importedRelations: [String] = []
    /// The places of imported names: a hostile file may bring many.
    private var kindPlaces: [String: Int] = [:]
    private var relationPlaces: [String: Int] = [:]
    var provenance = ProvenanceTable()
    var sources: [Source] = []
    private(set) var blindSpots: [BlindSpot] = []
    /// The place of each blind spot, by what it is and why.
    private var blindSpotPlaces: [[String]: Int] = [:]
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
        if let place = blindSpotPlaces[[blindSpot.what, blindSpot.why]] {
            blindSpots[place].count += blindSpot.count
        } else {
            blindSpotPlaces[[blindSpot.what, blindSpot.why]] = blindSpots.count
            blindSpots.append(blindSpot)
        }
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

    /// The reference of a text, which is added to the arena when it is new.
    public mutating func intern(_ text: String) -> TextReference { texts.intern(text) }

    /// The reference of the text with these UTF-8 bytes. Expected O(length).
    public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextReference { texts.intern(text) }

    /// The references of many texts, which take less time together than one by one; `references` has room for as many.
    public mutating func intern(
        _ texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
        into references: UnsafeMutableBufferPointer<TextReference>
    ) {
        self.texts.intern(texts, into: references)
    }

    /// Adds what one place says about an entity. Expected O(1).
    public mutating func add(_ record: EntityRecord, cleanups: [Instant] = [], attributes: [AttributeReference] = []) {
        let index = draft(of: record.id, at: record.provenance)
        let owner = UInt32(index)
        if entities[index].provenance != record.provenance,
            furtherPlaces.last.map({ $0 == (owner, record.provenance) }) != true
        {
            furtherPlaces.append((owner, record.provenance))
        }
        merge(record, into: index)
        for cleanup in cleanups { self.cleanups.append((owner, cleanup)) }
        for attribute in attributes { entityAttributes.append((owner, attribute)) }
    }

    /// Adds what one place says about how two entities are related. O(1).
    public mutating func add(_ record: RelationRecord, attributes: [AttributeReference] = []) {
        for attribute in attributes { relationAttributes.append((UInt32(relations.count), attribute)) }
        relations.append(record)
    }

    /// Whether some fact gave the entity with this id a kind.
    public func declares(_ id: String) -> Bool {
        texts.reference(of: id).flatMap(draft(of:)).map { entities[$0].kind != nil } ?? false
    }

    /// The ids at the near ends of the relations of `kind` added so far. O(relations).
    public func nearEnds(of kind: RelationKind) -> Set<String> {
        Set(relations.lazy.filter { $0.kind == kind }.map { texts[$0.from] })
    }

    /// The draft of the entity with this id; nil when no fact is about it. O(1).
    func draft(of id: TextReference) -> Int? {
        let place = Int(id.place)
        guard place < drafts.count, drafts[place] != 0 else { return nil }
        return Int(drafts[place]) - 1
    }

    private mutating func draft(of id: TextReference, at place: ProvenanceReference) -> Int {
        if let known = draft(of: id) { return known }
        if drafts.count < texts.count {
            drafts.append(contentsOf: repeatElement(0, count: texts.count * 2 - drafts.count))
        }
        entities.append(EntityRecord(id: id, kind: nil, provenance: place))
        drafts[Int(id.place)] = UInt32(entities.count)
        return entities.count - 1
    }
}
