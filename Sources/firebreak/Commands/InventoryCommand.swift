import ArgumentParser
import Inventory
import Reach
import Reports

struct InventoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory", abstract: "Every entity that the sources name, filtered and sorted.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    @OptionGroup var sources: SourceArguments
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Which ones, such as 'kind:token owner:none expires<30d'.", valueName: "QUERY"))
    var filter: String = ""
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("By which column; -COLUMN for descending.", valueName: "COLUMN"))
    var sort: String = "id"
    @Option(help: "At most this many.") var limit: Int?
    @Option(help: "How to print them.") var format: Format = .table

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    }

    func run() throws {
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let (chosen, exposures) = try selected(in: inventory)
        let report = InventoryReport(
            inventory, entities: Array(chosen.prefix(limit ?? .max)), total: chosen.count, exposures: exposures)
        switch format {
        case .table: try evidence.answer(report.table)
        case .csv: try evidence.answer(report.csv)
        case .json: try evidence.answer(report.json)
        }
    }

    /// The entities to print; with their exposures when the order or the filter asks for them.
    private func selected(
        in inventory: Inventory
    ) throws(CommandFailure) -> (entities: [Int], exposures: ExposureRank?) {
        let isDescending = sort.hasPrefix("-")
        let name = isDescending ? String(sort.dropFirst()) : sort
        guard let column = EntityColumn(named: name) else { throw .unknownColumn(name) }
        do {
            let named = UserQueries.named()
            var query = try named.query(filter)
            // A mistyped kind or relation would only lead nowhere.
            if query.hasPath { query = try named.query(filter, knowing: QueryVocabulary(inventory)) }
            let exposures = column == .exposure || query.needsExposure ? Self.exposures(of: inventory) : nil
            var context = context(for: query, in: inventory)
            if let exposures { context.know(exposures) }
            let bound = query.bound(to: inventory, context: context)
            let matching = bound.matchingRows() ?? RowSet(noneOf: inventory.entityCount)
            let sort = InventorySort(column, ascending: !isDescending)
            return (sort.sorted(matching, of: inventory) { exposures?[$0]?.count }, exposures)
        } catch {
            throw .query(error, text: filter)
        }
    }

    /// The exposures of all entities, with a line on how far they are. Nil only when the command was cancelled.
    private static func exposures(of inventory: Inventory) -> ExposureRank? {
        defer { Output.progress("") }
        let oversight = Oversight { Output.progress("computing exposures: \(Int($0 * 100)) %") }
        return try? ExposureRank(inventory, CrossingFilter(), oversight)
    }

    /// What the query needs besides the inventory: the reach of what the sources mark as compromised, when it asks for it.
    private func context(for query: Query, in inventory: Inventory) -> QueryContext {
        let seeds = Seed.declared(in: inventory)
        guard query.needsReach, !seeds.isEmpty else { return QueryContext(now: .now) }
        return QueryContext(now: .now, answer: BlastRadius(inventory, Question(seeds: seeds, at: .now)))
    }
}
