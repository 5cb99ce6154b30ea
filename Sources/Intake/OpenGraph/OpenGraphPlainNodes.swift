import CSimdjson
import Inventory

/// What the kinds of a node come to, for nodes that no collector's table speaks for.
struct OpenGraphNodeMeaning {
    let kind: EntityKind
    /// What it is counted as in the report.
    let counted: Int
    let isDeclared: Bool
    /// Who issues or hosts it, by its kinds.
    let provider: TextReference
    /// Its own kinds, where they say more than `kind`.
    let attributes: [AttributeReference]
}

extension OpenGraphPlainReading {
    /// Adds the nodes of the rows; those that are not plain go to `readOther` in their turn.
    mutating func readNodes(
        _ rows: RowView, first: Int, into builder: inout InventoryBuilder,
        readOther: (Int, inout OpenGraphReading, inout InventoryBuilder) -> Bool
    ) -> Bool {
        symbols.begin(rows.symbols)
        var row = 0
        while row < rows.count {
            let batch = row..<min(row + Self.batch, rows.count)
            intern(rows, batch, OpenGraphNodeField.id.rawValue, OpenGraphNodeField.name.rawValue, into: &builder)
            for row in batch {
                let isPlain = addNode(
                    rows, row, ids: 2 * (row - batch.lowerBound), place: place(rows, row, first), into: &builder)
                if !isPlain, !readOther(row, &reading, &builder) { return false }
            }
            row = batch.upperBound
        }
        return true
    }

    /// Adds one node; false, and nothing done, when it is not plain.
    private mutating func addNode(
        _ rows: RowView, _ row: Int, ids: Int, place: Int, into builder: inout InventoryBuilder
    ) -> Bool {
        guard let cells = rows.cells(row) else { return false }
        func cell(_ field: OpenGraphNodeField) -> csj_cell { cells[field.rawValue] }
        guard !references[ids].isEmpty, let meaning = meaning(cells, into: &builder) else { return false }
        let extras = rows.extras(row)
        attributes.removeAll(keepingCapacity: true)
        if !extras.isEmpty {
            guard symbols.attributes(extras, into: &attributes, &builder),
                references[ids + 1] != .empty || !namesOtherwise(extras)
            else { return false }
        }
        attributes += meanings[meaning].attributes

        var record = EntityRecord(
            id: references[ids], kind: meanings[meaning].kind,
            provenance: ProvenanceReference(origin: nodeOrigin, ordinal: UInt32(truncatingIfNeeded: place)))
        record.name = references[ids + 1]
        guard readTimes(cells, into: &record), readFlags(cells, into: &record) else { return false }
        record.owner = builder.intern(cell(.owner).bytes)
        record.parent = builder.intern(cell(.parent).bytes)
        record.provider =
            cell(.provider).type == CSJ_CELL_TEXT
            ? builder.intern(cell(.provider).bytes) : meanings[meaning].provider
        builder.add(record, attributes: attributes)
        counts[meanings[meaning].counted] += 1
        reading.estate.plain.append(
            OpenGraphPlainNode(
                id: record.id, kind: record.kind ?? .resource, isDeclared: meanings[meaning].isDeclared,
                isEphemeral: record.flags.contains(.ephemeral), file: file, place: UInt32(truncatingIfNeeded: place),
                order: reading.estate.nextOrder()))
        return true
    }

    private func readTimes(_ cells: UnsafePointer<csj_cell>, into record: inout EntityRecord) -> Bool {
        func instant(_ field: OpenGraphNodeField) -> Instant? { cells[field.rawValue].instant }
        if let time = instant(.created) { record.created = time }
        if let time = instant(.issued) { record.issued = time }
        if let time = instant(.rotated) { record.rotated = time }
        if let time = instant(.lastUsed) { record.lastUsed = time }
        if let time = instant(.expires) { record.expires = time }
        if let time = instant(.revoked) { record.revoked = time }
        let (from, until) = (instant(.compromisedFrom), instant(.compromisedUntil))
        guard from != nil || until != nil else { return true }
        let window = Interval(from ?? .beginning, until ?? .never)
        record.compromised = window
        return !window.isEmpty
    }

