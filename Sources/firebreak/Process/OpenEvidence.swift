import Inventory

/// What a command answers from, and whether it still is what was read.
struct OpenEvidence {
    let inventory: Inventory
    /// What the console says of sources that left something out; empty when they left nothing out.
    var notices: [String] = []
    /// What became of each file; nil of a snapshot, which has its own account.
    var account: [SourceAccount]?
    /// The files that were read or could not be, as the user named them; none where a snapshot was opened.
    var files: [String] = []

    /// Prints an answer, unless the snapshot that it was worked out from changed meanwhile.
    func answer(_ text: String) throws(CommandFailure) {
        try check()
        Output.write(text)
    }

    /// Prints an answer piece by piece, as `write` gives it; fails before the first when the snapshot changed by then, and
    /// after the last when it changed meanwhile.
    func answer(by write: (@escaping (String) -> Void) -> Void) throws(CommandFailure) {
        try check()
        write(Output.write)
        try check()
    }

    /// Fails when the snapshot is no longer what was opened.
    func check() throws(CommandFailure) {
        guard let snapshot = inventory.snapshot else { return }
        do { try snapshot.check() } catch { throw .snapshot(error, path: snapshot.path) }
    }
}
