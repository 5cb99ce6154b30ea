extension InventoryBuilder {
    /// The inventory of everything added, and what did not fit together. O(n log n).
    ///
    /// The same facts in the same order give the same inventory.
    public func build() -> (inventory: Inventory, issues: [BuildIssue]) {
        let ends = relationEnds()
        let dangling = self.dangling(ends)
        let (leaving, entering) = atOnce {
            RecordRuns(drafts: entities.count, own: ends.from, other: ends.to, withRecords: true)
        } _: {
            RecordRuns(drafts: entities.count, own: ends.to, other: ends.from, withRecords: false)
        }
        let numbering = EntityNumbering(
            count: entities.count, isDeclared: { entities[$0].kind != nil }, leaving: leaving, entering: entering)
        let kinds = Column(of: numbering.drafts) { entities[Int($0)].kind ?? .resource }
        let merge = RelationMerge(
            relations, leaving, numbering, kinds: kinds, givesNumbers: !relationAttributes.isEmpty)
        let (incoming, (arena, records, columns, byID)) = atOnce {
            CompressedRows(owners: numbering.drafts.count, rowsOf: merge.columns.to.rows)
        } _: {
            // Gathered once in their new order: columns are then filled from one end to the other.
            let records = numbering.drafts.map { entities[Int($0)] }
            let (arena, columns) = (texts.arena(), entityColumns(records, kinds, numbering))
            return (arena, records, columns, Self.byID(columns, arena))
        }
        let inventory = Inventory(
            texts: arena, entities: columns, relations: merge.columns, outgoingStarts: merge.starts,
            incoming: incoming,
            cleanups: rows(Array(Set(cleanups.map(Cleanup.init)).sorted().map { ($0.owner, $0.at) }), numbering),
            entityAttributes: rows(entityAttributes, numbering), relationAttributes: relationAttributes(merge),
            provenance: ProvenanceColumns(
                entities: entityProvenance(records, numbering), relations: relationProvenance(merge),
                origins: Column(provenance.origins)),
            byID: byID, importedKinds: importedKinds, importedRelations: importedRelations, sources: sources,
            blindSpots: blindSpots)
        return (inventory, issues + dangling)
    }

    /// The entities in the order of their ids' bytes.
    private static func byID(_ columns: EntityColumns, _ arena: TextArena) -> Column<UInt32> {
        var entities = [UInt32](repeating: 0, count: arena.count)
        for (entity, id) in columns.id.enumerated() { entities[Int(id.place)] = UInt32(entity) }
        let order = TextSorter(arena, ignoresCase: false).sorted(columns.id.map(\.place))
        return Column(of: order) { entities[Int($0)] }
    }

    /// The declared drafts at the ends of each relation. The empty text says that there is no id: nothing is related to an
    /// entity without one.
    private func relationEnds() -> RelationEnds {
        // By the place of the id, so that each end costs one look.
        var declared = [UInt32](repeating: EntityNumbering.none, count: texts.count)
        for (draft, record) in entities.enumerated() where record.kind != nil && !record.id.isEmpty {
            declared[Int(record.id.place)] = UInt32(draft)
        }
        return RelationEnds(relations, declared)
    }

    /// A report for each relation of which an end is missing.
    private func dangling(_ ends: RelationEnds) -> [BuildIssue] {
        var issues: [BuildIssue] = []
        for (number, relation) in relations.enumerated() {
            let lacksFrom = ends.from[number] == EntityNumbering.none
            guard lacksFrom || ends.to[number] == EntityNumbering.none else { continue }
            issues.append(
                .dangling(
                    relation: name(of: relation.kind), from: texts[relation.from], to: texts[relation.to],
                    missing: texts[lacksFrom ? relation.from : relation.to], provenance: place(relation.provenance)))
        }
        return issues
    }

    private func entityColumns(
        _ records: [EntityRecord], _ kinds: Column<EntityKind>, _ numbering: EntityNumbering
    ) -> EntityColumns {
        func column<Value>(_ value: (EntityRecord) -> Value) -> Column<Value> { Column(of: records, value) }
        func parent(_ id: TextReference) -> UInt32 {
            guard !id.isEmpty, let draft = draft(of: id) else { return EntityColumns.noParent }
            let number = numbering.numbers[draft]
            return number == EntityNumbering.none ? EntityColumns.noParent : number
        }
        return EntityColumns(
            kind: kinds, id: column(\.id),
            name: column { $0.name.isEmpty ? $0.id : $0.name },
            parent: BoundedColumn(
                column { parent($0.parent) }, below: records.count, otherwise: EntityColumns.noParent),
            owner: column(\.owner), provider: column(\.provider),
            privilege: column { $0.privilege ?? EntityColumns.unknownPrivilege }, created: column(\.created),
            issued: column(\.issued), rotated: column(\.rotated), lastUsed: column(\.lastUsed),
            expires: column(\.expires), revoked: column(\.revoked), compromised: column { $0.compromised ?? .always },
            flags: column(\.flags))
    }

    private func name(of kind: RelationKind) -> String {
        let imported = Int(kind.rawValue) - RelationTable.names.count
        return kind.vocabularyName
            ?? (importedRelations.indices.contains(imported) ? importedRelations[imported] : "unknown")
    }
}

/// A clean-up of one draft, orderable so that equal ones fall together.
private struct Cleanup: Hashable, Comparable {
    let owner: UInt32
    let at: Instant

    init(_ pair: (owner: UInt32, value: Instant)) { (owner, at) = pair }

    static func < (left: Cleanup, right: Cleanup) -> Bool { (left.owner, left.at) < (right.owner, right.at) }
}
