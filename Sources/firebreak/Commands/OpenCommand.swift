import ArgumentParser
import Console
import CursesTerminal
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
    @Flag(help: "Draw with ASCII characters only.") var ascii = false

    func run() throws {
        guard let moment = Instant(text: at, now: .now) else { throw CommandFailure.time(option: "--at", text: at) }
        let configuration = UserConfiguration.read()
        for problem in configuration.problems { Output.diagnose(problem.description) }
        let theme = try Themes.theme(named: theme, configuration)
        let isBundled = sources.sources.isEmpty
        var sources = sources
        if isBundled { sources.sources = [try BundledSample.path()] }
        let evidence = try Reading.open(sources)
        let inventory = evidence.inventory
        let title = isBundled ? "\(BundledSample.name) (sample)" : Self.title(of: sources.sources)
        do {
            let terminal = try CursesTerminal.open(ascii: ascii || configuration.isASCII)
            defer { terminal.close() }
            _ = ConsoleRuntime(
                inventory: inventory, title: title, at: moment, theme: theme, notices: evidence.notices,
                configuration: configuration, watch: EvidenceWatch(inventory)
            ).run(on: terminal)
        } catch {
            // Text is read later and elsewhere: nobody would see a refusal that comes after it.
            try tell(Reading.run(sources), title: title, at: moment, because: error)
        }
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
        let words = ["firebreak"] + sources.sources.map(\.quotedForShell)
        Output.write("to open it, run in a terminal: \(words.joined(separator: " ").printable)\n")
    }

    private static func title(of sources: [String]) -> String {
        let first = sources.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
        return sources.count > 1 ? "\(first) and \(sources.count - 1) more" : first
    }
}

extension String {
    /// The text as one word of a shell's command line.
    fileprivate var quotedForShell: String {
        let isPlain = utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            default: "/._-+@%:,".utf8.contains(byte)
            }
        }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
