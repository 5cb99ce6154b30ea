import Intake

/// A file system for tests: paths and contents in memory, the current directory is `/home`.
struct MemoryFiles: FileTree {
    enum Item {
        case file([UInt8])
        case link(String)
        case other
        case forbidden
        /// Listed, but gone when it is read.
        case vanishing
    }

    var items: [String: Item] = [:]

    init(_ texts: [String: String] = [:]) {
        for (path, text) in texts { items[path] = .file(Array(text.utf8)) }
    }

    func absolutePath(of path: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : "/home/" + path).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    func status(of path: String, followingLinks: Bool) throws(FileTreeError) -> FileStatus {
        let path = absolutePath(of: path)
        switch items[path] {
        case .file(let bytes): return FileStatus(kind: .file, size: Int64(bytes.count), modified: 1_700_000_000)
        case .link(let target):
            return followingLinks ? try status(of: target, followingLinks: false) : FileStatus(kind: .link)
        case .other: return FileStatus(kind: .other)
        case .forbidden, .vanishing: return FileStatus(kind: .file, size: 1)
        case nil:
            guard path == "/" || items.keys.contains(where: { $0.hasPrefix(path + "/") }) else { throw .notFound }
            return FileStatus(kind: .directory)
        }
    }

    func names(in directory: String) throws(FileTreeError) -> [String] {
        let path = absolutePath(of: directory)
        let prefix = path == "/" ? "/" : path + "/"
        var names: Set<String> = []
        for key in items.keys where key.hasPrefix(prefix) {
            names.insert(String(key.dropFirst(prefix.count).prefix { $0 != "/" }))
        }
        return Array(names)
    }

    func read(_ path: String, limit: Int) throws(FileTreeError) -> [UInt8] {
        switch items[absolutePath(of: path)] {
        case .file(let bytes): return Array(bytes.prefix(limit))
        case .link(let target): return try read(target, limit: limit)
        case .other: throw .notAFile
        case .forbidden: throw .notPermitted
        case .vanishing, nil: throw .notFound
        }
    }
}
