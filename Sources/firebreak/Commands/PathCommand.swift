import ArgumentParser
import Inventory
import Reach
import Reports

struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "How an entity came to be held: each step with its time and its evidence.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, svg }

    @OptionGroup var sources: SourceArguments
    @OptionGroup(title: "The question") var reach: ReachArguments
    @Option(help: ArgumentHelp("The entity that is reached.", valueName: "ENTITY")) var to: String
    @Option(help: "How to print the answer.") var format: Format = .text

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let target = try inventory.named(to)
        // A rollback divides time into before and after: only the whole answer knows what it leaves.
        let report =
            reach.timeless && !reach.rollback
            ? try fewestSteps(to: target) : PathReport(to: target, in: try reach.answer(inventory).answer)
        let text =
            switch format {
            case .text: report.text
            case .json: report.json
            case .svg: report.svg
            }
        try evidence.answer(text)
        if !report.isReachable { throw AnswerIsNo() }
    }

    /// The path without time; where there is none, the one that failing guards would open.
    private func fewestSteps(to target: Entity) throws(CommandFailure) -> PathReport {
        let now = Instant.now
        var question = try reach.asked(target.inventory, now: now)
        _ = try reach.rollbackMoment(now: now)
        let ground = TimelessGround(target.inventory, question)
        Output.diagnose(impossible: ground.impossibleSeeds, in: target.inventory)
        let path = ground.shortestPath(to: target.index)
        guard path == nil, question.guards == .hold, target.inventory.hasGuards else {
            return PathReport(to: target, timeless: path, isConditional: false)
        }
        question.guards = .fail
        let conditional = ground.asking(question).shortestPath(to: target.index)
        return PathReport(to: target, timeless: conditional, isConditional: conditional != nil)
    }
}
