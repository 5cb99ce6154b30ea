import Casebook
import Reports

extension CommandFailure {
    /// Why a case was not opened, read or written.
    static func words(for error: CaseError, at path: String) -> String {
        if case .refused(let why) = error { return why }
        return "\(path) \(error.words)"
    }

    /// What was saved of a case that cannot be opened, and where.
    static func words(for salvage: CaseSalvage, to path: String) -> String {
        let missing = salvage.missing.isEmpty ? "" : "; not to be read: \(salvage.missing.words)"
        let altered =
            salvage.altered.isEmpty
            ? ""
            : "; ALTERED, not what was written, and set aside without effect: \(salvage.altered.words)"
        let (count, left) = (salvage.count, salvage.leftOut)
        let read = "\(count == 1 ? "1 entry" : "\(count) entries") could be read and"
        let lies =
            left.isEmpty
            ? "\(read) lie in \(path)"
            : "\(read), but for \(left.words), lie in \(path): what was counted, or speaks of what is lost, is left out"
        return
            "\(lies)\(altered)\(missing); compare its head with that of your last report (firebreak case check \(path) --head HASH)"
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
