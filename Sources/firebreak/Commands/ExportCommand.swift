import ArgumentParser
import Inventory
import PlainText
import Reports

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "The entities and relations in a format that other programs read.",
        discussion: """
            opengraph reads back as the same graph; BloodHound takes it too. csv is two files: FILE of entities, and \
            one beside it of relations. dot draws up to \(limit(.dot)) entities, svg up to \(limit(.svg)): choose some \
            with --filter. The one source may be a case: then its evidence is written, with what it declares, its marks with \
            their state, verdicts, tags and assignees.
            """)

    private static func limit(_ format: GraphExport.Format) -> Int { format.limits?.entities ?? 0 }

    @OptionGroup var sources: SourceArguments
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Only these entities and the relations among them, such as 'owner:platform'.", valueName: "QUERY"))
    var filter: String = ""
    @Option(help: "What to write.") var format: GraphExport.Format
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write, or - for standard output.", valueName: "FILE"))
    var output: String

    func run() throws {
        guard !sources.sources.isEmpty else { throw CommandFailure.noSource }
        let paper = try GraphPaper(format, at: output, besides: sources.sources)
        let named = try CaseAsSource(sources)
        let evidence = try named?.evidence ?? Reading.run(sources)
        let inventory = evidence.inventory
        let rows = filter.isEmpty ? nil : try EntitySelection(inventory, filter: filter).rows
        let remarks = named.map { GraphRemarks($0.file.state, in: inventory) }
        let graph = ExportedGraph(inventory, of: rows, remarks: remarks)
        try paper.write(graph, of: evidence)
    }
}

extension GraphExport.Format: ExpressibleByArgument {}
