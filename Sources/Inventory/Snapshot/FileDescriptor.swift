#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file, closed when nobody holds it any more.
final class FileDescriptor: Sendable {
    let number: Int32

    /// Takes over an open descriptor.
    init(_ number: Int32) { self.number = number }

    /// Opens a regular file for reading. Never blocks, whatever stands at `path`.
    init(reading path: String) throws(SnapshotError) {
        number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard number >= 0 else { throw .system(errno) }
        guard try FileStamp(of: self).isRegular else { throw .notAFile }
    }

    deinit { close(number) }

    /// Reads up to `buffer.count` bytes from `offset` on; fewer only at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(SnapshotError) -> Int {
        var done = 0
        while done < buffer.count {
            let place = off_t(clamping: offset &+ UInt64(done))
            let count = pread(number, buffer.baseAddress.map { $0 + done }, buffer.count - done, place)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno) }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// The bytes of a part of the file; fewer only at its end.
    func bytes(at offset: UInt64, count: Int) throws(SnapshotError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let result = bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(SnapshotError) in try read(into: buffer, at: offset) }
        }
        return Array(bytes.prefix(try result.get()))
    }
}

/// What tells that a file's content was changed: its size and the moment of the last write, to the nanosecond.
struct FileStamp: Hashable, Sendable {
    let size: UInt64
    private let seconds: Int
    private let nanoseconds: Int
    let isRegular: Bool

    /// The stamp of an open file, whatever happened to its name.
    init(of file: FileDescriptor) throws(SnapshotError) {
        var status = stat()
        guard fstat(file.number, &status) == 0 else { throw .system(errno) }
        size = UInt64(clamping: status.st_size)
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        (seconds, nanoseconds) = (modified.tv_sec, modified.tv_nsec)
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }
}
