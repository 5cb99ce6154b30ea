import Inventory

/// Reads one OpenGraph document of any length in pieces, on several threads: see ``ElementCutter`` for how it is cut,
/// ``OpenGraphPlainReading`` for the fast lane.
///
/// What it reads means what ``OpenGraphReader`` says. Whatever could be understood differently in pieces it leaves to that,
/// as a whole: documents with errors, several documents in one file, ends that name their nodes by something else than ids.
struct OpenGraphStream: StreamReader {
    static let format = OpenGraphReader.format

    /// The places of the two lists.
    static let nodes = 0, edges = 1
    private static let lists = ["nodes", "edges"]

    private let stream: TextStream
    private let taking: Taking
    private var plain: OpenGraphPlainReading
    /// One report for the nodes and one for the edges, whatever their order in the file.
    private var reports: [FileReport]
    private var read = [0, 0]
    /// What pointers to elements start with; nil while nothing was read.
    private var base: String?
    private var repairedAt = Int.max
    private var isFit = true
    private var isStopped = false

    /// Takes pieces off the file: used by one thread at a time.
    private final class Taking: @unchecked Sendable {
        private var cutter: ElementCutter
        private(set) var problem: ElementCutter.Problem?

        init(_ cutter: ElementCutter) { self.cutter = cutter }

        func take(_ piece: OpenGraphPiece) -> Bool {
            do {
                guard let cut = try cutter.next(into: piece.memory) else { return false }
                piece.cut = cut
                return true
            } catch {
                problem = error
                return false
            }
        }

        /// What stands outside the lists; nil when they are not where an OpenGraph document has them.
        func rest() -> JSONDocument? {
            guard cutter.isComplete, let document = try? JSONDocument(parsing: cutter.rest),
                document.repairedAt == nil
            else { return nil }
            return document
        }
    }

    /// Short files are read as a whole, and so is what starts with no object.
    static func recognizes(_ head: [UInt8], _ candidate: Discovery.Candidate, _ options: ImportOptions) -> Bool {
        guard candidate.size >= options.pieceThreshold, case .json = ContentShape(head) else { return false }
        return head.first { $0 > 0x20 && $0 < 0x7F } == UInt8(ascii: "{")
    }

    /// Adds what the document says to the session and the report.
    static func read(
        _ stream: TextStream, into session: inout ImportSession, report: inout FileReport
    ) -> TextStream.Outcome {
        let cutter = ElementCutter(stream.source, lists: lists, wrapper: "graph", pieceSize: stream.pieceSize)
        let source = session.builder.add(source: Source(path: stream.path, format: OpenGraphReader.format))
        let reading = OpenGraphReading(
            source: source, report: FileReport(path: "", outcome: .unreadable), estate: session.openGraph)
        // The reading has it now: a second holder would have every change copy it.
        session.openGraph = OpenGraphEstate()
        var reader = OpenGraphStream(stream, Taking(cutter), reading)
        let outcome = reader.run(into: &session, source: source, report: &report)
        session.openGraph = reader.plain.reading.estate
        return outcome
    }

    private init(_ stream: TextStream, _ taking: Taking, _ reading: OpenGraphReading) {
        self.stream = stream
        self.taking = taking
        reports = [reading.report, reading.report]
        plain = OpenGraphPlainReading(reading: reading)
    }

    private mutating func run(
        into session: inout ImportSession, source: Int, report: inout FileReport
    ) -> TextStream.Outcome {
        let taking = taking
        let pieces = (0..<stream.threads + 2).map { _ in OpenGraphPiece(size: stream.pieceSize) }
        let line = PieceLine(pieces: pieces, take: { taking.take($0) }, prepare: { $0.prepare() })
        line.run(threads: stream.threads) { piece in consume(piece, into: &session.builder) }

        if isStopped { return .stopped }
        switch taking.problem {
        case .file(let error): return .failed(error)
        case .unfit: return .unfit
        case nil: break
        }
        guard isFit, let rest = taking.rest() else { return .unfit }
        session.builder.set(collected: OpenGraphReader.collected(rest), ofSource: source)
        for spot in OpenGraphReader.blindSpots(rest.root) { session.builder.add(blindSpot: spot) }
        finish(&report)
        return .read
    }

