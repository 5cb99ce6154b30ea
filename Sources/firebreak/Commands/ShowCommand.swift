import ArgumentParser
import Console
import Inventory
import Reports

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One entity with its facts and relations, or a place of the console in words.",
        discussion: """
            A place is what the console shows, as text: where, as of when, the figures of both planes, row by row what \
            is there, what the sources do not tell, and what can be pressed. PLACE is VIEW[:LIST or \
            :ID][?NAME=VALUE&...], for example start, inventory:token, 'blast:live?query=kind:token&sort=-until', \
            path:ID. docs/places.md has them all.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var sources: SourceArguments
    @Option(help: ArgumentHelp("An id, kind:name or short id.", valueName: "ENTITY")) var entity: String?
    @Option(help: ArgumentHelp("A place of the console.", valueName: "PLACE")) var place: String?
    @OptionGroup(title: "Of a place") var context: PlaceArguments
    @OptionGroup(title: "Of a place") var shown: CaseViewArguments
    @OptionGroup(title: "Of a place") var comparison: ComparisonArguments
    @Option(help: "At most this many rows of a place.") var limit = 1_000
    @Option(help: "How to print it.") var format: Format = .text

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit must not be negative") }
        if (entity == nil) == (place == nil) { throw ValidationError("name one of --entity ENTITY and --place PLACE") }
    }

    func run() throws {
        if let entity {
            try show(entity: entity)
        } else {
            try show(place: PlaceArguments.place(place ?? ""))
        }
    }

    private func show(entity: String) throws {
        let evidence = try Reading.run(sources)
        let report = EntityReport(try evidence.inventory.named(entity))
        try evidence.answer(format == .json ? report.json : report.text)
    }

    private func show(place: Place) throws(CommandFailure) {
        let moment = try context.moment()
        // What can be pressed is told by the keys that the user gave the console.
        let configuration = UserConfiguration.read()
        let casebook = try shown.casebook()
        let named = try ConsoleEvidence(CaseViewArguments.sources(sources, of: casebook))
        let evidence = try Reading.run(named.sources)
        CaseViewArguments.compare(casebook, with: evidence)
        let console = try named.console(
            evidence, at: moment, from: context.declared, against: comparison.later(repository: sources.repo)?.read(),
            casebook: casebook,
            configuration: configuration)
        let report = try CommandFailure.placing { () throws(PlaceProblem) in
            try console.report(of: place, limit: limit)
        }
        try evidence.answer(format == .json ? report.json : report.text)
    }
}
