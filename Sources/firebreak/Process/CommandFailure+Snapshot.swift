import Inventory
import PlainText

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension CommandFailure {
    /// Why the snapshot at `path` cannot be opened or trusted, and what to do about it.
    static func words(for error: SnapshotError, at path: String) -> String {
        let remedy = "copy it again, or import the sources again"
        switch error {
        case .notSnapshot: return "\(path): not a snapshot"
        case .truncated(let expected, let found):
            return "\(path) is damaged: \(found) of its \(expected) bytes are there; \(remedy)"
        case .overlong(let expected, let found):
            return "\(path) is damaged: it has \(found) bytes and should have \(expected); \(remedy)"
        case .damaged(let part):
            return "\(path) is damaged: \(words(for: part)) is not what was written; \(remedy)"
        case .malformed(let part):
            return "\(path) is no sound snapshot: \(words(for: part)) does not fit the rest; import the sources again"
        case .newer(let version, let needed):
            let mine = SnapshotFormat.version
            return "\(path) was written by a newer Firebreak (format \(version), for readers of format \(needed); "
                + "this one reads format \(mine)): update Firebreak, or import the sources again"
        case .older(let version, let oldest):
            return "\(path) was written by an older Firebreak (format \(version); this one reads format \(oldest) and "
                + "later): import the sources again"
        case .otherByteOrder:
            return "\(path) was written on a machine with the other byte order: import the sources again"
        case .changed: return "the snapshot changed while it was open: \(path); open it again"
        case .system(let number): return "\(path) cannot be read: \(String(cString: strerror(number)))"
        case .notAFile: return "\(path): not a regular file"
        }
    }

    private static func words(for part: SnapshotError.Part) -> String {
        switch part {
        case .header: "its header"
        case .directory: "its directory"
        case .section(let section): "its section '\(section.row.name)'"
        case .content: "its content"
        }
    }

    /// Why no snapshot could be written to `path`. What stood there is untouched.
    static func words(for error: SnapshotWriteError, at path: String) -> String {
        switch error {
        case .isFolder: return "\(path) is a folder; name a file to write"
        case .notAFile: return "\(path) is no regular file; only files are written"
        case .cancelled: return "stopped; \(path) was not written"
        case .system(EEXIST, .replace): return "\(path) is there already"
        case .system(ENOENT, .create): return "not written, its folder is not there: \(path)"
        case .system(ENOTDIR, .create): return "not written, what it would lie in is no folder: \(path)"
        case .system(EACCES, .create), .system(EPERM, .create):
            return "not written, its folder may not be written to: \(path)"
        case .system(EROFS, _): return "not written, its folder can only be read: \(path)"
        case .system(ENOSPC, _), .system(EDQUOT, _): return "not written, the disk is full: \(path)"
        case .system(let number, let step):
            let reason = String(cString: strerror(number))
            let work =
                switch step {
                case .create: "no file can be made in its folder"
                case .write: "it could not be written in full"
                case .synchronize: "the disk did not confirm it"
                case .replace: "it could not be put in its place"
                }
            return "\(path) was not written: \(work) (\(reason))"
        }
    }
}
