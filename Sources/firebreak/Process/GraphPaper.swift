import Inventory
import PlainText
import Reports

/// Where a graph is written to: one file, two for tables, or standard output.
struct GraphPaper {
    private let format: GraphExport.Format
    /// None for standard output.
    let files: [NewFile]

    /// Refuses to write over what stands at `others`.
    init(_ format: GraphExport.Format, at output: String, besides others: [String]) throws(CommandFailure) {
        self.format = format
        guard output != "-" else {
            if format == .csv { throw .outputIsTwoFiles }
            files = []
            return
        }
        let paths = format == .csv ? [output, NewFile.path(output, naming: "relations")] : [output]
        var files: [NewFile] = []
        for path in paths { files.append(try NewFile(path, besides: others)) }
        self.files = files
    }

    /// Writes the graph of this evidence, unless that changes meanwhile, and says what was written.
    func write(_ graph: ExportedGraph, of evidence: OpenEvidence) throws {
        guard let export = GraphExport(graph, as: format) else { throw CommandFailure.tooLarge(graph, format) }
        guard !files.isEmpty else {
            for part in export.parts { try evidence.answer(by: part.write) }
            return
        }
        for file in files { try file.refuse(among: evidence.files) }
        try evidence.check()
        for (file, part) in zip(files, export.parts) { try file.write { part.write(to: $0) } }
        try evidence.check()
        Output.write(said(graph, of: evidence.inventory))
    }

    private func said(_ graph: ExportedGraph, of inventory: Inventory) -> String {
        let entities = Self.count(graph.entityCount, of: inventory.entityCount)
        let relations = Self.count(graph.relationCount, of: inventory.relationCount)
        let names = files.map(\.path.printable).joined(separator: ", ")
        return "\(format.rawValue) \(names): \(entities) entities, \(relations) relations\n"
    }

    private static func count(_ part: Int, of all: Int) -> String { part == all ? "\(all)" : "\(part) of \(all)" }
}

extension NewFile {
    /// The path of a file that belongs to the one at `path`: `graph.relations.csv` for `graph.csv`.
    static func path(_ path: String, naming name: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return "\(path).\(name)" }
        return "\(path[..<dot]).\(name)\(path[dot...])"
    }
}
