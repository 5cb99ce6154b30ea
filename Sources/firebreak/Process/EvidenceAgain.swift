import Console
import Intake
import Inventory
import Synchronization

/// The evidence of a console, read once more beside it.
final class EvidenceAgain: Sendable {
    /// What was read.
    struct Reread {
        let evidence: OpenEvidence
        /// The name that its content gives it, where a case asks for that.
        let atHand: EvidenceAtHand?
    }

    private let sources: SourceArguments
    /// Whether a case asks by which name it knows the content.
    private let isHashing: Bool
    /// What was read last.
    private let latest = Mutex<Reread?>(nil)

    init(_ sources: SourceArguments, hashing: Bool) {
        self.sources = sources
        isHashing = hashing
    }

    /// Reads it. What can only be read in part is as good as at the opening; nothing at all is none.
    var reader: EvidenceReader {
        { [self] progress, isCancelled throws(UnreadEvidence) in
            do throws(CommandFailure) {
                let evidence = try Reading.quietly(sources, progress: progress, isCancelled: isCancelled).evidence
                let atHand = isHashing ? try EvidenceAtHand(evidence, of: sources) : nil
                latest.withLock { $0 = Reread(evidence: evidence, atHand: atHand) }
                return evidence.inventory
            } catch {
                throw UnreadEvidence(error.message)
            }
        }
    }

    /// What was read last, which is taken once.
    func take() -> Reread? {
        latest.withLock { latest in
            defer { latest = nil }
            return latest
        }
    }
}
