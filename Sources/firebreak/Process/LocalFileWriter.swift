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
        if CaseFile.isCase(at: path) { throw .failed(CommandFailure.outputIsCase(path).message) }
        do throws(SnapshotWriteError) {
            try WholeFile.write(path, isReplacing: isReplacing, content: content)
        } catch {
            if case .system(EEXIST, .replace) = error { throw .exists }
            throw .failed(CommandFailure.words(for: error, at: path))
        }
    }
}
