import Casebook
import Reports

extension CommandFailure {
    /// Why a case was not opened, read or written.
    static func words(for error: CaseError, at path: String) -> String {
        if case .refused(let why) = error { return why }
        return "\(path) \(error.words)"
    }

    /// What was saved of a case that cannot be opened, and where.
    static func words(saved entries: Int, missing: [CaseAction.EntryRange], to path: String) -> String {
        let lost = missing.isEmpty ? "" : "; entries \(missing.map(\.words).joined(separator: ", ")) could not be read"
        return "\(entries == 1 ? "1 entry" : "\(entries) entries") could be read and lie in \(path)\(lost); "
            + "compare its head with that of your last report (firebreak case check \(path) --head HASH)"
    }

    /// Does something with a case; what goes wrong is a failure of the command.
    static func onCase<Result>(
        _ path: String, _ body: () throws(CaseError) -> Result
    ) throws(CommandFailure) -> Result {
        do throws(CaseError) {
            return try body()
        } catch {
            throw .caseFile(error, path: path)
        }
    }
}
