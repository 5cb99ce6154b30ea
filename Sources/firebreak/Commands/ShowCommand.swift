import ArgumentParser
import Inventory
import Reports

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One entity: its facts, its relations both ways, and where each is written.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var sources: SourceArguments
    @Option(help: ArgumentHelp("An id or kind:name.", valueName: "ENTITY")) var entity: String
    @Option(help: "How to print it.") var format: Format = .text

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let report = EntityReport(try inventory.named(entity))
        try evidence.answer(format == .json ? report.json : report.text)
    }
}
