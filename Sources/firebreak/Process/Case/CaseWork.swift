import Casebook
import Inventory
import PlainText
import Reports

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A case that a command works on, with its evidence where that is still where it lay.
struct CaseWork {
    let file: CaseFile
    private let arguments: CaseArguments
    /// The evidence that was added last, as it is now; nil where it cannot be read.
    let atHand: EvidenceAtHand?
    /// How that differs from what the case names.
    let change: EvidenceChange?

    /// Opens the case and its evidence. What changed since is said before anything else.
    init(_ arguments: CaseArguments) throws(CommandFailure) {
        self.arguments = arguments
        file = try arguments.open()
        let state = file.state
        let atHand = state.latestEvidence.flatMap { Self.read($0, of: state) }
        self.atHand = atHand
        change = state.latestEvidence.flatMap { latest in
            atHand.flatMap { EvidenceChange(of: latest, to: $0.evidence) }
        }
    }

    /// What must be known before anything that is worked out of the evidence is read, in a paragraph each.
    var warnings: [String] {
        let strays = atHand.flatMap { CaseStrays(of: file.state, in: $0.inventory).words(naming: 20) }
        return [change?.words, strays].compactMap { $0 }
    }

    /// Reads evidence of the case, and compares it with what the case names.
    private static func read(_ named: CaseEvidence, of state: CaseState) -> EvidenceAtHand? {
        do throws(CommandFailure) {
            let atHand = try EvidenceAtHand(named.sources)
            Output.diagnose(EvidenceChange(of: named, to: atHand.evidence))
            if let strays = CaseStrays(of: state, in: atHand.inventory).words(naming: 5) {
                Output.diagnose(strays.printable)
            }
            return atHand
        } catch {
            Output.diagnose("the evidence of the case cannot be read: \(error.message)")
            return nil
        }
    }

    /// The evidence, for what cannot be done without it.
    func evidence() throws(CommandFailure) -> EvidenceAtHand {
        if let atHand { return atHand }
        guard file.state.latestEvidence != nil else { throw .caseWithoutEvidence(arguments.file) }
        throw .nothingRead([
            "the evidence of \(arguments.file) is not at hand: restore it, or name it where it lies now with firebreak case add"
        ])
    }

    /// The id of the entity that `text` names. Without evidence an id is taken as it stands.
    func id(_ text: String) throws(CommandFailure) -> String {
        guard let atHand else {
            Output.diagnose("'\(text.printable)' is taken as an id and was not looked up")
            return text
        }
        return try atHand.inventory.named(text).id
    }

    /// What a note or verdict is about: the whole case where no entity is named, a path where several are.
    func subject(_ texts: [String]) throws(CommandFailure) -> CaseSubject {
        var ids: [String] = []
        for text in texts { ids.append(try id(text)) }
        switch ids.count {
        case 0: return .wholeCase
        case 1: return .entity(ids[0])
        default: return .path(ids)
        }
    }

    /// Who acts, on the evidence as it is now.
    var author: CaseAuthor { arguments.author(on: atHand?.evidence.hash) }

    /// Adds changes and says what was written; where they change what is counted, asks the engine and records that too.
    func change(_ actions: [CaseAction], measures: Bool = false) throws(CommandFailure) {
        try write(measures: measures) { () throws(CaseError) in try file.append(actions, by: author) }
    }

    /// Writes, says what was written, and measures. What was written stays so, whatever becomes of the counts.
    func write(measures: Bool, _ change: () throws(CaseError) -> CaseReceipt) throws(CommandFailure) {
        let receipt = try CommandFailure.onCase(arguments.file, change)
        say(receipt.written)
        guard measures else { return }
        do throws(CommandFailure) {
            try measure()
        } catch {
            let why: String
            if case .caseFile(let error, let path) = error {
                why = error == .full ? "the disk is full" : "\(path) \(error.words)"
            } else {
                why = error.message
            }
            Output.diagnose(
                "what stands above is recorded; the counts that follow from it are not: \(why). They are recorded with the "
                    + "next change".printable)
        }
    }

    /// How often it is measured anew because others changed what is counted meanwhile. Who changes it measures it too.
    private static let attempts = 5

    /// Asks the engine with what the case says now, and records the answer: of nothing else than what the case says
    /// where the answer stands. Only the evidence that the case names is asked.
    func measure() throws(CommandFailure) {
        guard let atHand, file.state.evidence(hash: atHand.evidence.hash) != nil else { return }
        for _ in 0..<Self.attempts {
            let state = file.state
            let measurement = Measurement(
                of: state, in: atHand.inventory, evidence: atHand.evidence.hash, terms: Measurement.Terms(at: .now))
            try atHand.open.check()
            let written = try CommandFailure.onCase(arguments.file) { () throws(CaseError) in
                try file.measure(measurement, of: state, by: author).written
            }
            if !written.isEmpty { return say(written) }
        }
        Output.diagnose("nothing was measured: others change the case all the time")
    }

    /// Says what was written, an entry a line.
    func say(_ entries: some Collection<JournalEntry>) {
        for entry in entries {
            let words = entry.words { file.changes([$0]).first?.action }
            Output.write("entry \(entry.sequence)  \(entry.hash)  \(words.printable)\n")
        }
    }
}

extension CaseEvidence {
    /// The sources that it was read from.
    var sources: SourceArguments {
        var sources = SourceArguments.none
        sources.sources = paths
        sources.repo = repository
        return sources
    }
}

extension Output {
    /// Says how evidence of a case changed.
    static func diagnose(_ change: EvidenceChange?) {
        for line in change?.lines ?? [] { diagnose(line.printable) }
    }
}
