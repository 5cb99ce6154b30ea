import ArgumentParser
import Console
import Inventory
import PlainText
import TerminalKit

struct PictureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture", abstract: "A picture of a place of the console, as SVG: its text can be selected.")

    @OptionGroup var sources: SourceArguments
    @Option(help: ArgumentHelp("A place of the console; see show.", valueName: "PLACE")) var place: String = "start"
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Keys to press there first, such as 'jj ' or '?'.", valueName: "KEYS"))
    var keys: String = ""
    @OptionGroup(title: "Of the place") var context: PlaceArguments
    @OptionGroup(title: "Of the place") var shown: CaseViewArguments
    @OptionGroup(title: "Of the place") var comparison: ComparisonArguments
    @Option(help: ArgumentHelp("The size of the screen.", valueName: "COLUMNSxROWS")) var size: String = "120x36"
    @Option(
        help: ArgumentHelp(
            "\(ThemeLibrary.builtInNames.joined(separator: ", ")), or the path of a theme file.", valueName: "NAME"))
    var theme: String?
    @Option(help: "The colours of the terminal; both lets the reader's preference decide.")
    var background: ScreenDrawing.Background = .both
    @Flag(help: "Draw with ASCII characters only.") var ascii = false
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "FILE"))
    var output: String

    func run() throws {
        guard let size = Size(text: size) else { throw CommandFailure.size(self.size) }
        guard !Self.otherEndings.contains(where: output.lowercased().hasSuffix) else {
            throw CommandFailure.outputIsOtherPicture(output)
        }
        let place = try PlaceArguments.place(place)
        let moment = try context.moment()
        let look = Look(
            theme: try Themes.theme(named: theme ?? ThemeLibrary.defaultName), glyphs: ascii ? .ascii : .unicode)
        let keys = try pressed()
        let casebook = try shown.casebook()
        let named = try ConsoleEvidence(CaseViewArguments.sources(sources, of: casebook))
        let evidence = try Reading.run(named.sources)
        CaseViewArguments.compare(casebook, with: evidence)
        let console = try named.console(
            evidence, at: moment, from: context.declared, against: comparison.later(repository: sources.repo)?.read(),
            casebook: casebook)
        let screen = try CommandFailure.placing { () throws(PlaceProblem) in
            try console.picture(of: place, after: keys, size: size, look: look)
        }
        let title = "Firebreak, \(named.title): \(place.text)".printable
        try evidence.check()
        try OutputFile(output).write(
            ScreenDrawing(of: screen, on: background, title: title).svg,
            besides: named.sources.sources + evidence.files)
    }

    /// Endings of pictures that are no SVG: programs would refuse to open what is written there.
    private static let otherEndings = [
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".pdf", ".ps",
    ]

    private func pressed() throws(CommandFailure) -> [Key] {
        do throws(KeyScript.UnknownKey) {
            return try KeyScript.keys(keys)
        } catch {
            throw .keys(error.name)
        }
    }
}

extension ScreenDrawing.Background: ExpressibleByArgument {}
