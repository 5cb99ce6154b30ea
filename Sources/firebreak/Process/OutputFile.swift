#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A file that a command writes: standard output for `-`.
struct OutputFile {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Writes all of it, or says why not; what was in the file before is lost only when it can be opened for writing.
    /// Neither a case nor one of these sources is written over.
    func write(_ text: String, besides sources: [String] = []) throws(CommandFailure) {
        if path == "-" {
            Output.write(text)
            return
        }
        try NewFile.refuseCase(at: path)
        try NewFile.refuse(path, among: sources)
        guard let file = fopen(path, "w") else { throw failure }
        let bytes = Array(text.utf8)
        let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
        let error = errno
        guard fclose(file) == 0, isWritten else {
            throw .noFile(path, reason: String(cString: strerror(isWritten ? errno : error)))
        }
    }

    private var failure: CommandFailure { .noFile(path, reason: String(cString: strerror(errno))) }
}
