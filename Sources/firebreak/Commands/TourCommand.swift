import ArgumentParser
import Console
import CursesTerminal
import TerminalKit

struct TourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: "Two minutes on the bundled incident: types for you, and explains what is to be seen.")

    @Option(help: ArgumentHelp("Go on by itself after so many seconds; without it, at a key.", valueName: "SECONDS"))
    var pace: Double?
    @Option(
        help: ArgumentHelp(
            "\(ThemeLibrary.builtInNames.joined(separator: ", ")), or the path of a theme file.", valueName: "NAME"))
    var theme: String?
    @Flag(help: "Draw with ASCII characters only.") var ascii = false
    @Flag(help: "Speak in lines instead of drawing.") var linear = false

    func validate() throws {
        if let pace, !(0.1...3_600).contains(pace) { throw ValidationError("--pace is from 0.1 to 3600 seconds") }
    }

    func run() throws {
        let theme = try Themes.theme(named: theme ?? ThemeLibrary.defaultName)
        if linear { Output.keepLines() }
        let named = try ConsoleEvidence(SourceArguments.none)
        let evidence = try Reading.open(named.sources)
        let console = try named.console(evidence, at: Tour.moment, theme: theme)
        let pace = pace.map { Duration.milliseconds(Int($0 * 1_000)) }
        do {
            let terminal = try OpenCommand.terminal(ascii: ascii, linear: linear)
            defer { terminal.close() }
            let tour =
                (terminal as? any LineTerminal).map { LinearTourTerminal(on: $0, pace: pace) }
                ?? TourTerminal(on: terminal, theme: theme, pace: pace)
            _ = console.run(on: tour)
        } catch {
            throw CommandFailure.terminal("\(error.description); firebreak tour --linear needs no screen")
        }
    }
}
