import Reports

/// A list to be written to a file.
struct Export: Sendable {
    /// As it was typed.
    var path: String
    /// Whether a file that is there may be replaced.
    var isReplacing: Bool
    var format: TableReport.Format
    var table: TableReport
    var rowCount: Int
}

extension Export: Hashable {
    static func == (left: Export, right: Export) -> Bool {
        left.path == right.path && left.isReplacing == right.isReplacing && left.format == right.format
            && left.rowCount == right.rowCount
    }

    func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// What became of a list that was to be written.
enum ExportOutcome: Hashable, Sendable {
    case written(path: String, rows: Int)
    /// There is a file of that name, and it was left alone.
    case exists(path: String)
    /// The reason names the file where that says anything.
    case failed(path: String, reason: String)
}

/// Writes files for the console: what `firebreak` gives it, and tests replace.
public protocol FileWriter: Sendable {
    /// Writes a new file, whole or not at all.
    ///
    /// - Parameters:
    ///   - path: The file; from the current folder on where it does not begin with `/`.
    ///   - isReplacing: Whether a file that is there is replaced. Otherwise it is left alone.
    ///   - content: Calls what it is given with the text, piece by piece.
    func write(
        _ path: String, isReplacing: Bool, content: (@escaping (String) -> Void) -> Void
    ) throws(FileWriteError)
}

/// Why a file was not written.
public enum FileWriteError: Error, Hashable, Sendable {
    /// There is one of that name already.
    case exists
    /// In words, which name the file.
    case failed(String)
}

/// Writes lists to files.
struct Exporter: Sendable {
    let files: (any FileWriter)?

    /// Writes the list. May take long.
    func perform(_ export: Export) -> ExportOutcome {
        guard let files else { return .failed(path: export.path, reason: "no files can be written here") }
        do throws(FileWriteError) {
            try files.write(export.path, isReplacing: export.isReplacing) { write in
                export.table.write(as: export.format, to: write)
            }
            return .written(path: export.path, rows: export.rowCount)
        } catch {
            switch error {
            case .exists: return .exists(path: export.path)
            case .failed(let reason): return .failed(path: export.path, reason: reason)
            }
        }
    }
}