    private mutating func consume(_ piece: OpenGraphPiece, into builder: inout InventoryBuilder) -> Bool {
        guard stream.goesOn(Int64(piece.cut.offset)) else {
            isStopped = true
            return false
        }
        guard piece.isSound else {
            isFit = false
            return false
        }
        let list = piece.cut.list
        if base == nil {
            let base = piece.cut.isWrapped ? "/graph" : ""
            plain.begin(nodes: "\(base)/nodes/", edges: "\(base)/edges/", into: &builder)
            self.base = base
        }
        swap(&plain.reading.report, &reports[list])
        isFit = list == Self.edges ? readEdges(piece, into: &builder) : readNodes(piece, into: &builder)
        swap(&plain.reading.report, &reports[list])
        repairedAt = min(repairedAt, piece.repairedAt ?? .max)
        return isFit
    }

    private mutating func readNodes(_ piece: OpenGraphPiece, into builder: inout InventoryBuilder) -> Bool {
        var values = ElementWalk(piece)
        let (first, base) = (read[Self.nodes], base ?? "")
        guard let rows = piece.rows else {
            while let node = values.next() {
                plain.reading.readNode(node, at: "\(base)/nodes/\(first + values.passed - 1)", into: &builder)
            }
            read[Self.nodes] += values.passed
            return true
        }
        read[Self.nodes] += rows.count
        return plain.readNodes(rows, first: first, into: &builder) { row, reading, builder in
            guard let node = values.element(row) else { return false }
            reading.readNode(node, at: "\(base)/nodes/\(first + row)", into: &builder)
            return true
        }
    }

    private mutating func readEdges(_ piece: OpenGraphPiece, into builder: inout InventoryBuilder) -> Bool {
        var values = ElementWalk(piece)
        let (first, base) = (read[Self.edges], base ?? "")
        guard let rows = piece.rows else {
            while let edge = values.next() {
                guard OpenGraphEnds.areByID(edge) else { return false }
                plain.reading.readEdge(edge, at: "\(base)/edges/\(first + values.passed - 1)", into: &builder)
            }
            read[Self.edges] += values.passed
            return true
        }
        read[Self.edges] += rows.count
        return plain.readEdges(rows, first: first, into: &builder) { row, reading, builder in
            guard let edge = values.element(row), OpenGraphEnds.areByID(edge) else { return false }
            reading.readEdge(edge, at: "\(base)/edges/\(first + row)", into: &builder)
            return true
        }
    }

    /// Puts the report together as if the file had been read as a whole: nodes first.
    private func finish(_ report: inout FileReport) {
        if repairedAt != .max { report.noteRepair(at: repairedAt) }
        for part in reports {
            for notice in part.notices { report.note(notice.reason, at: notice.location) }
            report.furtherNotices += part.furtherNotices
        }
        for (what, count) in plain.allCounts.sorted(by: { $0.key < $1.key }) { report.count(what, count) }
    }
}

/// Goes through the elements of a piece as JSON values, forward only.
private struct ElementWalk {
    private let piece: OpenGraphPiece
    private var elements: JSONElements?
    /// How many elements were passed.
    private(set) var passed = 0

    init(_ piece: OpenGraphPiece) { self.piece = piece }

    mutating func next() -> JSONValue? {
        if elements == nil { elements = piece.elements() }
        guard let element = elements?.next() else { return nil }
        passed += 1
        return element
    }

    /// The element at `place`, which is not before those asked for earlier.
    mutating func element(_ place: Int) -> JSONValue? {
        while passed < place { guard next() != nil else { return nil } }
        return next()
    }
}
