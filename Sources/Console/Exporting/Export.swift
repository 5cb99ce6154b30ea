import Casebook
import Inventory
import Reports

/// What the console writes to files.
enum Paper: Hashable, Sendable {
    /// The list at hand.
    case list
    /// The report of the case.
    case report
    /// A case of what was decided.
    case newCase
}

/// A file to be written.
struct Export: Sendable {
    /// What is written to it.
    enum Content: Sendable {
        case list(TableReport, as: TableReport.Format)
        case report(HandOver.Format, of: String)
        case newCase(Investigation)
    }

    /// As it was typed.
    var path: String
    /// Whether a file that is there may be replaced.
    var isReplacing: Bool
    var content: Content

    var paper: Paper {
        switch content {
        case .list: .list
        case .report: .report
        case .newCase: .newCase
        }
    }
}

extension Export: Hashable {
    static func == (left: Export, right: Export) -> Bool {
        left.path == right.path && left.isReplacing == right.isReplacing && left.paper == right.paper
    }

    func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// What became of a file that was to be written.
enum ExportOutcome: Hashable, Sendable {
    /// It holds what the words name.
    case written(path: String, String)
    /// There is a file of that name, and it was left alone.
    case exists(Paper, path: String)
    /// The reason names the file where that says anything.
    case failed(Paper, path: String, reason: String)
    /// It is a case, at this path from the root, that holds this work.
    case opened(path: String, Investigation)
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

/// Makes a case of the evidence at hand, and writes the report of the open one: what `firebreak` gives the console, and
/// tests replace.
public protocol CaseClerk: Sendable {
    /// Makes a new case, on the disk when it returns, that says all of this; never in the place of a file that is there.
    /// - Returns: Its path from the root.
    func makeCase(at path: String, saying actions: [CaseAction]) throws(FileWriteError) -> String

    /// Writes the report of the case that is worked on.
    /// - Parameter isReplacing: Whether a file that is there is replaced. Otherwise it is left alone.
    func writeReport(to path: String, as format: HandOver.Format, isReplacing: Bool) throws(FileWriteError)
}

/// Writes what the console asks for.
struct Exporter: Sendable {
    let inventory: Inventory
    let files: (any FileWriter)?
    let clerk: (any CaseClerk)?

    /// Writes the file. May take long.
    func perform(_ export: Export) -> ExportOutcome {
        do throws(FileWriteError) {
            switch export.content {
            case .list(let table, let format):
                guard let files else { throw Self.noFiles }
                try files.write(export.path, isReplacing: export.isReplacing) { table.write(as: format, to: $0) }
                return .written(path: export.path, Words.count(table.rowCount, "row"))
            case .report(let format, let name):
                guard let clerk else { throw Self.noFiles }
                try clerk.writeReport(to: export.path, as: format, isReplacing: export.isReplacing)
                return .written(path: export.path, "the report of \(name)")
            case .newCase(let work):
                guard let clerk else { throw Self.noFiles }
                let empty = CaseState()
                let actions = CaseAction.changes(
                    from: empty.investigation(in: inventory), to: work, in: inventory, of: empty)
                return .opened(path: try clerk.makeCase(at: export.path, saying: actions), work)
            }
        } catch {
            switch error {
            case .exists: return .exists(export.paper, path: export.path)
            case .failed(let reason): return .failed(export.paper, path: export.path, reason: reason)
            }
        }
    }

    private static let noFiles = FileWriteError.failed("no files can be written here")
}