    private func readFlags(_ cells: UnsafePointer<csj_cell>, into record: inout EntityRecord) -> Bool {
        func truth(_ field: OpenGraphNodeField) -> Bool? { cells[field.rawValue].truth }
        if truth(.crownJewel) == true { record.flags.insert(.crownJewel) }
        if truth(.selfHosted) == true { record.flags.insert(.selfHosted) }
        if truth(.ephemeral) == true { record.flags.insert(.ephemeral) }
        if truth(.autonomous) == true { record.flags.insert(.autonomous) }
        if truth(.leaked) == true { record.flags.insert(.leaked) }
        if let isRevocable = truth(.revocable) { record.flags.insert(isRevocable ? .revocable : .irrevocable) }
        guard let level = cells[OpenGraphNodeField.privilege.rawValue].value else { return true }
        record.privilege = UInt8(clamping: level)
        return (0...4).contains(level)
    }

    /// Whether a property names the node in place of `name`.
    private func namesOtherwise(_ extras: UnsafeBufferPointer<csj_extra>) -> Bool {
        extras.contains { extra in
            let name = csj_cell(text: nil, number: Int64(extra.symbol), type: CSJ_CELL_NUMBER)
            return symbols.text(name).map(OpenGraphNodeDraft.otherNames.contains) == true
        }
    }

    /// What the kinds in these cells come to, as a place in ``meanings``; nil when they have to be read one by one.
    private mutating func meaning(
        _ cells: UnsafePointer<csj_cell>, into builder: inout InventoryBuilder
    ) -> Int? {
        // Four numbers of 16 bits: 0 for none.
        var key: UInt64 = 0
        for field in Self.kindFields {
            let number = symbols.number(cells[field.rawValue]).map { $0 + 1 } ?? 0
            guard number <= Int(UInt16.max) else { return nil }
            key = key << 16 | UInt64(number)
        }
        if let lastMeaning, lastMeaning.key == key { return lastMeaning.place }
        let place = meaningPlaces[key] ?? addMeaning(cells, into: &builder)
        meaningPlaces[key] = place
        lastMeaning = (key, place < 0 ? nil : place)
        return place < 0 ? nil : place
    }

    private static let kindFields = [OpenGraphNodeField.firebreakKind] + OpenGraphNodeField.kinds

    /// -1 when a collector's tables, or a notice, have a say.
    private mutating func addMeaning(
        _ cells: UnsafePointer<csj_cell>, into builder: inout InventoryBuilder
    ) -> Int {
        let kinds = OpenGraphNodeField.kinds.compactMap { symbols.text(cells[$0.rawValue]) }
        // Several in one cell of a table.
        if firstLine != nil, kinds.contains(where: { $0.contains(";") }) { return -1 }
        var declared: EntityKind?
        if let name = symbols.text(cells[OpenGraphNodeField.firebreakKind.rawValue]) {
            guard let kind = EntityKind(name: name) else { return -1 }
            declared = kind
        }
        declared = declared ?? kinds.lazy.compactMap(reading.kindNames).first
        if declared == nil, kinds.contains(where: OpenGraphKinds.isKnownCollector) { return -1 }
        let kind =
            declared ?? OpenGraphKinds.kind(of: kinds)
            ?? reading.entityKind(named: kinds.first ?? "unknown", in: &builder)
        let counted = kind.row?.words(count: 2) ?? kinds.first ?? "unknown"
        if countPlaces[counted] == nil {
            countPlaces[counted] = counts.count
            counts.append(0)
        }
        let own = reading.ownKinds(kinds, besides: kind)
        let provider = kinds.lazy.compactMap(OpenGraphKinds.provider(of:)).first ?? ""
        meanings.append(
            OpenGraphNodeMeaning(
                kind: kind, counted: countPlaces[counted] ?? 0, isDeclared: declared != nil,
                provider: builder.intern(provider),
                attributes: own.map {
                    AttributeReference(name: builder.intern($0.name), value: builder.intern($0.value))
                }))
        return meanings.count - 1
    }
}
