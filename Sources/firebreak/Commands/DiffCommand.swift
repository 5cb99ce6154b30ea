import ArgumentParser
import Inventory
import Reach
import Reports

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What became of an estate between two sources, and what that did to the blast radius.",
        discussion: """
            Entities are told apart by their ids. What only one source has counts as added or removed where the other one \
            is known to have looked; where it is not, that cannot be known, and is said. Exit status 1 when the two differ.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "The earlier source: a snapshot, a file or a directory.", completion: .file())
    var old: String
    @Argument(help: "The later source.", completion: .file())
    var new: String

    @Option(help: ArgumentHelp("The repository that workflow files belong to.", valueName: "OWNER/NAME"))
    var repo: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("The moment that decides what is live.", valueName: "TIME"))
    var at: String = "now"
    @OptionGroup(title: "The blast radius then and now") var declared: SeedArguments
    @Option(help: "How to print the answer.") var format: Format = .table

    func run() throws {
        let now = Instant.now
        guard let moment = Instant(text: at, now: now) else { throw CommandFailure.time(option: "--at", text: at) }
        let (before, after) = (try Reading.run(.one(old, repo: repo)), try Reading.run(.one(new, repo: repo)))
        let seeds: [Seed]
        do { seeds = try declared.seeds(in: before.inventory, now: now) } catch { throw CommandFailure.entity(error) }
        let diff = InventoryDiff(old: before.inventory, new: after.inventory)
        let report = DiffReport(diff, blast: BlastChange.asked(diff, seeds, at: moment, marked: declared.texts.isEmpty))
        try before.check()
        switch format {
        case .table: try after.answer(report.table)
        case .json: try after.answer(by: report.writeJSON)
        }
        try before.check()
        if !diff.isEmpty { throw AnswerIsNo() }
    }
}

extension SourceArguments {
    /// One source, as if it had been named alone.
    static func one(_ source: String, repo: String?) -> SourceArguments {
        var arguments = SourceArguments.none
        arguments.sources = [source]
        arguments.repo = repo
        return arguments
    }
}

extension BlastChange {
    /// The blast radius then and now; nil where nothing is declared compromised, neither then nor now.
    static func asked(_ diff: InventoryDiff, _ seeds: [Seed], at: Instant, marked: Bool) -> BlastChange? {
        guard !seeds.isEmpty || marked && !diff.new.compromisedEntities.isEmpty else { return nil }
        return BlastChange(diff, seeds: seeds, at: at, marked: marked)
    }
}
