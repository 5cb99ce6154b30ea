import Casebook
import Console
import Intake
import Inventory
import PlainText
import Reports

/// Makes cases for the console, and writes the report of the one it works on.
struct ConsoleClerk: CaseClerk {
    let evidence: OpenEvidence
    let sources: SourceArguments
    let analyst: String
    /// The case that is worked on; nil where there is none.
    let file: CaseFile?
    /// What became of the evidence since it was added to the case; nil where it is the same.
    let change: EvidenceChange?

    func makeCase(at path: String, saying actions: [CaseAction]) throws(FileWriteError) -> String {
        do throws(CommandFailure) {
            let atHand = try EvidenceAtHand(evidence, of: sources)
            let author = CaseAuthor(who: analyst, when: .now, evidence: atHand.evidence.hash)
            let made = try CommandFailure.onCase(path) { () throws(CaseError) in
                try CaseFile.make(
                    at: path, title: CaseFile.name(ofFileAt: path), evidence: atHand.evidence, saying: actions,
                    by: author, version: Firebreak.configuration.version)
            }
            return LocalFiles().absolutePath(of: made.path)
        } catch {
            throw .failed(error.message)
        }
    }

    func writeReport(to path: String, as format: HandOver.Format, isReplacing: Bool) throws(FileWriteError) {
        guard let file else { throw .failed("no case is open") }
        let parts: [HandOver.Part]
        do throws(CommandFailure) {
            let record = try HandOver.Record(of: file)
            try record.check(NewFile(path, besides: [file.path] + record.evidenceFiles + evidence.files))
            parts = HandOver(record, inventory: evidence.inventory, change: change, at: record.moment)
                .parts(as: format)
            try evidence.check()
        } catch {
            throw .failed(error.message)
        }
        for part in parts {
            try LocalFileWriter().write(path, isReplacing: isReplacing) { part.write(to: $0) }
        }
    }
}
