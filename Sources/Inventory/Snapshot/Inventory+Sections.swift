// The one place that knows which column is which section, both ways.

extension Inventory {
    /// Every section of a snapshot of this inventory, in the order of the file.
    var sections: [SnapshotContent] { sections(account: nil) }

    /// The same with what became of each file; nil leaves what is known of that.
    func sections(account: [SourceAccount]?) -> [SnapshotContent] {
        let words = PackedWords(kinds: importedKinds, relations: importedRelations, blindSpots: blindSpots)
        var contents: [SnapshotContent] = [
            SnapshotContent(.figures, Column([derived.figures])),
            SnapshotContent(.words, Column(words.packed)),
            SnapshotContent(.sources, Column(PackedSources.pack(sources))),
            SnapshotContent(.kindTallies, derived.kindTallies),
            SnapshotContent(.compromised, derived.compromised.rows),
            SnapshotContent(.account, account.map { Column(PackedAccount.pack($0)) } ?? packedAccount),
            SnapshotContent(.textBytes, texts.bytes),
            SnapshotContent(.textStarts, texts.starts),
        ]
        contents += entitySections + relationSections
        contents += [
            SnapshotContent(.leavingStarts, control.leavingStarts),
            SnapshotContent(.leavingTargets, control.targets),
            SnapshotContent(.leavingRelations, control.leavingRelations),
            SnapshotContent(.enteringStarts, control.enteringStarts),
            SnapshotContent(.enteringSources, control.sources),
            SnapshotContent(.enteringRelations, control.enteringRelations),
        ]
        return contents
    }

    private var entitySections: [SnapshotContent] {
        [
            SnapshotContent(.entityKind, entities.kind),
            SnapshotContent(.entityID, entities.id),
            SnapshotContent(.entityName, entities.name),
            SnapshotContent(.entityParent, entities.parent.rows),
            SnapshotContent(.entityOwner, entities.owner),
            SnapshotContent(.entityProvider, entities.provider),
            SnapshotContent(.entityPrivilege, entities.privilege),
            SnapshotContent(.entityCreated, entities.created),
            SnapshotContent(.entityIssued, entities.issued),
            SnapshotContent(.entityRotated, entities.rotated),
            SnapshotContent(.entityLastUsed, entities.lastUsed),
            SnapshotContent(.entityExpires, entities.expires),
            SnapshotContent(.entityRevoked, entities.revoked),
            SnapshotContent(.entityCompromised, entities.compromised),
            SnapshotContent(.entityFlags, entities.flags),
            SnapshotContent(.entityByID, byID.rows),
            SnapshotContent(.entityIDRanks, idRanks),
            SnapshotContent(.cleanupStarts, cleanups.starts),
            SnapshotContent(.cleanups, cleanups.values),
            SnapshotContent(.entityAttributeStarts, entityAttributes.starts),
            SnapshotContent(.entityAttributes, entityAttributes.values),
            SnapshotContent(.entityPlaces, provenance.entities.first),
            SnapshotContent(.entityFurtherKeys, provenance.entities.furtherRows),
            SnapshotContent(.entityFurtherPlaces, provenance.entities.further),
            SnapshotContent(.placePatterns, provenance.origins),
        ]
    }

    private var relationSections: [SnapshotContent] {
        [
            SnapshotContent(.relationKind, relations.kind),
            SnapshotContent(.relationFrom, relations.from.rows),
            SnapshotContent(.relationTo, relations.to.rows),
            SnapshotContent(.relationValid, relations.valid),
            SnapshotContent(.relationTraits, relations.traits),
            SnapshotContent(.sessionKeys, relations.sessionSeconds.keys),
            SnapshotContent(.sessionSeconds, relations.sessionSeconds.values),
            SnapshotContent(.guardKeys, relations.guard.keys),
            SnapshotContent(.guardNames, relations.guard.values),
            SnapshotContent(.outgoingStarts, outgoingStarts),
            SnapshotContent(.incomingStarts, incoming.starts),
            SnapshotContent(.incoming, incoming.values),
            SnapshotContent(.relationAttributeStarts, relationAttributes.starts),
            SnapshotContent(.relationAttributes, relationAttributes.values),
            SnapshotContent(.relationPlaces, provenance.relations.first),
            SnapshotContent(.relationFurtherKeys, provenance.relations.furtherRows),
            SnapshotContent(.relationFurtherPlaces, provenance.relations.further),
        ]
    }

