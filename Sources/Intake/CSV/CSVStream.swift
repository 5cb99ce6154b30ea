import CSimdjson
import Inventory

/// Reads a table of nodes, or of edges, in pieces: lines as in RFC 4180, with a first line of names by which it is
/// recognised. See docs/csv.md.
///
/// A row means what the OpenGraph element would that has the same members, and goes the same two ways: cells straight into
/// the builder, or through that reader when they hold anything unusual.
struct CSVStream: StreamReader {
    static let format = "CSV graph"

    private let stream: TextStream
    private let header: CSVHeader
    private var plain: OpenGraphPlainReading
    /// How many lines came before the piece at hand.
    private var lines = 1
    private var isStopped = false
    private var repairedAt: Int?

    /// In a folder, a table of nodes has to say what they are: many tables have an id.
    static func recognizes(_ head: [UInt8], _ candidate: Discovery.Candidate, _ options: ImportOptions) -> Bool {
        guard case .text = ContentShape(head), let header = CSVHeader(head) else { return false }
        if candidate.isNamed { return true }
        return ["csv", "tsv"].contains(Path.ending(of: Path.name(of: candidate.path))) && header.hasKind
    }

    /// Adds what the table says to the session and the report.
    static func read(
        _ stream: TextStream, into session: inout ImportSession, report: inout FileReport
    ) -> TextStream.Outcome {
        guard let header = CSVHeader(stream.head) else { return .unfit }
        let source = session.builder.add(source: Source(path: stream.path, format: format))
        var reading = OpenGraphReading(source: source, report: report, estate: session.openGraph)
        // The reading has it now: a second holder would have every change copy it.
        session.openGraph = OpenGraphEstate()
        reading.namesKinds = false
        reading.kindNames = CSVColumns.kind(named:)
        reading.traversableByDefault = header.table == .edges && !header.saysTraversable
        var reader = CSVStream(stream, header, reading, &session.builder)
        let outcome = reader.run(into: &session.builder)
        session.openGraph = reader.plain.reading.estate
        report = reader.finished()
        return outcome
    }

    private init(
        _ stream: TextStream, _ header: CSVHeader, _ reading: OpenGraphReading, _ builder: inout InventoryBuilder
    ) {
        self.stream = stream
        self.header = header
        plain = OpenGraphPlainReading(reading: reading)
        plain.begin(nodes: "L", edges: "L", into: &builder)
        plain.edgeWithoutKind = header.hasKind ? nil : CSVKinds.edgeWithoutKind
    }

    /// Takes pieces off the file: used by one thread at a time.
    private final class Taking: @unchecked Sendable {
        private var cutter: LineCutter
        private(set) var problem: FileTreeError?

        init(_ cutter: LineCutter) { self.cutter = cutter }

        func take(_ piece: CSVPiece) -> Bool {
            do {
                guard let offset = try cutter.next(into: piece.memory) else { return false }
                piece.offset = offset
                return true
            } catch {
                problem = error
                return false
            }
        }
    }

    private mutating func run(into builder: inout InventoryBuilder) -> TextStream.Outcome {
        let taking = Taking(
            LineCutter(
                stream.source, after: header.length, delimiter: header.delimiter, pieceSize: stream.pieceSize))
        let pieces = (0..<stream.threads + 2).map { _ in CSVPiece(header, size: stream.pieceSize) }
        let line = PieceLine(pieces: pieces, take: { taking.take($0) }, prepare: { $0.prepare() })
        var isWhole = true
        line.run(threads: stream.threads) { piece in
            isWhole = consume(piece, into: &builder)
            return isWhole && !isStopped
        }
        if isStopped { return .stopped }
        if let problem = taking.problem { return .failed(problem) }
        return isWhole ? .read : .failed(.outOfMemory)
    }

    private mutating func consume(_ piece: CSVPiece, into builder: inout InventoryBuilder) -> Bool {
        guard stream.goesOn(Int64(piece.offset)) else {
            isStopped = true
            return true
        }
        guard piece.isRead else { return false }
        repairedAt = repairedAt ?? piece.repairedAt
        let (rows, before, header) = (piece.rows.view, lines, header)
        lines += piece.rows.piece.line_count
        plain.firstLine = before + 1
        let converter = CSVRow(header)
        func readOther(_ row: Int, _ reading: inout OpenGraphReading, _ builder: inout InventoryBuilder) -> Bool {
            let line = rows.rows[row]
            let location = "L\(before + 1 + Int(line.line))"
            guard let columns = CSVLine.columns(piece.text(of: line), delimiter: header.delimiter) else {
                reading.report.note("a quote is opened and never closed; the row is left out", at: location)
                return true
            }
            if columns.count != header.columns.count {
                let what = columns.count < header.columns.count ? "the missing ones are empty" : "the rest is left out"
                reading.report.note(
                    "\(columns.count) columns where the first line has \(header.columns.count); \(what)", at: location)
            }
            guard let element = converter.element(columns) else { return true }
            if header.table == .nodes {
                reading.readNode(element.root, at: location, into: &builder)
            } else {
                reading.readEdge(element.root, at: location, into: &builder)
            }
            return true
        }
        return header.table == .nodes
            ? plain.readNodes(rows, first: 0, into: &builder, readOther: readOther)
            : plain.readEdges(rows, first: 0, into: &builder, readOther: readOther)
    }

    private func finished() -> FileReport {
        var report = plain.reading.report
        if let repairedAt { report.noteRepair(at: repairedAt) }
        let unknown = plain.reading.edgeKinds.values.filter { kind in
            if case .edge = kind.authority { true } else { false }
        }
        if plain.reading.traversableByDefault, !unknown.isEmpty {
            let names = unknown.map(\.name).sorted().prefix(5).map(OpenGraphAttributes.bounded)
            report.note(
                "no column says whether control flows along an edge: it is taken to flow along all edges of kinds that the "
                    + "vocabulary does not have (\(names.joined(separator: ", "))\(unknown.count > 5 ? "…" : ""))")
        }
        for (what, count) in plain.allCounts.sorted(by: { $0.key < $1.key }) { report.count(what, count) }
        return report
    }
}
