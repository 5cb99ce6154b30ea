/// Everything that the sources say, as a graph in memory: immutable, columnar, the same for every reader.
///
/// Entities and relations are numbered from 0. Texts are ``TextReference``s into one arena; the relations that leave an
/// entity lie side by side, those that enter it are listed in compressed rows. ``Entity`` and ``Relation`` are views of
/// one row for code that reads; loops that count use the numbers.
public final class Inventory: Sendable {
    let texts: TextArena
    let entities: EntityColumns
    let relations: RelationColumns
    /// Where the relations that leave each entity start; one more than there are entities.
    let outgoingStarts: Column<UInt32>
    /// The relations that enter each entity.
    let incoming: CompressedRows<UInt32>
    let cleanups: CompressedRows<Instant>
    /// Who gains control of whom.
    public let control: ControlGraph
    let entityAttributes: CompressedRows<AttributeReference>
    let entityProvenance: CompressedRows<ProvenanceReference>
    let relationAttributes: CompressedRows<AttributeReference>
    let relationProvenance: CompressedRows<ProvenanceReference>
    /// All entities in the order of their ids' bytes.
    let byID: Column<UInt32>
    /// For each entity its place in ``byID``: ids compare by these numbers.
    let idRanks: Column<UInt32>
    /// Names of the kinds that only the sources know, after those of the vocabulary.
    let importedKinds: [String]
    let importedRelations: [String]
    /// What searching and sorting need besides.
    let search: InventorySearch
    /// Whether control of some relation's far end gives its near end.
    public let hasBackwardGain: Bool

    /// The files that the facts come from.
    public let sources: [Source]
    /// What the sources do not tell.
    public let blindSpots: [BlindSpot]

    init(
        texts: TextArena, entities: EntityColumns, relations: RelationColumns, outgoingStarts: Column<UInt32>,
        incoming: CompressedRows<UInt32>, cleanups: CompressedRows<Instant>,
        entityAttributes: CompressedRows<AttributeReference>, entityProvenance: CompressedRows<ProvenanceReference>,
        relationAttributes: CompressedRows<AttributeReference>, relationProvenance: CompressedRows<ProvenanceReference>,
        byID: Column<UInt32>, importedKinds: [String], importedRelations: [String], sources: [Source],
        blindSpots: [BlindSpot], search: InventorySearch = InventorySearch()
    ) {
        self.texts = texts
        self.entities = entities
        self.relations = relations
        self.outgoingStarts = outgoingStarts
        self.incoming = incoming
        self.cleanups = cleanups
        control = ControlGraph(entities: entities.kind.count, relations)
        self.entityAttributes = entityAttributes
        self.entityProvenance = entityProvenance
        self.relationAttributes = relationAttributes
        self.relationProvenance = relationProvenance
        self.byID = byID
        self.importedKinds = importedKinds
        self.importedRelations = importedRelations
        self.sources = sources
        self.blindSpots = blindSpots
        self.search = search
        var ranks = [UInt32](repeating: 0, count: byID.count)
        for (rank, entity) in byID.enumerated() { ranks[Int(entity)] = UInt32(rank) }
        idRanks = Column(ranks)
        hasBackwardGain = relations.traits.contains { $0.gain == .backward }
    }

    /// How many entities there are.
    public var entityCount: Int { entities.kind.count }

    /// How many relations there are.
    public var relationCount: Int { relations.kind.count }

    /// The newest moment at which any source was collected, where one says so.
    public var collected: Instant? { sources.compactMap(\.collected).max() }
}
