import Casebook
import Inventory

/// Whether what was read is what a case is about.
struct EvidenceComparison {
    /// What must be said before anything is answered; nothing where it is the same.
    let lines: [String]

    init(of state: CaseState, with inventory: Inventory) {
        guard !state.evidence.isEmpty else {
            lines = []
            return
        }
        if let snapshot = inventory.snapshot {
            let isNamed = state.evidence(hash: snapshot.contentHash) != nil
            lines = isNamed ? [] : ["\(snapshot.path) is not the evidence of this case: its content has another hash"]
            return
        }
        let named = Set(state.evidence.flatMap { $0.evidence.files.map(\.hash) })
        let others = inventory.sources.map(\.path).filter { path in
            FileHash.sha256(of: path).map { !named.contains($0) } ?? true
        }
        let more = others.count > 5 ? ["… and \(others.count - 5) more files"] : []
        lines = others.prefix(5).map { "\($0) is not the evidence of this case: its content has another hash" } + more
    }
}
