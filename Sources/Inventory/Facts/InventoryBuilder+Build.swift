extension InventoryBuilder {
    /// The inventory of everything added, and what did not fit together. O(n log n).
    ///
    /// The same facts in the same order give the same inventory.
    public func build() -> (inventory: Inventory, issues: [BuildIssue]) {
        var issues = issues
        let declared = entities.indices.filter { entities[$0].kind != nil }
        // For each draft its number in the inventory.
        var numbers = [UInt32?](repeating: nil, count: entities.count)
        for (number, draft) in declared.enumerated() { numbers[draft] = UInt32(number) }
        // The empty text says that there is no id: nothing belongs to, or is related to, an entity without one.
        func number(of id: TextReference) -> UInt32? { id.isEmpty ? nil : drafts[id].flatMap { numbers[$0] } }

        let kept = resolveRelations(number: number, declared: declared, issues: &issues)
        let arena = texts.arena()
        func column<Value>(_ value: (EntityDraft) -> Value) -> Column<Value> {
            Column(declared.map { value(entities[$0]) })
        }
        let columns = EntityColumns(
            kind: column { $0.kind ?? .resource }, id: column(\.id),
            name: column { $0.name.isEmpty ? $0.id : $0.name },
            parent: BoundedColumn(
                column { number(of: $0.parent) ?? EntityColumns.noParent }, below: declared.count,
                otherwise: EntityColumns.noParent), owner: column(\.owner),
            provider: column(\.provider), privilege: column { $0.privilege ?? EntityColumns.unknownPrivilege },
            created: column { $0.created ?? .beginning }, issued: column { $0.issued ?? .beginning },
            rotated: column { $0.rotated ?? .beginning }, lastUsed: column { $0.lastUsed ?? .beginning },
            expires: column { $0.expires ?? .never }, revoked: column { $0.revoked ?? .never },
            compromised: column { $0.compromised ?? .always }, flags: column(\.flags))
        func rows<Value>(_ pairs: [(owner: UInt32, value: Value)]) -> CompressedRows<Value> {
            CompressedRows(
                owners: declared.count,
                pairs: pairs.compactMap { pair in numbers[Int(pair.owner)].map { (owner: $0, value: pair.value) } })
        }
        let byID = (0..<declared.count).map(UInt32.init)
            .sorted { arena.precedes(columns.id[Int($0)], columns.id[Int($1)]) }

        let inventory = Inventory(
            texts: arena, entities: columns, relations: kept.columns, outgoingStarts: kept.starts,
            incoming: CompressedRows(
                owners: declared.count,
                pairs: kept.columns.to.enumerated().map { (owner: $0.element, value: UInt32($0.offset)) }),
            cleanups: rows(Array(Set(cleanups.map(Cleanup.init)).sorted().map { ($0.owner, $0.at) })),
            entityAttributes: rows(entityAttributes), entityProvenance: rows(entityProvenance),
            relationAttributes: kept.attributes, relationProvenance: kept.provenance, byID: Column(byID),
            importedKinds: importedKinds, importedRelations: importedRelations, sources: sources,
            blindSpots: blindSpots)
        return (inventory, issues)
    }

    /// Relations whose ends exist, in the order of their near ends, identical ones merged with all their provenance.
    private func resolveRelations(
        number: (TextReference) -> UInt32?, declared: [Int], issues: inout [BuildIssue]
    ) -> ResolvedRelations {
        var identities: [RelationIdentity] = []
        var seen: [RelationIdentity: Int] = [:]
        var provenance: [(owner: UInt32, value: ProvenanceReference)] = []
        var attributes: [(owner: UInt32, value: AttributeReference)] = []
        for draft in relations {
            guard let from = number(draft.from), let to = number(draft.to) else {
                let missing = number(draft.from) == nil ? draft.from : draft.to
                let source = Provenance(
                    source: Int(draft.provenance.source), location: texts[draft.provenance.location])
                issues.append(
                    .dangling(
                        relation: name(of: draft.kind), from: texts[draft.from], to: texts[draft.to],
                        missing: texts[missing], provenance: source))
                continue
            }
            let kinds = (entities[declared[Int(from)]].kind, entities[declared[Int(to)]].kind)
            let identity = RelationIdentity(
                kind: draft.kind, from: from, to: to, valid: draft.valid,
                traits: draft.traits(from: kinds.0 ?? .resource, to: kinds.1 ?? .resource), guard: draft.guard)
            let place = seen[identity] ?? identities.count
            if place == identities.count {
                identities.append(identity)
                seen[identity] = place
            }
            provenance.append((UInt32(place), draft.provenance))
            for attribute in draft.attributes { attributes.append((UInt32(place), attribute)) }
        }
        return ResolvedRelations(identities, provenance, attributes, entityCount: declared.count)
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

/// The relations of an inventory, sorted by near end.
private struct ResolvedRelations {
    let columns: RelationColumns
    let starts: Column<UInt32>
    let provenance: CompressedRows<ProvenanceReference>
    let attributes: CompressedRows<AttributeReference>

    init(
        _ identities: [RelationIdentity], _ provenance: [(owner: UInt32, value: ProvenanceReference)],
        _ attributes: [(owner: UInt32, value: AttributeReference)], entityCount: Int
    ) {
        let rows = CompressedRows<UInt32>(
            owners: entityCount,
            pairs: identities.enumerated().map { (owner: $0.element.from, value: UInt32($0.offset)) })
        let order = rows.values.map(Int.init)
        func column<Value>(_ value: (RelationIdentity) -> Value) -> Column<Value> {
            Column(order.map { value(identities[$0]) })
        }
        func sparse<Value>(_ value: (RelationIdentity) -> Value?) -> SparseColumn<Value> {
            SparseColumn(
                order.enumerated().compactMap { number, place in
                    value(identities[place]).map { (row: UInt32(number), value: $0) }
                })
        }
        columns = RelationColumns(
            kind: column(\.kind), from: BoundedColumn(column(\.from), below: entityCount),
            to: BoundedColumn(column(\.to), below: entityCount), valid: column(\.valid),
            traits: column { PackedTraits($0.traits, isGuarded: !$0.guard.isEmpty) },
            sessionSeconds: sparse { if case .session(let seconds) = $0.traits.hold { seconds } else { nil } },
            guard: sparse { $0.guard.isEmpty ? nil : $0.guard })
        starts = rows.starts
        var numbers = [UInt32](repeating: 0, count: order.count)
        for (number, place) in order.enumerated() { numbers[place] = UInt32(number) }
        self.provenance = CompressedRows(
            owners: order.count, pairs: provenance.map { (owner: numbers[Int($0.owner)], value: $0.value) })
        self.attributes = CompressedRows(
            owners: order.count, pairs: attributes.map { (owner: numbers[Int($0.owner)], value: $0.value) })
    }
}
