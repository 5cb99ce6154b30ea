import Casebook
import Console
import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Writes exported lists to files.
struct LocalFileWriter: FileWriter {
    func write(
        _ path: String, isReplacing: Bool, content: (@escaping (String) -> Void) -> Void
    ) throws(FileWriteError) {
        let path = Self.expanded(path)
        if CaseFile.isCase(at: path) { throw .failed(CommandFailure.outputIsCase(path).message) }
        do throws(SnapshotWriteError) {
            try WholeFile.write(path, isReplacing: isReplacing, content: content)
        } catch {
            if case .system(EEXIST, .replace) = error { throw .exists }
            throw .failed(CommandFailure.words(for: error, at: path))
        }
    }

    /// `~/` means what it means to a shell, which has not seen a path that is typed here.
    static func expanded(_ path: String, home: String? = Environment.value("HOME")) -> String {
        guard path.hasPrefix("~/"), let home, home.hasPrefix("/") else { return path }
        return home + path.dropFirst()
    }
}
