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
        let isDescending = sort.hasPrefix("-")
        let name = isDescending ? String(sort.dropFirst()) : sort
        guard let column = EntityColumn(named: name) else { throw CommandFailure.unknownColumn(name) }
        let evidence = try Reading.run(sources)
        let inventory = evidence.inventory
        let selection = try EntitySelection(inventory, filter: filter, withExposures: column == .exposure)
        let exposures = selection.exposures
        let chosen = InventorySort(column, ascending: !isDescending)
            .sorted(selection.rows, of: inventory) { exposures?[$0]?.count }
        let report = InventoryReport(
            inventory, entities: Array(chosen.prefix(limit ?? .max)), total: chosen.count, exposures: exposures)
        switch format {
        case .table: try evidence.answer(report.table)
        case .csv: try evidence.answer(report.csv)
        case .json: try evidence.answer(report.json)
        }
    }
}
