import Casebook
import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Where a command writes what it makes of its sources: a file that is whole or not there.
struct NewFile {
    let path: String

    /// Refuses what could only fail after long work: a stream, a folder, a case, or one of the sources.
    init(_ path: String, besides sources: [String]) throws(CommandFailure) {
        guard path != "-", !path.isEmpty else { throw .outputIsStream }
        self.path = path
        var status = stat()
        if stat(path, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFDIR: throw .notWritten(.isFolder, path: path)
            default: throw .notWritten(.notAFile, path: path)
            }
        }
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard access(folder, W_OK | X_OK) == 0 else { throw .notWritten(.system(errno, .create), path: path) }
        try Self.refuseCase(at: path)
        try refuse(among: sources)
    }

    /// A case holds what nothing else does: only the commands that keep it write to it.
    static func refuseCase(at path: String) throws(CommandFailure) {
        if CaseFile.isCase(at: path) { throw .outputIsCase(path) }
    }

    /// Evidence is never overwritten by what is made from it.
    func refuse(among sources: [String]) throws(CommandFailure) { try Self.refuse(path, among: sources) }

    /// A new file in a folder that is evidence of a case would make that another.
    func refuse(in folders: [String]) throws(CommandFailure) {
        let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let place = realpath(parent, nil) else { return }
        defer { free(place) }
        for folder in folders {
            guard let root = realpath(folder, nil) else { continue }
            defer { free(root) }
            if (String(cString: place) + "/").hasPrefix(String(cString: root) + "/") {
                throw .outputIsInEvidence(path, folder: folder)
            }
        }
    }

    /// The same for a file that is written at once.
    static func refuse(_ path: String, among sources: [String]) throws(CommandFailure) {
        var output = stat()
        guard stat(path, &output) == 0 else { return }
        for source in sources {
            var status = stat()
            guard stat(source, &status) == 0 else { continue }
            if status.st_dev == output.st_dev, status.st_ino == output.st_ino { throw .outputIsSource(path) }
        }
    }

    /// Writes the text that `content` hands to what it is given, piece by piece. What stood there before stays until the
    /// new text is on the disk.
    func write(content: (@escaping (String) -> Void) -> Void) throws(CommandFailure) {
        try Self.refuseCase(at: path)
        do {
            try WholeFile.write(path, content: content)
        } catch {
            throw .notWritten(error, path: path)
        }
    }
}
