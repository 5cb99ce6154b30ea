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
    private let bytes: Int
    private let start: UnsafeMutableRawPointer

    /// Room for `count` values.
    init(count: Int) {
        bytes = max(count, 1) * MemoryLayout<Value>.stride
        #if canImport(Darwin)
            let isAnonymous = MAP_ANON
        #else
            let isAnonymous = MAP_ANONYMOUS
        #endif
        guard let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | isAnonymous, -1, 0),
            memory != MAP_FAILED
        else { preconditionFailure("out of memory") }
        start = memory
        values = memory.bindMemory(to: Value.self, capacity: max(count, 1))
    }

    deinit { munmap(start, bytes) }

    /// Makes all of it zero again. O(count).
    func clear() { memset(start, 0, bytes) }
}
