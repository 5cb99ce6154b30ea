import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that takes another's place in one step, once it is complete and on the disk.
///
/// Until then it lies in the same folder as `.NAME.XXXXXX.partial` and is locked. A process that dies leaves it there
/// without the lock; the next one that writes the same name removes it.
final class ReplacingFile {
    private let path: String
    private let folder: String
    private let temporaryPath: String
    private let file: FileDescriptor
    private var isPending = true

    private static let ending = ".partial"
    private static let randomLetters = 6

    /// Makes the temporary file beside `path`, readable and writable by its owner only, or with the permissions of the
    /// file that it replaces.
    init(_ path: String) throws(SnapshotWriteError) {
        // A link stays a link: what it leads to is replaced.
        let path = Self.resolved(path)
        var status = stat()
        var permissions: mode_t = 0o600
        if stat(path, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: permissions = status.st_mode & 0o777
            case S_IFDIR: throw .isFolder
            default: throw .notAFile
            }
        }
        let slash = path.lastIndex(of: "/")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard !name.isEmpty else { throw .isFolder }
        folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        self.path = path
        Self.removeLeftovers(of: name, in: folder)
        (file, temporaryPath) = try Self.make(in: folder, name: name, permissions: permissions)
    }

    deinit { abandon() }

    /// Writes the bytes at `offset`.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(SnapshotWriteError) {
        var done = 0
        while done < bytes.count {
            let count = pwrite(
                file.number, bytes.baseAddress.map { $0 + done }, bytes.count - done,
                off_t(clamping: offset &+ UInt64(done)))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(count == 0 ? ENOSPC : errno, .write) }
            done += count
        }
        kernel_begin_writing_back(file.number, offset, bytes.count)
    }

    /// Puts the file on the disk and in its place. Afterwards a crash of the machine loses neither. With `isReplacing`
    /// false a file that is there stays, and the system says EEXIST.
    func commit(isReplacing: Bool = true) throws(SnapshotWriteError) {
        guard fsync(file.number) == 0 else { throw .system(errno, .synchronize) }
        if isReplacing {
            guard rename(temporaryPath, path) == 0 else { throw .system(errno, .replace) }
            isPending = false
        } else {
            // A second name is given only where there is none; renaming would take one away.
            guard link(temporaryPath, path) == 0 else { throw .system(errno, .replace) }
            abandon()
        }
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // Some file systems cannot: the file itself is safe by then.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EBADF { throw .system(errno, .synchronize) }
    }

    /// Removes the temporary file.
    func abandon() {
        guard isPending else { return }
        isPending = false
        unlink(temporaryPath)
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func make(
        in folder: String, name: String, permissions: mode_t
    ) throws(SnapshotWriteError) -> (FileDescriptor, String) {
        var random = SystemRandomNumberGenerator()
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        for _ in 0..<100 {
            let mark = String(
                (0..<randomLetters).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
            // Names may be at most 255 bytes long: a long one is cut in the temporary name.
            let stem = String(decoding: Array(name.utf8).prefix(stemLimit), as: UTF8.self)
            let path = "\(folder)/.\(stem).\(mark)\(ending)"
            let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if descriptor < 0, errno == EEXIST { continue }
            guard descriptor >= 0 else { throw .system(errno, .create) }
            let file = FileDescriptor(descriptor)
            var status = stat()
            // Between making and locking, another process may have taken it for a leftover.
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
                unlink(path)
                continue
            }
            if permissions != 0o600 { fchmod(descriptor, permissions) }
            return (file, path)
        }
        throw .system(EEXIST, .create)
    }

    private static var stemLimit: Int { 200 }

    /// Removes what processes that died left of files for `name`. Those that are being written are locked.
    private static func removeLeftovers(of name: String, in folder: String) {
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        let stem = String(decoding: Array(name.utf8).prefix(stemLimit), as: UTF8.self)
        let length = stem.utf8.count + 2 + randomLetters + ending.utf8.count
        while let entry = readdir(stream) {
            let found = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
                    String(cString: $0)
                }
            }
            guard found.utf8.starts(with: ".\(stem).".utf8), found.hasSuffix(ending), found.utf8.count == length
            else { continue }
            let path = "\(folder)/\(found)"
            let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(descriptor)
        }
    }
}
