// What a row may have any number of: attributes, clean-ups, places.
extension InventoryBuilder {
    /// Values of drafts as values of the entities that they became.
    func rows<Value>(
        _ pairs: [(owner: UInt32, value: Value)], _ numbering: EntityNumbering
    ) -> CompressedRows<Value> {
        CompressedRows(
            owners: numbering.drafts.count,
            pairs: pairs.lazy.map { (owner: numbering.numbers[Int($0.owner)], value: $0.value) }
                .filter { $0.owner != EntityNumbering.none })
    }

    func relationAttributes(_ merge: RelationMerge) -> CompressedRows<AttributeReference> {
        CompressedRows(
            owners: merge.count,
            pairs: relationAttributes.lazy.map { (owner: merge.numbers[Int($0.owner)], value: $0.value) }
                .filter { $0.owner != EntityNumbering.none })
    }

    func entityProvenance(_ records: [EntityRecord], _ numbering: EntityNumbering) -> ProvenanceRows {
        ProvenanceRows(
            first: Column(of: records, \.provenance),
            further: furtherPlaces.lazy.map { (row: numbering.numbers[Int($0.owner)], value: $0.value) }
                .filter { $0.row != EntityNumbering.none })
    }

    func relationProvenance(_ merge: RelationMerge) -> ProvenanceRows {
        ProvenanceRows(
            first: merge.provenance,
            further: merge.repeated.map { (row: $0.relation, value: relations[Int($0.record)].provenance) })
    }
}

extension ProvenanceRows {
    /// The first place of each row, and further ones, which keep their order within a row.
    init(
        first: Column<ProvenanceReference>, further: some Sequence<(row: UInt32, value: ProvenanceReference)>
    ) {
        let sorted = further.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
        self.init(
            first: first, furtherRows: Column(sorted.map(\.element.row)), further: Column(sorted.map(\.element.value)))
    }
}
