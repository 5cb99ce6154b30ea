import ArgumentParser
import Inventory
import Reach
import Reports

struct ChokePointsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chokepoints",
        abstract: "Entities that every way to others leads through, whatever the time.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @OptionGroup var sources: SourceArguments
    @OptionGroup(title: "The question") var reach: ReachArguments
    @OptionGroup(title: "Count only these") var to: TargetArguments
    @Option(help: "How to print the answer.") var format: Format = .table

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let targets = to.isEmpty ? nil : try to.entities(in: inventory)
        let ground = TimelessGround(inventory, try reach.asked(inventory, now: .now))
        Output.diagnose(impossible: ground.impossibleSeeds, in: inventory)
        if reach.rollback {
            Output.diagnose("--rollback is left out of account: choke points know no before and after")
        }
        let report = ChokePointReport(ground.chokePoints(toward: targets), isForTargets: targets != nil)
        try evidence.answer(format == .json ? report.json : report.table)
    }
}
