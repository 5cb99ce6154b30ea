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
            owners: merge.merged.count,
            pairs: relationAttributes.lazy.map { (owner: merge.numbers[Int($0.owner)], value: $0.value) }
                .filter { $0.owner != EntityNumbering.none })
    }

    func entityProvenance(_ numbering: EntityNumbering) -> ProvenanceRows {
        ProvenanceRows(
            first: Column(count: numbering.drafts.count) { rows in
                for (number, draft) in numbering.drafts.enumerated() {
                    rows.initializeElement(at: number, to: entities[Int(draft)].provenance)
                }
            },
            further: furtherPlaces.lazy.map { (row: numbering.numbers[Int($0.owner)], value: $0.value) }
                .filter { $0.row != EntityNumbering.none })
    }

    func relationProvenance(_ merge: RelationMerge) -> ProvenanceRows {
        let repeated = merge.numbers.indices.lazy.filter { record in
            let number = merge.numbers[record]
            return number != EntityNumbering.none && merge.merged[Int(number)].record != record
        }
        return ProvenanceRows(
            first: Column(count: merge.merged.count) { rows in
                for (number, relation) in merge.merged.enumerated() {
                    rows.initializeElement(at: number, to: relations[Int(relation.record)].provenance)
                }
            },
            further: repeated.map { (row: merge.numbers[$0], value: relations[$0].provenance) })
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
