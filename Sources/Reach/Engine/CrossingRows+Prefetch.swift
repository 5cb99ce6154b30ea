import CKernels

extension CrossingRows {
    /// Asks for the start of the entity's leaving crossings.
    @inline(__always)
    func prefetchStart(_ entity: UInt32) {
        guard let base = leavingStarts.baseAddress else { return }
        kernel_prefetch(base + Int(entity))
    }

    /// Asks for the starts of the entities that the entity's first crossings gain.
    @inline(__always)
    func prefetchStarts(ofTargetsOf entity: UInt32) {
        let (first, end) = leaving(Int(entity))
        for place in first..<min(end, first + 8) where Int(targets[place]) < entityCount {
            prefetchStart(targets[place])
        }
    }

    /// Asks for the entity's first leaving targets; its start should be near already.
    @inline(__always)
    func prefetchTargets(_ entity: UInt32) {
        guard let base = targets.baseAddress else { return }
        kernel_prefetch(base + Int(leavingStarts[Int(entity)]))
    }

    /// Asks for what the entity's first leaving relations are and when.
    @inline(__always)
    func prefetchRelations(_ entity: UInt32) {
        guard leavingRelations.isEmpty, let times = times.baseAddress, let traits = traits.baseAddress else { return }
        let first = Int(leavingStarts[Int(entity)])
        kernel_prefetch(times + first)
        kernel_prefetch(times + first + 4)
        kernel_prefetch(traits + first)
    }

    /// Asks for what `numbers` say of the entity's first leaving targets, which should be near already.
    @inline(__always)
    func prefetch<Number>(_ numbers: UnsafeMutableBufferPointer<Number>, ofTargetsOf entity: UInt32) {
        guard let base = numbers.baseAddress else { return }
        let (first, end) = leaving(Int(entity))
        for place in first..<min(end, first + 16) where Int(targets[place]) < entityCount {
            kernel_prefetch_to_write(base + Int(targets[place]))
        }
    }

    /// The same without the targets that are marked.
    @inline(__always)
    func prefetch<Number>(
        _ numbers: UnsafeMutableBufferPointer<Number>, ofTargetsOf entity: UInt32,
        unless marks: UnsafeMutableBufferPointer<UInt64>
    ) {
        guard let base = numbers.baseAddress else { return }
        let (first, end) = leaving(Int(entity))
        for place in first..<min(end, first + 16) {
            let target = Int(targets[place])
            guard target < entityCount, marks[target / 64] >> UInt64(target % 64) & 1 == 0 else { continue }
            kernel_prefetch_to_write(base + target)
        }
    }
}

extension [Label] {
    /// Asks for the label with this number.
    @inline(__always)
    func prefetch(_ index: Int) {
        withUnsafeBufferPointer { labels in
            guard let base = labels.baseAddress else { return }
            kernel_prefetch(base + index)
        }
    }
}
