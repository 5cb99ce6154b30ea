extension Inventory {
    /// The entity at `index`, which must be below ``entityCount``.
    public func entity(at index: Int) -> Entity { Entity(inventory: self, index: index) }

    /// The relation at `index`, which must be below ``relationCount``.
    public func relation(at index: Int) -> Relation { Relation(inventory: self, index: index) }

    /// The entity with this id, compared byte by byte. O(log n) comparisons.
    public func entity(id: String) -> Entity? {
        var (low, high) = (0, byID.count)
        while low < high {
            let middle = (low + high) / 2
            let candidate = Int(byID[middle])
            let order = texts.order(of: entities.id[candidate], against: id.utf8)
            if order == 0 { return entity(at: candidate) }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Every entity of `kind`, in the inventory's order. O(n).
    public func entities(of kind: EntityKind) -> [Entity] {
        (0..<entityCount).lazy.filter { self.entities.kind[$0] == kind }.map { self.entity(at: $0) }
    }

    /// The entities that have `name`, to the byte, and, when given, are of `kind`. O(n): texts lie once each, so that
    /// only one is read.
    public func entities(named name: String, kind: EntityKind?) -> [Entity] {
        let wanted = Array(name.utf8)
        var known: TextReference?
        var found: [Entity] = []
        for row in 0..<entityCount where kind == nil || entities.kind[row] == kind {
            let text = entities.name[row]
            if known == nil, texts.range(of: text).count == wanted.count, texts.order(of: text, against: wanted) == 0 {
                known = text
            }
            if text == known { found.append(entity(at: row)) }
        }
        return found
    }

    /// The number of the source that `reference` leads to; -1 for none.
    func source(of reference: ProvenanceReference) -> Int {
        provenance.origin(of: reference).map { Int($0.source) } ?? -1
    }

    /// The place behind `reference`.
    func place(_ reference: ProvenanceReference) -> Provenance {
        guard let origin = provenance.origin(of: reference) else { return Provenance(source: 0) }
        let number = origin.hasOrdinal == 0 ? "" : "\(reference.ordinal)"
        return Provenance(source: Int(origin.source), location: texts[origin.before] + number + texts[origin.after])
    }

    /// The name of `kind` in snake case, those that only a source knows included.
    public func name(of kind: EntityKind) -> String {
        if let row = kind.row { return row.name }
        let place = Int(kind.rawValue) - EntityKind.table.count
        return importedKinds.indices.contains(place) ? importedKinds[place] : "unknown"
    }

    /// The name of `kind` in snake case, those that only a source knows included.
    public func name(of kind: RelationKind) -> String {
        if let name = kind.vocabularyName { return name }
        let place = Int(kind.rawValue) - RelationTable.names.count
        return importedRelations.indices.contains(place) ? importedRelations[place] : "unknown"
    }

    /// The kind called `name`, those that only a source knows included.
    public func entityKind(named name: some StringProtocol) -> EntityKind? {
        EntityKind(name: name)
            ?? importedKinds.firstIndex { $0 == name }
            .map { EntityKind(rawValue: UInt16(EntityKind.table.count + $0)) }
    }

    /// The relation called `name`, those that only a source knows included.
    public func relationKind(named name: some StringProtocol) -> RelationKind? {
        RelationKind(name: name)
            ?? importedRelations.firstIndex { $0 == name }
            .map { RelationKind(rawValue: UInt16(RelationTable.names.count + $0)) }
    }

    /// The numbers of the relations of a kind from one entity to another. O(what leaves the near end).
    public func relations(from near: Int, kind: RelationKind, to far: Int) -> [Int] {
        outgoing(near).filter { relation(at: $0).kind == kind && relation(at: $0).toIndex == far }
    }

    /// The same by the ids of the ends and the name of the kind; none where one of them is not known here.
    public func relations(from near: String, kind: String, to far: String) -> [Int] {
        guard let near = entity(id: near), let far = entity(id: far), let kind = relationKind(named: kind) else {
            return []
        }
        return relations(from: near.index, kind: kind, to: far.index)
    }

    /// Every kind that occurs, with how often, in the vocabulary's order. O(kinds).
    public var kindCounts: [(kind: EntityKind, count: Int)] {
        derived.kindTallies.map { (EntityKind(rawValue: UInt16(truncatingIfNeeded: $0.kind)), Int($0.count)) }
    }

    /// The kinds of the entities of a set, with how often, in the vocabulary's order. O(n).
    public func kindCounts(of rows: RowSet) -> [(kind: EntityKind, count: Int)] {
        var counts = [Int](repeating: 0, count: Int(UInt16.max) + 1)
        entities.kind.withUnsafeBufferPointer { kinds in
            rows.forEach { row in if row < kinds.count { counts[Int(kinds[row].rawValue)] += 1 } }
        }
        return counts.indices.filter { counts[$0] > 0 }.map { (EntityKind(rawValue: UInt16($0)), counts[$0]) }
    }

    /// The entities of a set that are of one of these kinds. O(n).
    public func rows(_ rows: RowSet, ofKinds isWanted: (EntityKind) -> Bool) -> RowSet {
        let accepted = (0..<EntityKind.table.count + importedKinds.count).map {
            isWanted(EntityKind(rawValue: UInt16(truncatingIfNeeded: $0)))
        }
        let test = KindTest(accepted: accepted, acceptsUnknown: false)
        return RowTest(entities.kind, test).rows(rows, nil) ?? rows
    }

    /// Whether the id of entity `left` comes before that of `right`, byte by byte. O(1).
    public func idPrecedes(_ left: Int, _ right: Int) -> Bool { idRanks[left] < idRanks[right] }

    /// The entities that the sources declare compromised, in the order of their ids. O(their number).
    public var compromisedEntities: [Entity] { derived.compromised.map { entity(at: Int($0)) } }
}
