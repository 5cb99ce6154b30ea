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
    @Option(help: ArgumentHelp("Where to begin, such as blast:live; see show.", valueName: "PLACE")) var place: String?
    @Option(
        help: ArgumentHelp(
            "\(ThemeLibrary.builtInNames.joined(separator: ", ")), or the path of a theme file.", valueName: "NAME"))
    var theme: String?
    @Flag(help: "Draw with ASCII characters only.") var ascii = false
    @Flag(help: "Speak in lines instead of drawing: for screen readers, and terminals that cannot place a cursor.")
    var linear = false

    func run() throws {
        guard let moment = Instant(text: at, now: .now) else { throw CommandFailure.time(option: "--at", text: at) }
        let theme = try Themes.theme(named: theme ?? ThemeLibrary.defaultName)
        if linear { Output.keepLines() }
        let named = try ConsoleEvidence(sources)
        let evidence = try Reading.open(named.sources)
        let inventory = evidence.inventory
        let place = try place.map { try PlaceArguments.place($0, in: inventory) } ?? Place(.start)
        do {
            let terminal = try Self.terminal(ascii: ascii, linear: linear)
            defer { terminal.close() }
            _ = ConsoleRuntime(
                inventory: inventory, title: named.title, at: moment, theme: theme, place: place,
                notices: evidence.notices, watch: EvidenceWatch(inventory)
            ).run(on: terminal)
        } catch {
            // Text is read later and elsewhere: nobody would see a refusal that comes after it.
            try tell(Reading.run(named.sources), named, at: moment, because: error)
        }
    }

    /// The terminal of this process: a screen, or lines.
    static func terminal(ascii: Bool, linear: Bool) throws(TerminalError) -> any Terminal {
        if linear { return try StreamTerminal.open(ascii: ascii, write: Output.write) }
        return try CursesTerminal.open(ascii: ascii)
    }

    /// The answer as text, for a place where no console can be drawn, and what can be had there instead.
    private func tell(
        _ evidence: OpenEvidence, _ named: ConsoleEvidence, at moment: Instant, because error: TerminalError
    ) throws(CommandFailure) {
        let inventory = evidence.inventory
        let question = Question(seeds: Seed.declared(in: inventory), at: moment)
        let engine = ReachEngine(inventory)
        let answer = engine.blastRadius(question)
        let report = BlastReport(
            answer, in: inventory,
            rollbackOnlyLive: engine.rollbackOnlyLive(question, at: moment, knowing: answer))
        try evidence.answer(IncidentSummary(report, title: named.title).text)
        let words = named.sources.sources.map(\.quotedForShell).joined(separator: " ").printable
        Output.write(
            """

            no console here: \(error.description.printable)
            to open it, run in a terminal: firebreak \(words)
            here too, the console in lines: firebreak --linear \(words)
            here too, any place of it in words: firebreak show --place blast \(words)

            """)
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
