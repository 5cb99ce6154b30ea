#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Memory that is all zero, straight from the system.
///
/// Its pages are handed out when they are first touched, so that room for millions of entities costs nothing as long as
/// a search meets few of them. (The allocator would give such memory back only after clearing all of it.)
final class ZeroedMemory<Value: BitwiseCopyable> {
    /// The first value.
    let values: UnsafeMutablePointer<Value>
    private let count: Int
    /// Whether the system gave the memory, and not the allocator.
    private let isMapped: Bool
    private var bytes: Int { count * MemoryLayout<Value>.stride }

    /// Room for `count` values.
    init(count: Int) {
        self.count = max(count, 1)
        #if canImport(Darwin)
            let isAnonymous = MAP_ANON
        #else
            let isAnonymous = MAP_ANONYMOUS
        #endif
        let length = self.count * MemoryLayout<Value>.stride
        let memory = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | isAnonymous, -1, 0)
        if let memory, memory != MAP_FAILED {
            values = memory.bindMemory(to: Value.self, capacity: self.count)
            isMapped = true
        } else {
            // A limit on mappings or addresses: the allocator may still have room where the system grants no mapping.
            values = .allocate(capacity: self.count)
            isMapped = false
            clear()
        }
    }

    deinit { if isMapped { munmap(values, bytes) } else { values.deallocate() } }

    /// Makes all of it zero again. O(count).
    func clear() { memset(values, 0, bytes) }
}
