import Console
import Intake
import Inventory

/// Evidence with which the console compares its own.
struct LaterEvidence {
    private let sources: SourceArguments
    /// Whether a case asks by which name it knows the content.
    private let isHashing: Bool

    init(_ sources: SourceArguments, hashing: Bool) {
        self.sources = sources
        isHashing = hashing
    }

    private var title: String { ConsoleEvidence.title(of: sources.sources) }
    private var paths: [String] { sources.sources.map(LocalFiles().absolutePath) }

    /// Where it comes from, to be read once the console is open: without a word on standard error.
    var source: OtherSource {
        OtherSource(title, paths: paths) { progress, isCancelled throws(UnreadEvidence) in
            do throws(CommandFailure) {
                let (evidence, problems) = try Reading.quietly(sources, progress: progress, isCancelled: isCancelled)
                return try other(evidence, problems)
            } catch {
                throw UnreadEvidence("\(title) was not read: \(error.message)")
            }
        }
    }

    /// The same, read now. What could not be read is said on standard error.
    func read() throws(CommandFailure) -> OtherSource {
        try OtherSource(title, paths: paths, evidence: other(Reading.run(sources), []))
    }

    private func other(_ evidence: OpenEvidence, _ problems: [String]) throws(CommandFailure) -> OtherEvidence {
        let hash = isHashing ? try EvidenceAtHand(evidence, of: sources).evidence.hash : nil
        let notices = problems.isEmpty ? evidence.notices : problems
        guard let watch = EvidenceWatch(evidence.inventory) else {
            return OtherEvidence(evidence.inventory, notices: notices, hash: hash)
        }
        return OtherEvidence(evidence.inventory, notices: notices, hash: hash, problem: watch.problem)
    }
}
