import ArgumentParser
import Inventory
import Reach
import Reports

struct CutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cut",
        abstract: "The firebreak: the cheapest set of entities to revoke so that no target stays open.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @OptionGroup var sources: SourceArguments
    @OptionGroup(title: "The question") var reach: ReachArguments
    @OptionGroup(title: "The targets") var to: TargetArguments
    @Option(help: "What to keep small: the number of entities, or of jobs that break.")
    var cost: MinimumCut.Cost = .entities
    @Option(help: "How to print the answer.") var format: Format = .table

    func validate() throws {
        if to.isEmpty { throw ValidationError("name what to protect: --to ENTITY or --crown-jewels") }
    }

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let targets = try to.entities(in: inventory)
        let now = Instant.now
        let question = try reach.asked(inventory, now: now)
        let cut = MinimumCut(
            inventory, question, targets: targets, cost: cost, rollback: try reach.rollbackTime(now: now))
        Output.diagnose(impossible: cut.impossibleSeeds, in: inventory)
        let report = CutReport(cut, in: inventory)
        try evidence.answer(format == .json ? report.json : report.table)
        if !cut.isPossible { throw AnswerIsNo() }
    }
}
