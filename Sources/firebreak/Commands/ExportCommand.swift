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
        if output == "-", format == .csv { throw CommandFailure.outputIsTwoFiles }
        let paths = format == .csv ? [output, Self.path(output, naming: "relations")] : [output]
        let files = output == "-" ? [] : try paths.map { try NewFile($0, besides: sources.sources) }
        let named = try CaseAsSource(sources)
        let evidence = try named?.evidence ?? Reading.run(sources)
        let inventory = evidence.inventory
        let rows = filter.isEmpty ? nil : try EntitySelection(inventory, filter: filter).rows
        let remarks = named.map { GraphRemarks($0.file.state, in: inventory) }
        let graph = ExportedGraph(inventory, of: rows, remarks: remarks)
        guard let export = GraphExport(graph, as: format) else { throw CommandFailure.tooLarge(graph, format) }
        guard output != "-" else {
            for part in export.parts { try evidence.answer(by: part.write) }
            return
        }
        for file in files { try file.refuse(among: evidence.files) }
        try evidence.check()
        for (file, part) in zip(files, export.parts) { try file.write { part.write(to: $0) } }
        try evidence.check()
        Output.write(said(graph, of: inventory, in: files))
    }

    private func said(_ graph: ExportedGraph, of inventory: Inventory, in files: [NewFile]) -> String {
        let entities = Self.count(graph.entityCount, of: inventory.entityCount)
        let relations = Self.count(graph.relationCount, of: inventory.relationCount)
        let names = files.map(\.path.printable).joined(separator: ", ")
        return "\(format.rawValue) \(names): \(entities) entities, \(relations) relations\n"
    }

    private static func count(_ part: Int, of all: Int) -> String { part == all ? "\(all)" : "\(part) of \(all)" }

    /// The path of a file that belongs to the one at `path`: `graph.relations.csv` for `graph.csv`.
    static func path(_ path: String, naming name: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return "\(path).\(name)" }
        return "\(path[..<dot]).\(name)\(path[dot...])"
    }
}

extension GraphExport.Format: ExpressibleByArgument {}
