import ArgumentParser
import Inventory
import Reports

struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "How an entity came to be held: each step with its time and its evidence.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var sources: SourceArguments
    @OptionGroup(title: "The question") var reach: ReachArguments
    @Option(help: ArgumentHelp("The entity that is reached.", valueName: "ENTITY")) var to: String
    @Option(help: "How to print the answer.") var format: Format = .text

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let target = try inventory.named(to)
        let report = PathReport(to: target, in: try reach.answer(inventory).answer)
        try evidence.answer(format == .json ? report.json : report.text)
        if !report.isReachable { throw AnswerIsNo() }
    }
}
