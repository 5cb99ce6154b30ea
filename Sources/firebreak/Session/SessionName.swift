/// What a session is called: after its evidence, and where several consoles had one on the same, with a number from 2 on.
struct SessionName: Hashable, Sendable {
    /// The evidence.
    let evidence: String
    /// Which console it is of: 1 for the first.
    let console: Int

    init(evidence: String, console: Int = 1) {
        self.evidence = evidence
        self.console = console
    }

    /// Reads a name as it is written.
    init(_ text: String) {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false)
        if parts.count == 2, let number = Int(parts[1]), number > 1, String(number) == parts[1] {
            self.init(evidence: String(parts[0]), console: number)
        } else {
            self.init(evidence: text)
        }
    }

    /// The name as it is written: what the files are called.
    var text: String { console == 1 ? evidence : "\(evidence)+\(console)" }
}
