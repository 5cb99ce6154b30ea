extension InventoryBuilder {
    /// The inventory of everything added, and what did not fit together. O(n log n).
    ///
    /// The same facts in the same order give the same inventory.
    public func build() -> (inventory: Inventory, issues: [BuildIssue]) {
        let ends = relationEnds()
        let numbering = EntityNumbering(count: entities.count, isDeclared: { entities[$0].kind != nil }, ends: ends)
        let columns = entityColumns(numbering)
        let merge = RelationMerge(relations, ends, numbering, kinds: Array(columns.kind))
        let arena = texts.arena()
        let inventory = Inventory(
            texts: arena, entities: columns, relations: relationColumns(merge),
            outgoingStarts: Column(merge.starts),
            incoming: CompressedRows(
                owners: numbering.drafts.count,
                pairs: merge.merged.indices.lazy.map { (owner: merge.merged[$0].to, value: UInt32($0)) }),
            cleanups: rows(Array(Set(cleanups.map(Cleanup.init)).sorted().map { ($0.owner, $0.at) }), numbering),
            entityAttributes: rows(entityAttributes, numbering), relationAttributes: relationAttributes(merge),
            provenance: ProvenanceColumns(
                entities: entityProvenance(numbering), relations: relationProvenance(merge),
                origins: Column(provenance.origins)),
            byID: arena.sorted(columns.id),
            importedKinds: importedKinds, importedRelations: importedRelations, sources: sources,
            blindSpots: blindSpots)
        return (inventory, issues + dangling(ends))
    }

    /// The declared drafts at the ends of each relation. The empty text says that there is no id: nothing is related to an
    /// entity without one.
    private func relationEnds() -> RelationEnds {
        func declared(_ id: TextReference) -> UInt32 {
            guard !id.isEmpty, let draft = draft(of: id), entities[draft].kind != nil else {
                return EntityNumbering.none
            }
            return UInt32(draft)
        }
        return RelationEnds(from: relations.map { declared($0.from) }, to: relations.map { declared($0.to) })
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

    private func entityColumns(_ numbering: EntityNumbering) -> EntityColumns {
        func column<Value>(_ value: (EntityRecord) -> Value) -> Column<Value> {
            Column(count: numbering.drafts.count) { rows in
                for (number, draft) in numbering.drafts.enumerated() {
                    rows.initializeElement(at: number, to: value(entities[Int(draft)]))
                }
            }
        }
        func parent(_ id: TextReference) -> UInt32 {
            guard !id.isEmpty, let draft = draft(of: id) else { return EntityColumns.noParent }
            let number = numbering.numbers[draft]
            return number == EntityNumbering.none ? EntityColumns.noParent : number
        }
        return EntityColumns(
            kind: column { $0.kind ?? .resource }, id: column(\.id),
            name: column { $0.name.isEmpty ? $0.id : $0.name }, parent: BoundedColumn(
                column { parent($0.parent) }, below: numbering.drafts.count, otherwise: EntityColumns.noParent),
            owner: column(\.owner), provider: column(\.provider),
            privilege: column { $0.privilege ?? EntityColumns.unknownPrivilege }, created: column(\.created),
            issued: column(\.issued), rotated: column(\.rotated), lastUsed: column(\.lastUsed),
            expires: column(\.expires), revoked: column(\.revoked), compromised: column { $0.compromised ?? .always },
            flags: column(\.flags))
    }

    private func relationColumns(_ merge: RelationMerge) -> RelationColumns {
        func column<Value>(_ value: (MergedRelation, RelationRecord) -> Value) -> Column<Value> {
            Column(count: merge.merged.count) { rows in
                for (number, relation) in merge.merged.enumerated() {
                    rows.initializeElement(at: number, to: value(relation, relations[Int(relation.record)]))
                }
            }
        }
        func numbers(_ value: (MergedRelation, RelationRecord) -> UInt32) -> BoundedColumn {
            BoundedColumn(column(value), below: merge.starts.count - 1)
        }
        func sparse<Value>(_ value: (MergedRelation, RelationRecord) -> Value?) -> SparseColumn<Value> {
            var pairs: [(row: UInt32, value: Value)] = []
            for (number, relation) in merge.merged.enumerated() {
                if let value = value(relation, relations[Int(relation.record)]) {
                    pairs.append((UInt32(number), value))
                }
            }
            return SparseColumn(pairs)
        }
        return RelationColumns(
            kind: column { $1.kind }, from: numbers { relation, _ in relation.from },
            to: numbers { relation, _ in relation.to }, valid: column { $1.valid },
            traits: column { PackedTraits($0.traits, isGuarded: !$1.guard.isEmpty) },
            sessionSeconds: sparse { relation, _ in
                if case .session(let seconds) = relation.traits.hold { seconds } else { nil }
            },
            guard: sparse { $1.guard.isEmpty ? nil : $1.guard })
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
