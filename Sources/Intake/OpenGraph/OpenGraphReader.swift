import Inventory

/// Reads BloodHound OpenGraph JSON: what collectors write, what BloodHound exports, and what Firebreak itself writes.
///
/// The format is described in BloodHound's documentation ("OpenGraph Schema"). Firebreak's own properties are read on
/// every node and edge. A graph that declares its kinds with `firebreak_kind` is taken as it stands: one entity a node,
/// one relation a different edge, nothing added.
enum OpenGraphReader: JSONSourceReader {
    static let format = "BloodHound OpenGraph"

    static func recognizes(_ document: JSONDocument) -> Bool { graph(of: document.root) != nil }

    static func read(
        _ file: SourceFile, _ document: JSONDocument, into session: inout ImportSession, report: inout FileReport
    ) {
        let source = session.builder.add(
            source: Source(path: file.path, format: format, collected: collected(document)))
        var reading = OpenGraphReading(source: source, report: report, estate: session.openGraph)
        // The reading has it now: a second holder would have every change copy it.
        session.openGraph = OpenGraphEstate()
        let isAlone = document.root.count > 0 && document.roots.dropFirst().first { _ in true } == nil
        for (number, root) in document.roots.enumerated() {
            // Pointers are within one document; of several the number tells which.
            let prefix = isAlone ? "" : "document \(number + 1) "
            guard let graph = graph(of: root) else {
                reading.report.note("not an OpenGraph document; passed over", at: "\(prefix)/")
                continue
            }
            let base = prefix + (graph.isWrapped ? "/graph" : "")
            reading.ends = OpenGraphEnds(nodes: graph.nodes)
            for (place, node) in graph.nodes.elements.enumerated() {
                reading.readNode(node, at: "\(base)/nodes/\(place)", into: &session.builder)
            }
            for (place, edge) in graph.edges.elements.enumerated() {
                reading.readEdge(edge, at: "\(base)/edges/\(place)", into: &session.builder)
            }
            for spot in blindSpots(root) { session.builder.add(blindSpot: spot) }
        }
        session.openGraph = reading.estate
        for (what, count) in reading.counts.sorted(by: { $0.key < $1.key }) { reading.report.count(what, count) }
        report = reading.report
    }

    /// When what the document says was collected.
    static func collected(_ document: JSONDocument) -> Instant? {
        let says = document.root["metadata"]?["collected_at"] ?? document.root["firebreak"]?["collected_at"]
        return says?.lenientInstant.known
    }

    /// What the document, where Firebreak wrote it, says that it does not tell.
    static func blindSpots(_ root: JSONValue) -> [BlindSpot] {
        guard let spots = root["firebreak"]?["blind_spots"] else { return [] }
        return spots.elements.prefix(1_000).compactMap { spot in
            guard let what = spot["what"]?.string, let count = spot["count"]?.int, let why = spot["why"]?.string,
                count > 0
            else { return nil }
            return BlindSpot(
                what: OpenGraphAttributes.bounded(what), count: Int(clamping: count),
                why: OpenGraphAttributes.bounded(why))
        }
    }

    private static func graph(of root: JSONValue) -> (nodes: JSONValue, edges: JSONValue, isWrapped: Bool)? {
        let wrapped = root["graph"].flatMap { $0.kind == .object ? $0 : nil }
        let graph = wrapped ?? root
        guard let nodes = graph["nodes"], let edges = graph["edges"], nodes.kind == .array, edges.kind == .array
        else { return nil }
        return (nodes, edges, wrapped != nil)
    }
}