    /// The inventory in an open snapshot. O(number of sections), and the words.
    convenience init(_ file: SnapshotFile) throws(SnapshotError) {
        let columns = try SnapshotColumns(file)
        let words = PackedWords(try columns.column(.words, of: UInt8.self))
        self.init(
            texts: TextArena(
                bytes: try columns.column(.textBytes, of: UInt8.self),
                starts: try columns.column(.textStarts, of: UInt32.self)),
            entities: try EntityColumns(columns, count: Int(file.header.entityCount)),
            relations: try RelationColumns(columns, entities: Int(file.header.entityCount)),
            outgoingStarts: try columns.column(.outgoingStarts, of: UInt32.self),
            incoming: try columns.rows(.incomingStarts, .incoming, of: UInt32.self),
            cleanups: try columns.rows(.cleanupStarts, .cleanups, of: Instant.self),
            entityAttributes: try columns.rows(
                .entityAttributeStarts, .entityAttributes, of: AttributeReference.self),
            relationAttributes: try columns.rows(
                .relationAttributeStarts, .relationAttributes, of: AttributeReference.self),
            provenance: try ProvenanceColumns(columns),
            byID: try columns.numbers(.entityByID, below: Int(file.header.entityCount)),
            derived: try DerivedColumns(
                columns, entities: Int(file.header.entityCount), relations: Int(file.header.relationCount)),
            importedKinds: words.kinds, importedRelations: words.relations,
            sources: SourceList(packed: try columns.column(.sources, of: UInt8.self)),
            blindSpots: words.blindSpots, account: try columns.column(.account, of: UInt8.self), snapshot: file)
    }
}

extension EntityColumns {
    fileprivate init(_ columns: SnapshotColumns, count: Int) throws(SnapshotError) {
        self.init(
            kind: try columns.column(.entityKind, of: EntityKind.self),
            id: try columns.column(.entityID, of: TextReference.self),
            name: try columns.column(.entityName, of: TextReference.self),
            parent: try columns.numbers(.entityParent, below: count, otherwise: Self.noParent),
            owner: try columns.column(.entityOwner, of: TextReference.self),
            provider: try columns.column(.entityProvider, of: TextReference.self),
            privilege: try columns.column(.entityPrivilege, of: UInt8.self),
            created: try columns.column(.entityCreated, of: Instant.self),
            issued: try columns.column(.entityIssued, of: Instant.self),
            rotated: try columns.column(.entityRotated, of: Instant.self),
            lastUsed: try columns.column(.entityLastUsed, of: Instant.self),
            expires: try columns.column(.entityExpires, of: Instant.self),
            revoked: try columns.column(.entityRevoked, of: Instant.self),
            compromised: try columns.column(.entityCompromised, of: Interval.self),
            flags: try columns.column(.entityFlags, of: EntityFlags.self))
    }
}

extension RelationColumns {
    fileprivate init(_ columns: SnapshotColumns, entities: Int) throws(SnapshotError) {
        self.init(
            kind: try columns.column(.relationKind, of: RelationKind.self),
            from: try columns.numbers(.relationFrom, below: entities),
            to: try columns.numbers(.relationTo, below: entities),
            valid: try columns.column(.relationValid, of: Interval.self),
            traits: try columns.column(.relationTraits, of: PackedTraits.self),
            sessionSeconds: try columns.sparse(.sessionKeys, .sessionSeconds, of: UInt32.self),
            guard: try columns.sparse(.guardKeys, .guardNames, of: TextReference.self))
    }
}

extension ProvenanceColumns {
    fileprivate init(_ columns: SnapshotColumns) throws(SnapshotError) {
        self.init(
            entities: ProvenanceRows(
                first: try columns.column(.entityPlaces, of: ProvenanceReference.self),
                furtherRows: try columns.column(.entityFurtherKeys, of: UInt32.self),
                further: try columns.column(.entityFurtherPlaces, of: ProvenanceReference.self)),
            relations: ProvenanceRows(
                first: try columns.column(.relationPlaces, of: ProvenanceReference.self),
                furtherRows: try columns.column(.relationFurtherKeys, of: UInt32.self),
                further: try columns.column(.relationFurtherPlaces, of: ProvenanceReference.self)),
            origins: try columns.column(.placePatterns, of: ProvenanceOrigin.self))
    }
}

extension DerivedColumns {
    fileprivate init(_ columns: SnapshotColumns, entities: Int, relations: Int) throws(SnapshotError) {
        let figures = try columns.column(.figures, of: InventoryFigures.self)
        self.init(
            control: ControlGraph(
                leavingStarts: try columns.column(.leavingStarts, of: UInt32.self),
                targets: try columns.column(.leavingTargets, of: UInt32.self),
                leavingRelations: try columns.column(.leavingRelations, of: UInt32.self),
                enteringStarts: try columns.column(.enteringStarts, of: UInt32.self),
                sources: try columns.column(.enteringSources, of: UInt32.self),
                enteringRelations: try columns.column(.enteringRelations, of: UInt32.self),
                relationCount: relations),
            idRanks: try columns.column(.entityIDRanks, of: UInt32.self),
            kindTallies: try columns.column(.kindTallies, of: KindTally.self),
            compromised: try columns.numbers(.compromised, below: entities),
            figures: figures.first
                ?? InventoryFigures(collected: nil, hasBackwardGain: true, hasGuardedGain: true, keepsAllGain: false))
    }
}
