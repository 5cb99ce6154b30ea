import Casebook
import Inventory

/// A case that is named where sources are: it stands for its evidence, with what it says of that.
struct CaseAsSource {
    let file: CaseFile
    let evidence: OpenEvidence
    /// What must be known before anything that is worked out of the evidence is read.
    let warnings: [String]

    /// Nil where the sources are no case.
    init?(_ sources: SourceArguments) throws(CommandFailure) {
        guard sources.sources.count == 1, let path = sources.sources.first,
            let arguments = try? CaseArguments.parse(["--", path])
        else { return nil }
        let work: CaseWork
        do throws(CommandFailure) {
            work = try CaseWork(arguments)
        } catch {
            switch error {
            case .caseFile(.notACase, path: _), .caseFile(.missing, path: _): return nil
            default: throw error
            }
        }
        file = work.file
        evidence = try work.evidence().open
        warnings = work.warnings
    }
}
