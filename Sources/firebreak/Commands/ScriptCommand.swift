import ArgumentParser
import Console
import Intake
import Inventory
import PlainText

struct ScriptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "script",
        abstract: "Presses the keys of a file and compares what the console shows with what the file expects.",
        discussion: """
            A line of FILE is a word and what follows it: size 80x24, at TIME, place PLACE, glyphs ascii, press KEYS, \
            paste TEXT, expect TEXT, reject TEXT, left, or screen with the lines that follow it, each behind a |. \
            Lines that begin with # are for people. The first difference is shown and ends with status 1. \
            docs/scripts.md says more.
            """)

    @Argument(help: ArgumentHelp("The script.", valueName: "FILE"), completion: .file()) var file: String
    @OptionGroup var sources: SourceArguments
    @OptionGroup(title: "Of the console") var context: PlaceArguments
    @OptionGroup(title: "Of the console") var comparison: ComparisonArguments
    @Flag(help: "Write every screen of FILE anew, as it is now, instead of comparing it.") var record = false

    func run() throws {
        let text = try read()
        let script = try parsed(text)
        let moment = try script.opened ?? context.moment()
        let named = try ConsoleEvidence(sources)
        let evidence = try Reading.run(named.sources)
        let console = try named.console(
            evidence, at: moment, from: context.declared, against: comparison.later(repository: sources.repo)?.read())
        let run: ScriptRun
        if record {
            let recorded = try CommandFailure.placing { () throws(PlaceProblem) in try console.record(text, script) }
            run = recorded.1
            if run.difference == nil { try OutputFile(file).write(recorded.text) }
        } else {
            run = try CommandFailure.placing { () throws(PlaceProblem) in try console.play(script) }
        }
        try evidence.check()
        guard let difference = run.difference else {
            Output.write("\(run.checks) \(run.checks == 1 ? "check" : "checks"): all as written\n")
            return
        }
        Output.write("\(file.printable), line \(difference.line): \(difference.words)\n\nthe screen was:\n")
        Output.write(
            difference.screen.split(separator: "\n", omittingEmptySubsequences: false).map { "|\($0)\n" }.joined())
        throw AnswerIsNo()
    }

    private static let limit = 1 << 24

    private func read() throws(CommandFailure) -> String {
        do {
            return String(decoding: try LocalFiles().read(file, limit: Self.limit), as: UTF8.self)
        } catch {
            throw .noFile(file, reason: "cannot be read")
        }
    }

    private func parsed(_ text: String) throws(CommandFailure) -> ConsoleScript {
        do throws(ConsoleScript.Problem) {
            return try ConsoleScript(parsing: text)
        } catch {
            throw .script(error, file: file)
        }
    }
}
