import CSimdjson
import Inventory

extension OpenGraphPlainReading {
    /// Adds the edges of the rows; those that are not plain go to `readOther` in their turn.
    mutating func readEdges(
        _ rows: RowView, first: Int, into builder: inout InventoryBuilder,
        readOther: (Int, inout OpenGraphReading, inout InventoryBuilder) -> Bool
    ) -> Bool {
        symbols.begin(rows.symbols)
        var row = 0
        while row < rows.count {
            let batch = row..<min(row + Self.batch, rows.count)
            intern(rows, batch, OpenGraphEdgeField.start.rawValue, OpenGraphEdgeField.end.rawValue, into: &builder)
            for row in batch {
                let isPlain = addEdge(
                    rows, row, ends: 2 * (row - batch.lowerBound), place: place(rows, row, first), into: &builder)
                if !isPlain, !readOther(row, &reading, &builder) { return false }
            }
            row = batch.upperBound
        }
        return true
    }

    /// Adds one edge; false, and nothing done, when it is not plain.
    private mutating func addEdge(
        _ rows: RowView, _ row: Int, ends: Int, place: Int, into builder: inout InventoryBuilder
    ) -> Bool {
        guard let cells = rows.cells(row) else { return false }
        func cell(_ field: OpenGraphEdgeField) -> csj_cell { cells[field.rawValue] }
        guard !references[ends].isEmpty, !references[ends + 1].isEmpty,
            isByID(cell(.startMatch)), isByID(cell(.endMatch))
        else { return false }
        attributes.removeAll(keepingCapacity: true)
        let extras = rows.extras(row)
        if !extras.isEmpty, !symbols.attributes(extras, into: &attributes, &builder) { return false }
        guard let meaning = edgeMeaning(cell(.kind), into: &builder) else { return false }

        var record = RelationRecord(
            meaning.relation, from: references[ends], to: references[ends + 1],
            provenance: ProvenanceReference(origin: edgeOrigin, ordinal: UInt32(truncatingIfNeeded: place)))
        let isTraversable = cell(.traversable).truth ?? reading.traversableByDefault
        if meaning.isVocabulary {
            record.gain = cell(.traversable).truth.map { $0 ? .forward : .none }
        } else {
            record.gain = isTraversable ? .forward : Gain.none
        }
        record.valid = Interval(cell(.validFrom).instant ?? .beginning, cell(.validUntil).instant ?? .never)
        guard !record.valid.isEmpty, readTraits(cells, into: &record), readGuard(cell(.guard), &record, &builder)
        else { return false }
        builder.add(record, attributes: attributes)
        relationCount += 1
        if record.kind == .holds { reading.estate.filled.append(record.from) }
        return true
    }

    /// What the kind in this cell means, or in its place the kind of all edges that have none; nil when it takes the other
    /// lane to tell.
    private mutating func edgeMeaning(
        _ cell: csj_cell, into builder: inout InventoryBuilder
    ) -> OpenGraphSymbols.EdgeMeaning? {
        if let number = symbols.number(cell) ?? edgeWithoutKind.map({ symbols.number(of: $0) }) {
            return symbols.edgeMeaning(number, &reading, into: &builder)
        }
        return nil
    }

    /// Whether an end says by what it names its node, and it is the id.
    private func isByID(_ cell: csj_cell) -> Bool {
        cell.type == CSJ_CELL_ABSENT || symbols.text(cell) == "id"
    }

    private func readTraits(_ cells: UnsafePointer<csj_cell>, into record: inout RelationRecord) -> Bool {
        func text(_ field: OpenGraphEdgeField) -> String? { symbols.text(cells[field.rawValue]) }
        let seconds = cells[OpenGraphEdgeField.sessionSeconds.rawValue].value
        if let seconds, seconds < 0 { return false }
        if let name = text(.hold) {
            switch name {
            case Hold.keep.name: record.hold = .keep
            case Hold.borrow.name: record.hold = .borrow
            case Hold.session(seconds: 0).name:
                record.hold = .session(seconds: seconds.map { UInt32(clamping: $0) } ?? Hold.defaultSessionSeconds)
            default: return false
            }
        } else if seconds != nil {
            // Whether it opens a session is for the table to say.
            return false
        }
        if let name = text(.act) {
            guard let act = Act(name: name) else { return false }
            record.act = act
        }
        if let name = text(.evidence) {
            guard let evidence = Evidence(name: name) else { return false }
            record.evidence = evidence
        }
        return true
    }

    private func readGuard(
        _ cell: csj_cell, _ record: inout RelationRecord, _ builder: inout InventoryBuilder
    ) -> Bool {
        guard cell.type == CSJ_CELL_TEXT else { return true }
        // `true` and `false`, however written, say whether there is one, and not what it is called.
        guard cell.bytes.count > 5 else { return false }
        record.guard = builder.intern(cell.bytes)
        return true
    }
}
