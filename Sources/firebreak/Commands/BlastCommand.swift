import ArgumentParser
import Reports

struct BlastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blast", abstract: "Everything that an attacker could come to hold, when, and how.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

    @OptionGroup var sources: SourceArguments
    @OptionGroup(title: "The question") var reach: ReachArguments
    @Option(help: "How to print the answer.") var format: Format = .table

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let (answer, rollbackOnlyLive) = try reach.answer(inventory)
        let report = BlastReport(answer, in: inventory, rollbackOnlyLive: rollbackOnlyLive)
        switch format {
        case .table: try evidence.answer(report.table)
        case .json: try evidence.answer(inPieces: report.writeJSON)
        case .csv: try evidence.answer(inPieces: report.writeCSV)
        }
    }
}
