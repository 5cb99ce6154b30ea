import Casebook
import Reports

extension HandOver.Record {
    /// What the case says, and all entries that say it: others may add some meanwhile.
    init(of file: CaseFile) throws(CommandFailure) {
        let entries = try CommandFailure.onCase(file.path) { () throws(CaseError) in
            var entries = try file.entries()
            while entries.last?.hash != file.head { entries = try file.entries() }
            return entries
        }
        self.init(state: file.state, identifier: file.identifier, entries: entries)
    }

    /// Where its evidence lay: what was named, and each file below that.
    var evidenceFiles: [String] {
        state.evidence.map(\.evidence).flatMap { evidence in
            evidence.paths
                + evidence.paths.flatMap { path in evidence.files.map { "\(path)/\($0.path)" } }
        }
    }

    /// Refuses a new file that would make its evidence another.
    func check(_ file: NewFile) throws(CommandFailure) { try file.refuse(in: state.evidence.flatMap(\.evidence.paths)) }
}
