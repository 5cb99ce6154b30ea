/// For each of `count` owners a run of values, all runs in one array: compressed sparse rows.
public struct CompressedRows<Value: BitwiseCopyable & Sendable>: Sendable {
    /// Where each owner's run starts, and at the end where the last one ends: one more than there are owners.
    public let starts: Column<UInt32>
    /// All runs, one after the other.
    public let values: Column<Value>

    /// How many owners there are.
    public var count: Int { max(starts.count - 1, 0) }

    /// Where the run of `owner` lies in ``values``. O(1).
    public func range(of owner: Int) -> Range<Int> { starts.run(of: owner, within: values.count) }

    /// The run of `owner`. O(1) to begin, O(1) a step.
    public subscript(owner: Int) -> [Value] {
        let range = range(of: owner)
        return values.withUnsafeBufferPointer { Array($0[range]) }
    }

    /// Sorts `pairs` into runs; within a run they keep the order in which they come. O(owners + pairs).
    init(owners count: Int, pairs: some Collection<(owner: UInt32, value: Value)>) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for pair in pairs { starts[Int(pair.owner) + 1] += 1 }
        for owner in 0..<count { starts[owner + 1] += starts[owner] }
        var next = starts
        let total = pairs.count
        let values = [Value](unsafeUninitializedCapacity: total) { buffer, filled in
            for pair in pairs {
                buffer.initializeElement(at: Int(next[Int(pair.owner)]), to: pair.value)
                next[Int(pair.owner)] += 1
            }
            filled = total
        }
        self.starts = Column(starts)
        self.values = Column(values)
    }

    /// For each owner the numbers of the rows that name it, ascending. O(owners + rows).
    init(owners count: Int, rowsOf owners: Column<UInt32>) where Value == UInt32 {
        self.init(
            owners: count, pairs: owners.indices.lazy.map { (owner: owners.unsafeRows[$0], value: UInt32($0)) })
    }

    init(starts: Column<UInt32>, values: Column<Value>) {
        self.starts = starts
        self.values = values
    }
}
