import ArgumentParser
import Casebook
import PlainText

/// The case with which a place is shown. Nothing is written to it.
struct CaseViewArguments: ParsableArguments {
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp("A case, with what it says of the evidence. Without SOURCE its own.", valueName: "CASE"),
        completion: .file())
    var caseFile: String?

    /// The case as the console has it; nil where none is named.
    func casebook() throws(CommandFailure) -> ConsoleCase? {
        guard let caseFile else { return nil }
        return try CommandFailure.onCase(caseFile) { () throws(CaseError) in
            try ConsoleCase(CaseFile(opening: caseFile), by: CaseArguments.analyst(nil), on: nil)
        }
    }

    /// The sources that are named, else those of the case.
    static func sources(
        _ named: SourceArguments, of casebook: ConsoleCase?
    ) throws(CommandFailure) -> SourceArguments {
        guard named.sources.isEmpty, let casebook else { return named }
        guard let evidence = casebook.present.state.latestEvidence else { throw .caseWithoutEvidence(casebook.path) }
        return evidence.sources
    }

    /// Says that the evidence is not what the case names.
    static func compare(_ casebook: ConsoleCase?, with evidence: OpenEvidence) {
        guard let state = casebook?.present.state else { return }
        for line in EvidenceComparison(of: state, with: evidence.inventory).lines { Output.diagnose(line.printable) }
    }
}
