/// The columns in an open snapshot, each checked to be of the right form and length when it is taken out.
struct SnapshotColumns {
    private let memory: ColumnMemory
    private let entityCount: Int
    private let relationCount: Int
    private let entries: [UInt32: SnapshotEntry]

    /// The columns of `file`; fails when a section has another form than the table says, or does not fit the others.
    init(_ file: SnapshotFile) throws(SnapshotError) {
        memory = file.memory
        entityCount = Int(file.header.entityCount)
        relationCount = Int(file.header.relationCount)
        entries = Dictionary(file.entries.map { ($0.section, $0) }, uniquingKeysWith: { first, _ in first })
        for row in SnapshotSection.table {
            guard let entry = entries[row.section.rawValue] else {
                if row.isOptional { continue }
                throw .malformed(.section(row.section))
            }
            let size = UInt64(row.element.size)
            guard entry.rowSize == row.element.size, entry.length % size == 0, isRight(entry.length / size, row.count)
            else { throw .malformed(.section(row.section)) }
        }
    }

    /// Whether the file has the section.
    func has(_ section: SnapshotSection) -> Bool { entries[section.rawValue] != nil }

    /// The rows of a section, which must be of `type`; none where an optional section is missing.
    func column<Element>(_ section: SnapshotSection, of type: Element.Type) throws(SnapshotError) -> Column<Element> {
        guard let entry = entries[section.rawValue] else { return Column([]) }
        let start = Int(entry.offset)
        guard MemoryLayout<Element>.stride == section.row.element.size,
            let column = Column<Element>(memory, bytes: start..<start + Int(entry.length))
        else { throw .malformed(.section(section)) }
        if let values = section.row.count.values {
            guard let last = column.last as? UInt32, Int(last) == count(values) else {
                throw .malformed(.section(section))
            }
        }
        return column
    }

    /// Numbers of entities, or of whatever there are `limit` of.
    func numbers(
        _ section: SnapshotSection, below limit: Int, otherwise: UInt32 = 0
    ) throws(SnapshotError) -> BoundedColumn {
        BoundedColumn(try column(section, of: UInt32.self), below: limit, otherwise: otherwise)
    }

    /// Runs of values.
    func rows<Value>(
        _ starts: SnapshotSection, _ values: SnapshotSection, of type: Value.Type
    ) throws(SnapshotError) -> CompressedRows<Value> {
        CompressedRows(starts: try column(starts, of: UInt32.self), values: try column(values, of: Value.self))
    }

    /// Values that few rows have.
    func sparse<Value>(
        _ keys: SnapshotSection, _ values: SnapshotSection, of type: Value.Type
    ) throws(SnapshotError) -> SparseColumn<Value> {
        SparseColumn(keys: try column(keys, of: UInt32.self), values: try column(values, of: Value.self))
    }

    private func isRight(_ count: UInt64, _ rule: SnapshotSection.RowCount) -> Bool {
        switch rule {
        case .any: true
        case .upTo(let limit): count <= limit
        case .entities: count == entityCount
        case .relations: count == relationCount
        case .entityStarts: count == entityCount + 1
        case .relationStarts: count == relationCount + 1
        case .textStarts: count >= 2
        case .someEntities: count <= entityCount
        case .someRelations: count <= relationCount
        case .same(let other): count == self.count(other)
        case .sameOrNone(let other): count == self.count(other) || count == 0 && self.count(other) == relationCount
        }
    }

    /// How many rows the section has.
    private func count(_ section: SnapshotSection) -> Int {
        entries[section.rawValue].map { Int($0.length) / section.row.element.size } ?? 0
    }
}

extension SnapshotSection.RowCount {
    /// The section whose runs these are the starts of.
    var values: SnapshotSection? {
        switch self {
        case .entityStarts(let values), .relationStarts(let values), .textStarts(let values): values
        default: nil
        }
    }
}
