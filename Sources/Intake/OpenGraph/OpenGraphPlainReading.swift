import CSimdjson
import Inventory

/// The fast lane of a file of nodes and edges: rows of cells go straight into the builder, without a string or a JSON
/// value on the way. What a row means is what ``OpenGraphReading`` says; what cannot be told from cells alone goes there.
struct OpenGraphPlainReading {
    /// The reading of everything that is not plain, with the notices and what all files share.
    var reading: OpenGraphReading
    /// The kind of edges of a table that has no column for it.
    var edgeWithoutKind: String?
    /// In tables, the line on which the piece at hand starts: places are lines there.
    var firstLine: Int?
    var symbols = OpenGraphSymbols()
    /// The patterns of places of nodes and edges.
    private(set) var nodeOrigin: UInt32 = 0
    private(set) var edgeOrigin: UInt32 = 0
    /// The number of the file among those of ``OpenGraphEstate/files``.
    private(set) var file: UInt32 = 0

    // What the kinds of nodes come to.
    var meanings: [OpenGraphNodeMeaning] = []
    var meaningPlaces: [UInt64: Int] = [:]
    var lastMeaning: (key: UInt64, place: Int?)?
    /// How many nodes there are of what, by ``countPlaces``.
    var counts: [Int] = []
    var countPlaces: [String: Int] = [:]
    var relationCount = 0

    // Memory that is used again for each batch.
    var references = [TextReference](repeating: .empty, count: 2 * OpenGraphPlainReading.batch)
    var attributes: [AttributeReference] = []
    private var texts = [UnsafeBufferPointer<UInt8>](
        repeating: UnsafeBufferPointer(start: nil, count: 0), count: 2 * OpenGraphPlainReading.batch)

    /// How many rows are interned together.
    static let batch = 256

    init(reading: OpenGraphReading) { self.reading = reading }

    /// Says what stands before the number of a node in its place, and of an edge.
    mutating func begin(nodes: String, edges: String, into builder: inout InventoryBuilder) {
        nodeOrigin = builder.origin(source: reading.source, before: nodes, after: "")
        edgeOrigin = builder.origin(source: reading.source, before: edges, after: "")
        file = UInt32(truncatingIfNeeded: reading.estate.files.count)
        reading.estate.files.append(OpenGraphFile(source: reading.source, nodes: nodes))
    }

    /// Interns two fields of each plain row, so that ``references`` has them side by side.
    mutating func intern(
        _ rows: RowView, _ batch: Range<Int>, _ first: Int, _ second: Int, into builder: inout InventoryBuilder
    ) {
        var place = 0
        for row in batch {
            let cells = rows.cells(row)
            texts[place] = cells?[first].bytes ?? UnsafeBufferPointer(start: nil, count: 0)
            texts[place + 1] = cells?[second].bytes ?? UnsafeBufferPointer(start: nil, count: 0)
            place += 2
        }
        texts.withUnsafeBufferPointer { texts in
            references.withUnsafeMutableBufferPointer { references in
                builder.intern(UnsafeBufferPointer(rebasing: texts[..<place]), into: references)
            }
        }
    }

    /// The number of a row in its place.
    func place(_ rows: RowView, _ row: Int, _ first: Int) -> Int {
        firstLine.map { $0 + Int(rows.rows[row].line) } ?? first + row
    }

    /// Everything counted, plain or not.
    var allCounts: [String: Int] {
        var all = reading.counts
        for (name, place) in countPlaces { all[name, default: 0] += counts[place] }
        all["relations", default: 0] += relationCount
        return all.filter { $0.value > 0 }
    }
}
