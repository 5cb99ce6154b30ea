import CKernels
import Crypto
import Dispatch
import Synchronization

extension SnapshotFile {
    /// Throws when some byte of the content is not what was written. O(size): at the speed of memory, on two threads,
    /// through a small buffer and not through the mapping, so that the process does not grow.
    /// - Parameter isCancelled: asked now and then; when it says yes, the check is given up without a verdict.
    public func verify(isCancelled: @Sendable () -> Bool = { false }) throws(SnapshotError) {
        try check()
        // The largest first, so that the threads end together.
        let order = entries.sorted { $0.length > $1.length }
        let next = Atomic<Int>(0)
        let failure = Mutex<SnapshotError?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockLength, alignment: 64)
            defer { buffer.deallocate() }
            while failure.withLock({ $0 == nil }), !isCancelled() {
                let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard place < order.count else { return }
                do throws(SnapshotError) {
                    try verify(order[place], buffer, isCancelled)
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
        }
        if let failure = failure.withLock({ $0 }) {
            // A file that changed meanwhile is not a file that was written wrongly.
            try check()
            throw condemn(failure)
        }
        try check()
    }

    /// Throws when the content does not have the hash that the header states. O(size), at the speed of SHA-256.
    public func verifyContentHash() throws(SnapshotError) {
        var hash = SHA256()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockLength, alignment: 64)
        defer { buffer.deallocate() }
        try forEachBlock(from: UInt64(SnapshotFormat.headerLength), to: header.fileLength, buffer) { block in
            hash.update(bufferPointer: block)
        }
        try check()
        guard Array(hash.finalize()) == header.contentHash else { throw condemn(.damaged(.content)) }
    }

    private static var blockLength: Int { 1 << 20 }

    private func verify(
        _ entry: SnapshotEntry, _ buffer: UnsafeMutableRawBufferPointer, _ isCancelled: () -> Bool
    ) throws(SnapshotError) {
        let section = SnapshotSection(rawValue: entry.section)
        var runs = section?.row.count.values == nil ? nil : RunCheck(rows: entry.length / 4)
        var checksum: UInt32 = 0
        var wasCancelled = false
        try forEachBlock(from: entry.offset, to: entry.paddedEnd ?? entry.offset, buffer) { block in
            wasCancelled = wasCancelled || isCancelled()
            guard !wasCancelled else { return }
            checksum = kernel_crc32c(checksum, block.baseAddress, block.count)
            runs?.add(block)
        }
        if wasCancelled { return }
        let part = section.map { SnapshotError.Part.section($0) } ?? .content
        guard checksum == entry.checksum else { throw .damaged(part) }
        guard runs?.isAscending != false else { throw .malformed(part) }
    }

    private func forEachBlock(
        from start: UInt64, to end: UInt64, _ buffer: UnsafeMutableRawBufferPointer,
        _ body: (UnsafeRawBufferPointer) -> Void
    ) throws(SnapshotError) {
        var place = start
        while place < end {
            let wanted = Int(min(UInt64(buffer.count), end - place))
            let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), at: place)
            guard count == wanted else { throw condemn(.changed) }
            body(UnsafeRawBufferPointer(rebasing: buffer[..<wanted]))
            place += UInt64(wanted)
        }
    }
}

/// Whether starts of runs ascend from 0. Runs that overlap would be safe to read, but a file made for it could have each
/// entity own everything, and no answer would ever come.
private struct RunCheck {
    private var rest: UInt64
    private var last: UInt32 = 0
    private(set) var isAscending = true

    init(rows: UInt64) { rest = rows }

    /// Goes on with the next rows; what is behind the last one is passed over.
    mutating func add(_ block: UnsafeRawBufferPointer) {
        for row in block.bindMemory(to: UInt32.self).prefix(Int(clamping: rest)) {
            if row < last { isAscending = false }
            last = row
        }
        rest -= min(rest, UInt64(block.count / 4))
    }
}
