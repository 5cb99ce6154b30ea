import ArgumentParser
import Casebook
import Console
import CursesTerminal
import Intake
import Inventory
import PlainText
import Reach
import Reports
import TerminalKit

struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "The console; what is done where no command is named. Its options stand in open --help.")

    @OptionGroup var sources: SourceArguments
    @Option(parsing: .unconditional, help: ArgumentHelp("The moment that decides what is live.", valueName: "TIME"))
    var at: String = "now"
    @Option(help: ArgumentHelp("Where to begin, such as blast:live; see show.", valueName: "PLACE")) var place: String?
    @Option(
        help: ArgumentHelp(
            "\(ThemeLibrary.builtInNames.joined(separator: ", ")), or the path of a theme file.", valueName: "NAME"))
    var theme: String?
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp(
            "Work on a case: what is decided is recorded in its journal. Without SOURCE its own evidence is opened.",
            valueName: "CASE"), completion: .file())
    var caseFile: String?
    @Option(
        help: ArgumentHelp(
            "Who works on the case. Default: FIREBREAK_ANALYST, else the name of the user.", valueName: "NAME"))
    var analyst: String?
    @OptionGroup var comparison: ComparisonArguments
    @Flag(help: "Begin anew; the saved session is put aside, not lost.") var fresh = false
    @Flag(help: "Draw with ASCII characters only.") var ascii = false
    @Flag(help: "Speak in lines instead of drawing: for screen readers, and terminals that cannot place a cursor.")
    var linear = false

    func validate() throws { try CaseArguments.validate(analyst: analyst) }

    func run() throws {
        guard let moment = Instant(text: at, now: .now) else { throw CommandFailure.time(option: "--at", text: at) }
        let configuration = UserConfiguration.read()
        for problem in configuration.problems { Output.diagnose(problem.description) }
        let (theme, problems) = try Themes.theme(named: theme, configuration)
        for problem in problems { Output.diagnose(problem) }
        if linear { Output.keepLines() }
        let file = try openCase(caseFile)
        let later = comparison.later(repository: sources.repo, hashing: file != nil)
        var first = ConsoleVisit(sources: sources, file: file, later: later, place: place, isFresh: fresh)
        if sources.sources.isEmpty, let evidence = file?.state.latestEvidence(otherThan: comparison.against) {
            first.sources = evidence.sources
        }
        first.notices = problems
        var screen: (any Terminal)?
        defer { screen?.close() }
        var visit = first
        // Where other evidence does not open, that of before is better than none.
        var earlier: ConsoleVisit?
        while true {
            do {
                switch try open(visit, on: &screen, at: moment, theme: theme, configuration) {
                case .leave: return
                case .readAgain(let next): visit = next
                case .open(let next):
                    earlier = visit
                    close(&screen)
                    visit = try self.visit(next)
                }
            } catch let failure as CommandFailure {
                guard let before = earlier else { throw failure }
                earlier = nil
                close(&screen)
                visit = before.anew(on: try openCase(before.file?.path), saying: Self.words(for: failure))
            }
        }
    }

    /// Reading says on standard error how far it is, which a screen would cover.
    private func close(_ screen: inout (any Terminal)?) {
        screen?.close()
        screen = nil
    }

    private func openCase(_ path: String?) throws(CommandFailure) -> CaseFile? {
        guard let path else { return nil }
        return try CaseArguments.open(path, by: CaseAuthor(who: CaseArguments.analyst(analyst), when: .now))
    }

    /// Why one is back where one was.
    private static func words(for failure: CommandFailure) -> String {
        if case .interrupted = failure { return "reading the other evidence was given up" }
        return "the other evidence was not opened: \(failure.message)"
    }

    /// How the analyst left a console.
    private enum Leaving {
        case leave
        /// The same evidence as it was read again.
        case readAgain(ConsoleVisit)
        /// Other evidence.
        case open(NextEvidence)
    }

    /// Opens the console on some evidence, until the analyst leaves.
    /// - Returns: How the analyst left.
    private func open(
        _ visit: ConsoleVisit, on screen: inout (any Terminal)?, at moment: Instant, theme: Theme,
        _ configuration: Configuration
    ) throws -> Leaving {
        if visit.sources.sources.isEmpty, let file = visit.file {
            throw CommandFailure.caseWithoutEvidence(file.path)
        }
        let named = try ConsoleEvidence(visit.sources)
        let evidence = try visit.reread?.evidence ?? Reading.open(named.sources)
        let inventory = evidence.inventory
        let place = try visit.place.map { try PlaceArguments.place($0, in: inventory) }
        let paths = named.sources.sources.map(LocalFiles().absolutePath)
        let work = try visit.file.map { (file: CaseFile) throws(CommandFailure) in
            try Self.work(
                on: file, by: CaseArguments.analyst(analyst), visit.atHand(evidence, of: named.sources))
        }
        let sessions = visit.sessions(of: inventory, sources: paths)
        let again = EvidenceAgain(named.sources, hashing: visit.file != nil)
        var carried = visit.carried
        carried?.isOtherThanCase = work?.change != nil
        do {
            let terminal = try screen ?? Self.terminal(ascii: ascii || configuration.isASCII, linear: linear)
            screen = terminal
            let runtime = ConsoleRuntime(
                inventory: inventory, title: named.title, at: moment, theme: theme, place: place,
                notices: visit.notices + (work?.change?.lines ?? []) + evidence.notices, configuration: configuration,
                account: evidence.account, against: visit.later?.source,
                watch: EvidenceWatch(inventory), sources: paths,
                world: Self.world(
                    work?.casebook ?? sessions, work?.casebook, at: visit.file?.path,
                    clerk: ConsoleClerk(
                        evidence: evidence, sources: named.sources, analyst: CaseArguments.analyst(analyst),
                        file: visit.file, change: work?.change), reader: again.reader),
                isFresh: visit.isFresh, carrying: carried)
            PartingWords.set(Self.whereabouts(sessions, at: visit.file?.path))
            defer { PartingWords.set(nil) }
            let exit = runtime.run(on: terminal)
            if let carried = exit.carried, let reread = again.take() {
                return .readAgain(visit.again(over: reread, carrying: carried, in: sessions))
            }
            terminal.close()
            sessions.release()
            if let reason = exit.unsaved { Output.diagnose("the session was not saved: \(reason.printable)") }
            if exit.wasTerminated { throw WasStopped(.terminated) }
            if exit.wasHungUp { throw WasStopped(.hungUp) }
            return exit.next.map(Leaving.open) ?? .leave
        } catch let error as TerminalError {
            // Text is read later and elsewhere: nobody would see a refusal that comes after it.
            try tell(Reading.run(named.sources), named, visit.file, at: moment, because: error)
            return .leave
        }
    }

    /// What the analyst left for.
    private func visit(_ next: NextEvidence) throws(CommandFailure) -> ConsoleVisit {
        let file = try openCase(next.casebook)
        var sources = SourceArguments.none
        sources.sources = next.sources
        return ConsoleVisit(
            sources: file?.state.latestEvidence?.sources ?? sources, file: file, session: next.session,
            place: next.place?.text)
    }

    /// A case as the console works on it, and what must be said first: that the evidence is not what the case names.
    private static func work(
        on file: CaseFile, by who: String, _ atHand: EvidenceAtHand
    ) throws(CommandFailure) -> (casebook: ConsoleCase, change: EvidenceChange?) {
        let named = file.state.latestEvidence
        let change = named.flatMap { EvidenceChange(of: $0, to: atHand.evidence) }
        let casebook = try CommandFailure.onCase(file.path) { () throws(CaseError) in
            try ConsoleCase(file, by: who, on: atHand.evidence.hash)
        }
        return (casebook, change)
    }

    /// Where the work is when the program dies.
    private static func whereabouts(_ sessions: SessionFolder, at path: String?) -> String {
        if let path { return "firebreak died; what was recorded is in the case \(path)" }
        return switch sessions.file {
        case .success(let file):
            "firebreak died; the session as it was last saved is \(file): open the same evidence again"
        case .failure(let error): "firebreak died; the session was not saved: \(error.reason)"
        }
    }

    /// What the console may use of this process.
    private static func world(
        _ sessions: any SessionShelf, _ casebook: ConsoleCase?, at path: String?, clerk: ConsoleClerk,
        reader: @escaping EvidenceReader
    ) -> ConsoleWorld {
        let path = path.map(LocalFiles().absolutePath)
        if let path { RecentCases().remember(path) }
        return ConsoleWorld(
            environment: Environment.values(Environment.clipboardNames), tools: ProcessTools(),
            files: LocalFileWriter(), sessions: sessions,
            habits: StateFile.habits(), redact: Redaction.redacted, casebook: casebook.map { ($0.name, $0) },
            clerk: clerk, reader: reader, cases: { RecentCases().others(than: path) })
    }

    /// The terminal of this process: a screen, or lines.
    static func terminal(ascii: Bool, linear: Bool) throws(TerminalError) -> any Terminal {
        if linear { return try StreamTerminal.open(ascii: ascii, write: Output.write) }
        return try CursesTerminal.open(ascii: ascii)
    }

    /// The answer as text, for a place where no console can be drawn, and what can be had there instead.
    private func tell(
        _ evidence: OpenEvidence, _ named: ConsoleEvidence, _ file: CaseFile?, at moment: Instant,
        because error: TerminalError
    ) throws(CommandFailure) {
        let inventory = evidence.inventory
        let question = Question(
            seeds: file?.state.seeds(in: inventory) ?? Seed.declared(in: inventory), at: moment)
        let engine = ReachEngine(inventory)
        let answer = engine.blastRadius(question)
        let report = BlastReport(
            answer, in: inventory,
            rollbackOnlyLive: engine.rollbackOnlyLive(question, at: moment, knowing: answer))
        let words = named.isBundled ? "" : " " + ShellWord.line(named.sources.sources).printable
        let compared = comparison.against.map { " --against " + ShellWord.line([$0]).printable }.joined()
        let option = (caseFile.map { " --case " + ShellWord.line([$0]).printable } ?? "") + compared
        let reason = "no console here: \(error.description.printable)"
        try evidence.answer(
            "\(reason); in lines it is: firebreak --linear\(option)\(words)\n\n"
                + IncidentSummary(report, title: named.title).text)
        Output.write(
            """

            \(reason)
            to open it, run in a terminal: firebreak\(option)\(words)
            here too, the console in lines: firebreak --linear\(option)\(words)
            here too, any place of it in words: firebreak show --place blast\(option)\(words)

            """)
    }
}

extension CaseState {
    /// The evidence that was added last and does not lie at these paths, as what is compared with it does.
    fileprivate func latestEvidence(otherThan paths: [String]) -> CaseEvidence? {
        let others = paths.map(LocalFiles().absolutePath)
        return evidence.map(\.evidence).last { $0.paths != others } ?? latestEvidence
    }
}
