import ArgumentParser
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
        commandName: "open", abstract: "Opens the console (default).", shouldDisplay: false)

    @OptionGroup var sources: SourceArguments
    @Option(parsing: .unconditional, help: ArgumentHelp("The moment that decides what is live.", valueName: "TIME"))
    var at: String = "now"
    @Option(
        help: ArgumentHelp(
            "\(ThemeLibrary.builtInNames.joined(separator: ", ")), or the path of a theme file.", valueName: "NAME"))
    var theme: String?
    @Flag(help: "Begin anew; the saved session is put aside, not lost.") var fresh = false
    @Flag(help: "Draw with ASCII characters only.") var ascii = false

    func run() throws {
        guard let moment = Instant(text: at, now: .now) else { throw CommandFailure.time(option: "--at", text: at) }
        let theme = try Themes.theme(named: theme ?? ThemeLibrary.defaultName)
        let isBundled = sources.sources.isEmpty
        var sources = sources
        if isBundled { sources.sources = [try BundledSample.path()] }
        let evidence = try Reading.open(sources)
        let inventory = evidence.inventory
        let title = isBundled ? "\(BundledSample.name) (sample)" : Self.title(of: sources.sources)
        let files = LocalFiles()
        let paths = sources.sources.map(files.absolutePath)
        do {
            let terminal = try CursesTerminal.open(ascii: ascii)
            let exit = ConsoleRuntime(
                inventory: inventory, title: title, at: moment, theme: theme, notices: evidence.notices,
                watch: EvidenceWatch(inventory), sources: paths, world: Self.world(inventory, sources: paths),
                isFresh: fresh
            ).run(on: terminal)
            terminal.close()
            if let reason = exit.unsaved { Output.diagnose("the session was not saved: \(reason.printable)") }
        } catch {
            // Text is read later and elsewhere: nobody would see a refusal that comes after it.
            try tell(Reading.run(sources), title: title, at: moment, because: error)
        }
    }

    /// What the console may use of this process.
    private static func world(_ inventory: Inventory, sources: [String]) -> ConsoleWorld {
        ConsoleWorld(
            environment: Environment.values(Environment.clipboardNames), tools: ProcessTools(),
            files: LocalFileWriter(),
            sessions: SessionFolder(contentHash: inventory.snapshot?.contentHash, sources: sources))
    }

    /// The answer as text, for a place where no console can be drawn, and how to open one.
    private func tell(
        _ evidence: OpenEvidence, title: String, at moment: Instant, because error: TerminalError
    ) throws(CommandFailure) {
        let inventory = evidence.inventory
        let question = Question(seeds: Seed.declared(in: inventory), at: moment)
        let engine = ReachEngine(inventory)
        let answer = engine.blastRadius(question)
        let report = BlastReport(
            answer, in: inventory,
            rollbackOnlyLive: engine.rollbackOnlyLive(question, at: moment, knowing: answer))
        try evidence.answer(IncidentSummary(report, title: title).text)
        Output.write("\nno console here: \(error.description.printable)\n")
        Output.write("to open it, run in a terminal: \(ShellWord.line(["firebreak"] + sources.sources).printable)\n")
    }

    private static func title(of sources: [String]) -> String {
        let first = sources.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
        return sources.count > 1 ? "\(first) and \(sources.count - 1) more" : first
    }
}
