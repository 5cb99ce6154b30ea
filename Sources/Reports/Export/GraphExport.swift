import Inventory

/// A graph in a format that other programs read, handed on piece by piece.
///
/// The same graph gives the same bytes. Nothing that a name holds can end the text it stands in.
public struct GraphExport: Sendable {
    /// What it is written as.
    public enum Format: String, Sendable, CaseIterable {
        case opengraph, dot, svg, csv, graphml

        /// The most entities and relations that are written: a drawing of more shows nothing. Nil for as many as there
        /// are.
        public var limits: (entities: Int, relations: Int)? {
            switch self {
            case .opengraph, .csv, .graphml: nil
            case .dot: (2_000, 10_000)
            case .svg: (200, 1_000)
            }
        }
    }

    /// One of the texts that an export consists of.
    public struct Part: Sendable {
        /// What stands before the ending of the file's name; empty for the only or the main one.
        public let name: String
        fileprivate let content: @Sendable (inout TextPieces) -> Void

        /// Hands the text on in pieces.
        public func write(to write: @escaping (String) -> Void) {
            var pieces = TextPieces(write)
            content(&pieces)
            pieces.flush()
        }
    }

    /// The texts to write, one a file: the entities come first where relations have a text of their own.
    public let parts: [Part]

    /// Nil when the graph has more than the format's ``Format/limits``.
    public init?(_ graph: ExportedGraph, as format: Format) {
        if let limits = format.limits {
            guard graph.entityCount <= limits.entities, graph.relationCount <= limits.relations else { return nil }
        }
        parts =
            switch format {
            case .opengraph: [Part(name: "") { OpenGraphExport(graph).write(to: &$0) }]
            case .graphml: [Part(name: "") { GraphMLExport(graph).write(to: &$0) }]
            case .dot: [Part(name: "") { DOTExport(graph).write(to: &$0) }]
            case .svg: [Part(name: "") { $0.append(GraphPicture(graph).svg) }]
            case .csv:
                [
                    Part(name: "") { GraphTables(graph).writeEntities(to: &$0) },
                    Part(name: "relations") { GraphTables(graph).writeRelations(to: &$0) },
                ]
            }
    }
}
