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

    /// Opens the case and its evidence. What changed since is said before anything else.
    init(_ arguments: CaseArguments) throws(CommandFailure) {
        self.arguments = arguments
        file = try arguments.open()
        atHand = Self.evidence(of: file.state)
    }

    /// Reads the evidence that was added last, and compares it with what the case names.
    private static func evidence(of state: CaseState) -> EvidenceAtHand? {
        guard let named = state.latestEvidence else { return nil }
        do throws(CommandFailure) {
            let atHand = try EvidenceAtHand(named.sources)
            for line in EvidenceChange(of: named, to: atHand.evidence).lines { Output.diagnose(line.printable) }
            let strays = state.strays(in: atHand.inventory)
            if !strays.isEmpty {
                let names = strays.prefix(5).joined(separator: ", ")
                Output.diagnose(
                    "\(strays.count) of the case's ids are not in the evidence and not counted: \(names.printable)")
            }
            return atHand
        } catch {
            Output.diagnose("the evidence of the case cannot be read: \(error.message)")
            return nil
        }
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

    /// Writes, says what was written, and measures.
    func write(measures: Bool, _ change: () throws(CaseError) -> CaseReceipt) throws(CommandFailure) {
        let receipt = try CommandFailure.onCase(arguments.file, change)
        say(receipt.written)
        if measures { try measure() }
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

/// What became of evidence since it was added to a case.
struct EvidenceChange {
    let lines: [String]

    init(of named: CaseEvidence, to now: CaseEvidence) {
        guard named.hash != now.hash else {
            lines = []
            return
        }
        var lines = [
            "THE EVIDENCE CHANGED since it was added to the case: it was \(named.hash), it is \(now.hash)",
            "  add it as it is now with firebreak case add, or restore it",
        ]
        let (before, after) = (Self.hashes(named.files), Self.hashes(now.files))
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
        lines += changed.prefix(10).map { path in
            let what = before[path] == nil ? "new" : after[path] == nil ? "gone" : "changed"
            return "  \(what): \(path)"
        }
        if changed.count > 10 { lines.append("  … and \(changed.count - 10) more files") }
        self.lines = lines
    }

    private static func hashes(_ files: [EvidenceFile]) -> [String: String] {
        Dictionary(files.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, second in first + second })
    }
}
