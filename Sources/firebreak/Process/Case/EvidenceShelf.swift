import Casebook
import Inventory
import PlainText
import Reports

/// The evidence of a case, read where it was added when it is first asked for.
struct EvidenceShelf {
    private let state: CaseState
    private var read: [String: Inventory?] = [:]

    init(_ state: CaseState) { self.state = state }

    /// Evidence that is at hand already, wherever it lies.
    mutating func add(_ atHand: EvidenceAtHand) { read[atHand.evidence.hash] = atHand.inventory }

    /// The evidence with this content hash; nil where it is not what lies there.
    mutating func inventory(_ hash: String) -> Inventory? {
        if let known = read[hash] { return known }
        let found = find(hash)
        read[hash] = .some(found)
        return found
    }

    private func find(_ hash: String) -> Inventory? {
        let named = state.evidence(hash: hash)
        guard let sources = named?.sources ?? state.sources(against: hash) else { return nil }
        do throws(CommandFailure) {
            let atHand = try EvidenceAtHand(sources)
            if let named { Output.diagnose(EvidenceChange(of: named, to: atHand.evidence)) }
            return atHand.evidence.hash == hash ? atHand.inventory : nil
        } catch {
            Output.diagnose(error.message)
            return nil
        }
    }
}

extension CaseState {
    /// Where evidence lay in which a verification looked, and which the case itself need not be about; nil where none did.
    fileprivate func sources(against hash: String) -> SourceArguments? {
        verifications.last { $0.verification.against == hash }.map { known in
            var sources = SourceArguments.none
            sources.sources = known.verification.source.paths
            sources.repo = known.verification.repository
            return sources
        }
    }
}
