import CKernels

/// The columns of relations while they are filled, with room for as many rows as there can be.
struct RelationRows {
    let valid: Rows<Interval>
    let provenance: Rows<ProvenanceReference>
    let from: Rows<UInt32>
    let to: Rows<UInt32>
    let traits: Rows<PackedTraits>
    let kind: Rows<RelationKind>

    /// Room for `capacity` rows, none of which says anything yet.
    init(capacity: Int) {
        (valid, provenance) = (Rows(capacity), Rows(capacity))
        (from, to) = (Rows(capacity), Rows(capacity))
        (traits, kind) = (Rows(capacity), Rows(capacity))
    }

    /// Writes what every row has.
    @inline(__always)
    func write(
        _ row: Int, _ record: RelationRecord, from near: UInt32, to far: UInt32, traits packed: PackedTraits
    ) {
        valid.memory.initializeElement(at: row, to: record.valid)
        provenance.memory.initializeElement(at: row, to: record.provenance)
        from.memory.initializeElement(at: row, to: near)
        to.memory.initializeElement(at: row, to: far)
        traits.memory.initializeElement(at: row, to: packed)
        kind.memory.initializeElement(at: row, to: record.kind)
    }

    /// Whether both rows say the same, sessions' lengths and guards aside.
    @inline(__always)
    func areAlike(_ left: Int, _ right: Int) -> Bool {
        to.memory[left] == to.memory[right] && kind.memory[left] == kind.memory[right]
            && valid.memory[left] == valid.memory[right] && traits.memory[left] == traits.memory[right]
    }

    /// Moves rows to the front.
    func move(_ rows: Range<Int>, to place: Int) {
        valid.move(rows, to: place)
        provenance.move(rows, to: place)
        from.move(rows, to: place)
        to.move(rows, to: place)
        traits.move(rows, to: place)
        kind.move(rows, to: place)
    }

    /// One column.
    struct Rows<Element: BitwiseCopyable & Sendable> {
        let memory: UnsafeMutableBufferPointer<Element>
        private let owner: ColumnMemory

        fileprivate init(_ capacity: Int) {
            let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: capacity)
            kernel_prefer_large_pages(memory.baseAddress, capacity * MemoryLayout<Element>.stride)
            self.memory = memory
            owner = ColumnMemory(UnsafeRawBufferPointer(memory)) { _ in memory.deallocate() }
        }

        fileprivate func move(_ rows: Range<Int>, to place: Int) {
            guard let base = memory.baseAddress else { return }
            (base + place).update(from: base + rows.lowerBound, count: rows.count)
        }

        /// The first `count` rows, all of which were written, as a column.
        func column(_ count: Int) -> Column<Element> {
            Column(owner, bytes: 0..<count * MemoryLayout<Element>.stride) ?? Column([])
        }
    }
}
