import ArgumentParser
import Casebook
import Inventory
import PlainText
import Reach
import Reports

struct CaseVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Looks in a new source for what became of each planned item: gone, rotated, revoked, or still there.",
        discussion: """
            What the new source does not cover cannot be known, and is never taken for gone. What is shown to be done \
            becomes verified in the case, with the new source's hash as proof; what was said to be done and is still there \
            becomes failed, and what failed before says why anew. With --at, what was still there at an earlier moment than that \
            at which an item came to its state does not change it: how things were before says nothing against it, and that is \
            said. Exit status 1 when anything of the plan is not shown to be done.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @OptionGroup var named: CaseArguments
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What was collected since: read like the case's evidence.", valueName: "SOURCE"),
        completion: .file())
    var against: [String]
    @Option(help: ArgumentHelp("The repository that workflow files belong to.", valueName: "OWNER/NAME"))
    var repo: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("The moment that decides what is over.", valueName: "TIME"))
    var at: String = "now"
    @Flag(help: "Only look: nothing is written to the case.") var dryRun = false
    @Option(help: "How to print the answer.") var format: Format = .table

    func run() throws {
        guard let moment = Instant(text: at, now: .now) else { throw CommandFailure.time(option: "--at", text: at) }
        let file = try named.open()
        let state = file.state
        let new = try EvidenceAtHand(sources)
        let old = try evidence(of: state, before: new)
        let diff = InventoryDiff(old: old.inventory, new: new.inventory)
        let shown = CaseVerification(of: state, diff, against: new.evidence.hash, at: moment)
        let verification = shown.verification
        try old.open.check()
        try new.open.check()
        if !dryRun { try record(shown, of: state, in: file, since: old, shownBy: new) }
        let report = VerificationReport(verification, blast: shown.blast)
        try new.open.answer(format == .json ? report.json : report.table)
        if state.plan.isEmpty { Output.diagnose("nothing is planned in this case: firebreak case mark") }
        if !verification.isComplete { throw AnswerIsNo() }
    }

    private var sources: SourceArguments {
        var sources = SourceArguments.none
        sources.sources = against
        sources.repo = repo
        return sources
    }

    /// The evidence of the case with which the new source is compared: what was added last and is not that source
    /// itself.
    private func evidence(of state: CaseState, before new: EvidenceAtHand) throws(CommandFailure) -> EvidenceAtHand {
        let all = state.evidence.map(\.evidence)
        guard let known = all.last(where: { $0.hash != new.evidence.hash }) ?? all.last else {
            throw .caseText("the case names no evidence to compare the new source with: firebreak case add")
        }
        let old = try EvidenceAtHand(known.sources)
        Output.diagnose(EvidenceChange(of: known, to: old.evidence))
        if old.evidence.hash == new.evidence.hash {
            guard known.hash == new.evidence.hash else {
                throw .caseText(
                    "where the case's evidence lay, the new source lies now: without what was there before, nobody can "
                        + "tell what is gone; restore it from a copy, or name another place with firebreak case add")
            }
            Output.diagnose("the new source is the evidence of the case itself: it can show nothing new")
        }
        return old
    }

    /// Writes what was shown: its counts and new identities, which a replay compares, then an entry an item, and which
    /// identities the evidence of the case did not have.
    private func record(
        _ shown: CaseVerification, of state: CaseState, in file: CaseFile, since old: EvidenceAtHand,
        shownBy new: EvidenceAtHand
    ) throws(CommandFailure) {
        let (verification, plan, hash) = (shown.verification, state.plan, new.evidence.hash)
        let words = VerificationReport(verification)
        var actions: [CaseAction] = []
        for (mark, result) in zip(plan, verification.results) {
            guard let state = mark.state(after: result.finding, shownBy: hash) else { continue }
            if state == .failed, let last = mark.steps.last, mark.isLater(than: verification.at) {
                Output.diagnose(
                    "\(mark.item.words.printable) stays \(mark.state.rawValue): that was recorded at "
                        + "\(last.stamp.when.iso8601), and that it was still there at \(verification.at.iso8601) says nothing "
                        + "against it; without --at it is looked at as of now")
                continue
            }
            actions.append(
                .advance(
                    items: [mark.item], state: state, why: words.why(result), proof: hash,
                    source: Mark.ProofSource(new.evidence), finding: result.finding.name))
        }
        let note = VerificationNote(verification, in: state, source: hash, at: new.evidence.paths)
        if let text = note.text { actions.append(.note(subject: .wholeCase, text: text)) }
        // Counts are of evidence that the case names, and are not recorded twice.
        let record = VerificationRecord(
            evidence: old.evidence.hash, against: new.evidence, at: verification.at, answer: shown.answer)
        let isNews = state.evidence(hash: old.evidence.hash) != nil && !state.knows(record)
        guard isNews || !actions.isEmpty else { return }
        let receipt = try CommandFailure.onCase(named.file) { () throws(CaseError) in
            try file.verify(isNews ? record : nil, then: actions, of: state, by: named.author(on: hash))
        }
        Output.diagnose(
            "\(receipt.written.count == 1 ? "1 entry was" : "\(receipt.written.count) entries were") added to the "
                + "journal; head \(file.head)")
    }
}
