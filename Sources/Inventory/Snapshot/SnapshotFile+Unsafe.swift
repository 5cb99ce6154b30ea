import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SnapshotFile {
    /// Maps the first `length` bytes of the file, watched: a page that goes missing reads as zeroes.
    static func map(_ file: FileDescriptor, length: Int) throws(SnapshotError) -> (memory: ColumnMemory, watch: Int32) {
        guard length > 0, let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, file.number, 0),
            start != UnsafeMutableRawPointer(bitPattern: -1)
        else { throw .system(errno) }
        let watch = mapping_watch(start, length)
        guard watch >= 0 else {
            munmap(start, length)
            throw .system(EMFILE)
        }
        let memory = ColumnMemory(UnsafeRawBufferPointer(start: start, count: length)) { _ in
            mapping_unwatch(watch)
            munmap(start, length)
        }
        return (memory, watch)
    }
}
