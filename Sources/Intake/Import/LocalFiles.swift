#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file system of this machine.
public struct LocalFiles: FileTree {
    /// The files that this process may see.
    public init() {}

    /// See ``FileTree/absolutePath(of:)``; relative to the current directory. Of a path that is not there too.
    public func absolutePath(of path: String) -> String {
        guard !path.hasPrefix("/") else { return Path.normalized(path) }
        guard let current = getcwd(nil, 0) else { return Path.normalized("/" + path) }
        defer { free(current) }
        return Path.normalized(String(cString: current) + "/" + path)
    }

    /// See ``FileTree/status(of:followingLinks:)``.
    public func status(of path: String, followingLinks: Bool) throws(FileTreeError) -> FileStatus {
        var status = stat()
        let result = followingLinks ? stat(path, &status) : lstat(path, &status)
        guard result == 0 else { throw Self.error(errno) }
        return Self.status(status)
    }

    /// See ``FileTree/names(in:)``.
    public func names(in directory: String) throws(FileTreeError) -> [String] {
        guard let stream = opendir(directory) else { throw Self.error(errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw Self.error(errno) }
                return names
            }
            let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// See ``FileTree/read(_:limit:)``.
    public func read(_ path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
        let (descriptor, size) = try Self.open(regularFile: path)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(limit, Int(clamping: size)))
        while bytes.count < limit {
            let wanted = min(limit - bytes.count, 1 << 20)
            var count = 0
            var failure: Int32 = 0
            bytes += [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
                count = Self.readOnce(descriptor, buffer)
                if count < 0 { failure = errno }
                filled = max(0, count)
            }
            if count < 0, failure != EINTR { throw Self.error(failure) }
            if count == 0 { break }
        }
        return bytes
    }

    /// See ``FileTree/byteSource(_:limit:)``.
    public func byteSource(_ path: String, limit: Int) throws(FileTreeError) -> any ByteSource {
        let (descriptor, size) = try Self.open(regularFile: path)
        return LocalByteSource(descriptor: descriptor, size: size, limit: limit)
    }

    private static func open(regularFile path: String) throws(FileTreeError) -> (descriptor: Int32, size: Int64) {
        // Not blocking: opening a pipe that nobody writes to must not hang the import.
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
        #if canImport(Glibc)
            let descriptor = Glibc.open(path, flags)
        #elseif canImport(Musl)
            let descriptor = Musl.open(path, flags)
        #else
            let descriptor = Darwin.open(path, flags)
        #endif
        guard descriptor >= 0 else { throw error(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let number = errno
            close(descriptor)
            throw error(number)
        }
        guard Self.status(status).kind == .file else {
            close(descriptor)
            throw .notAFile
        }
        return (descriptor, Int64(status.st_size))
    }

    private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    private static func status(_ status: stat) -> FileStatus {
        let kind: FileStatus.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .link
            default: .other
            }
        #if canImport(Darwin)
            let modified = Int64(status.st_mtimespec.tv_sec)
        #else
            let modified = Int64(status.st_mtim.tv_sec)
        #endif
        return FileStatus(kind: kind, size: Int64(status.st_size), modified: modified)
    }

    private static func error(_ number: Int32) -> FileTreeError {
        switch number {
        case ENOENT, ENOTDIR: .notFound
        case EACCES, EPERM: .notPermitted
        case EISDIR, ENXIO: .notAFile
        default: .system(number)
        }
    }
}
