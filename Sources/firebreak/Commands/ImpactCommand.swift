import ArgumentParser
import Inventory
import Reach
import Reports

struct ImpactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact", abstract: "What stops working when an entity is revoked.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @OptionGroup var sources: SourceArguments
    @Option(help: ArgumentHelp("The entity to revoke: an id, kind:name or short id.", valueName: "ENTITY")) var entity:
        String
    @Option(help: "How to print the answer.") var format: Format = .table

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let revoked = try inventory.named(entity)
        let gainers = TimelessGround(inventory, Question(seeds: [], at: .beginning)).gainers(of: revoked.index)
        let report = ImpactReport(Impact(of: revoked), gainedBy: max(0, gainers.count - 1))
        try evidence.answer(format == .json ? report.json : report.table)
    }
}

extension Inventory {
    /// The entity that `text` names, or why there is none, ready for the user.
    func named(_ text: String) throws(CommandFailure) -> Entity {
        do { return try resolve(text) } catch { throw .entity(error) }
    }
}
