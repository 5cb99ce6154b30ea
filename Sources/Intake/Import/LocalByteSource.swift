#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file of this machine that is open. A read, and no mapping: a file that is cut short meanwhile just ends.
final class LocalByteSource: ByteSource {
    private let descriptor: Int32
    private var rest: Int
    let size: Int64

    /// Takes over `descriptor`, of a regular file, and reads at most `limit` bytes from it.
    init(descriptor: Int32, size: Int64, limit: Int) {
        self.descriptor = descriptor
        self.size = size
        rest = limit
        #if canImport(Glibc) || canImport(Musl)
            posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        #endif
    }

    deinit { close(descriptor) }

    func read(into memory: UnsafeMutableRawBufferPointer) throws(FileTreeError) -> Int {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: memory.prefix(rest))
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, wanted.baseAddress, wanted.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, wanted.baseAddress, wanted.count)
            #else
                let count = Darwin.read(descriptor, wanted.baseAddress, wanted.count)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno) }
            rest -= count
            return count
        }
    }
}
