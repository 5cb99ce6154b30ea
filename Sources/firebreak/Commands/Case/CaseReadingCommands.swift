import ArgumentParser
import Casebook
import PlainText
import Reports

struct CaseInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "info", abstract: "What a case says now.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var named: CaseArguments
    @Option(help: "How to print it.") var format: Format = .text

    func run() throws {
        let work = try CaseWork(named)
        let report = CaseReport(work.file)
        Output.write(format == .json ? report.json : report.text)
    }
}

struct CaseJournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Who did what, when: every entry of a case's journal.",
        discussion: """
            As lines each entry stands on a line of its own exactly as it is hashed: the SHA-256 of the line without its end \
            is the entry's hash, and the next entry names it as "previous".
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, lines }

    @OptionGroup var named: CaseArguments
    @Option(help: ArgumentHelp("Only entries behind this one.", valueName: "ENTRY")) var after = 0
    @Option(help: "How to print them.") var format: Format = .table

    func validate() throws {
        if after < 0 { throw ValidationError("--after must not be negative") }
    }

    func run() throws {
        let file = try named.open()
        let entries = try CommandFailure.onCase(named.file) { () throws(CaseError) in try file.entries(after: after) }
        let report = JournalReport(entries) { file.changes([$0]).first?.action }
        switch format {
        case .table: Output.write(report.table)
        case .json: Output.write(report.json)
        case .lines: Output.write(report.lines)
        }
    }
}

struct CaseCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Whether a case's file and the chain of its journal are whole.",
        discussion: """
            Every report prints the head of the journal at its time. --head tells whether this journal still has it: a journal \
            that was cut or written anew has not. Ends with status 1 when anything is wrong.
            """)

    @OptionGroup var named: CaseArguments
    @Option(help: ArgumentHelp("The head that a report prints, or its first digits.", valueName: "HASH"))
    var head: [String] = []

    func validate() throws {
        for text in head where !CaseCheck.digits.contains(text.count) || !text.allSatisfy(\.isHexDigit) {
            throw ValidationError(
                "--head '\(text.printable)' is no hash: give at least eight of its hexadecimal digits, at most 64")
        }
    }

    func run() throws {
        let check = try CommandFailure.onCase(named.file) { () throws(CaseError) in try CaseCheck(path: named.file) }
        var isSound = check.isSound
        var lines = check.damage.map { "the file is damaged: \($0)" }
        if let fault = check.fault { lines.append("the journal is not whole: \(fault.words)") }
        lines.append(
            "\(check.entries == 1 ? "1 entry follows" : "\(check.entries) entries follow") one another from the first on"
        )
        if !check.unguarded.isEmpty {
            lines.append(
                "WARNING: what keeps other programs from changing the journal was taken away or altered: "
                    + "\(check.unguarded.joined(separator: ", ")); compare the head with that of your last report (--head HASH)"
            )
        }
        lines += check.salvages.map { "entry \($0.stamp.entry) \($0.action.words)" }
        lines.append("head \(check.head)")
        for text in head {
            if let entry = check.entry(hash: text) {
                lines.append("\(text) is entry \(entry)")
            } else {
                isSound = false
                lines.append("\(text) is no entry of this journal: it was cut or written anew, or is of another case")
            }
        }
        Output.write((isSound ? "sound\n" : "NOT SOUND\n") + lines.map { "  \($0.printable)\n" }.joined())
        if !isSound { throw AnswerIsNo() }
    }
}

struct CaseReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Performs the journal again on its evidence and compares every count.",
        discussion: """
            Evidence is looked for where it was added, that of a verification where it was named, or among SOURCES. Ends with status 1 when a count comes out \
            differently, or when the evidence of one is not at hand.
            """)

    @OptionGroup var named: CaseArguments
    @OptionGroup var sources: SourceArguments

    func run() throws {
        let file = try named.open()
        let entries = try CommandFailure.onCase(named.file) { () throws(CaseError) in try file.entries() }
        var evidence = EvidenceShelf(file.state)
        if !sources.sources.isEmpty { evidence.add(try EvidenceAtHand(sources)) }
        let replay = CaseReplay(entries) { evidence.inventory($0) }
        for line in replay.lines {
            let outcome =
                switch line.outcome {
                case .same: "the same"
                case .different(let now): "DIFFERENT now: \(now.words(besides: line.answer))"
                case .noEvidence(let hash): "not performed: evidence \(hash.prefix(12)) is not at hand"
                }
            Output.write("entry \(line.stamp.entry)  \(line.answer.words): \(outcome)".printable + "\n")
        }
        let same = replay.lines.count { $0.outcome == .same }
        Output.write(
            "\(replay.entries) entries performed; \(same) of \(replay.lines.count) recorded answers came out the same\n"
        )
        if !replay.isSame { throw AnswerIsNo() }
    }
}
