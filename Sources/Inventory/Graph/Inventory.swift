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
    let entityAttributes: CompressedRows<AttributeReference>
    let relationAttributes: CompressedRows<AttributeReference>
    let provenance: ProvenanceColumns
    /// All entities in the order of their ids' bytes.
    let byID: BoundedColumn
    /// What follows from the columns above.
    let derived: DerivedColumns
    /// Who gains control of whom.
    public let control: ControlGraph
    /// For each entity its place in ``byID``: ids compare by these numbers.
    let idRanks: Column<UInt32>
    /// Names of the kinds that only the sources know, after those of the vocabulary.
    let importedKinds: [String]
    let importedRelations: [String]
    let sourceList: SourceList
    /// What searching and sorting need besides.
    let search = InventorySearch()
    /// What the sources do not tell.
    public let blindSpots: [BlindSpot]
    /// What became of each file; empty where that is not kept.
    let packedAccount: Column<UInt8>
    /// The file that the columns lie in; nil for an inventory that was built in memory.
    public let snapshot: SnapshotFile?

    init(
        texts: TextArena, entities: EntityColumns, relations: RelationColumns, outgoingStarts: Column<UInt32>,
        incoming: CompressedRows<UInt32>, cleanups: CompressedRows<Instant>,
        entityAttributes: CompressedRows<AttributeReference>, relationAttributes: CompressedRows<AttributeReference>,
        provenance: ProvenanceColumns,
        byID: BoundedColumn, derived: DerivedColumns, importedKinds: [String], importedRelations: [String],
        sources: SourceList, blindSpots: [BlindSpot], account: Column<UInt8>, snapshot: SnapshotFile?
    ) {
        self.texts = texts
        self.entities = entities
        self.relations = relations
        self.outgoingStarts = outgoingStarts
        self.incoming = incoming
        self.cleanups = cleanups
        self.entityAttributes = entityAttributes
        self.relationAttributes = relationAttributes
        self.provenance = provenance
        self.byID = byID
        self.derived = derived
        control = derived.control
        idRanks = derived.idRanks
        self.importedKinds = importedKinds
        self.importedRelations = importedRelations
        sourceList = sources
        self.blindSpots = blindSpots
        packedAccount = account
        self.snapshot = snapshot
    }

    /// An inventory of columns in memory; what follows from them is worked out. O(entities + relations).
    convenience init(
        texts: TextArena, entities: EntityColumns, relations: RelationColumns, outgoingStarts: Column<UInt32>,
        incoming: CompressedRows<UInt32>, cleanups: CompressedRows<Instant>,
        entityAttributes: CompressedRows<AttributeReference>, relationAttributes: CompressedRows<AttributeReference>,
        provenance: ProvenanceColumns,
        byID: Column<UInt32>, importedKinds: [String], importedRelations: [String], sources: [Source],
        blindSpots: [BlindSpot]
    ) {
        let byID = BoundedColumn(byID, below: entities.kind.count)
        self.init(
            texts: texts, entities: entities, relations: relations, outgoingStarts: outgoingStarts, incoming: incoming,
            cleanups: cleanups, entityAttributes: entityAttributes, relationAttributes: relationAttributes,
            provenance: provenance, byID: byID,
            derived: DerivedColumns(
                entities, relations, outgoingStarts: outgoingStarts, incoming: incoming, byID: byID,
                collected: sources.compactMap(\.collected).max()),
            importedKinds: importedKinds, importedRelations: importedRelations, sources: SourceList(sources),
            blindSpots: blindSpots, account: Column([]), snapshot: nil)
    }

    /// How many entities there are.
    public var entityCount: Int { entities.kind.count }

    /// How many relations there are.
    public var relationCount: Int { relations.kind.count }

    /// The files that the facts come from. O(their number) the first time in an inventory that was opened from a file.
    public var sources: [Source] { sourceList.all }

    /// The newest moment at which any source was collected, where one says so. O(1).
    public var collected: Instant? {
        let collected = derived.figures.collected
        return collected == .beginning ? nil : collected
    }
}
