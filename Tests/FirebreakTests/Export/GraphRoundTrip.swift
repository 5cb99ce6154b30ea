import Foundation
import Inventory
import Reports
import Testing

@testable import Intake

/// A graph as it is exported, and as it is read back.
struct GraphRoundTrip {
    let text: String
    let whole: Inventory
    /// The same, read by the reader of long files.
    let inPieces: Inventory
    /// What importing it said.
    let notices: [String]

    init(_ inventory: Inventory, of rows: RowSet? = nil) throws {
        text = try #require(exported(inventory, as: .opengraph, of: rows).first)
        let evidence = try Evidence(["graph.json": Data(text.utf8)])
        var (whole, pieces) = (ImportOptions(), ImportOptions())
        whole.pieceThreshold = .max
        pieces.pieceThreshold = 0
        pieces.pieceSize = 4_096
        let results = [whole, pieces].map { Import($0).run([evidence.path("graph.json")]) }
        self.whole = results[0].inventory
        inPieces = results[1].inventory
        notices = results.flatMap { $0.reports.flatMap { $0.notices.map { "\($0)" } + $0.issues.map { "\($0)" } } }
    }
}

/// The texts of an export; none where the graph is too large.
func exported(_ inventory: Inventory, as format: GraphExport.Format, of rows: RowSet? = nil) -> [String] {
    (GraphExport(ExportedGraph(inventory, of: rows), as: format)?.parts ?? []).map { part in
        let text = Gathered()
        part.write { text.text += $0 }
        return text.text
    }
}

private final class Gathered {
    var text = ""
}

extension Inventory {
    /// Everything that an inventory says but where it was read, as lines in an order of their own.
    var said: [String] {
        let entities = (0..<entityCount).map { entity(at: $0).said }
        let relations = (0..<relationCount).map { relation(at: $0).said }
        return entities.sorted() + relations.sorted() + blindSpots.map { "\($0)" } + ["\(collected as Any)"]
    }
}

private func line(_ parts: [Any?]) -> String { parts.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " | ") }

/// The values of each name, whatever the order of the names.
private func byName(_ attributes: [Attribute]) -> [String] {
    Dictionary(grouping: attributes, by: \.name).map { "\($0.key)=\($0.value.map(\.value))" }.sorted()
}

extension Entity {
    fileprivate var said: String {
        line([
            kindName, id, name, parent?.id, owner, provider, privilege, flags.names, byName(attributes), cleanups,
            created, issued, rotated, lastUsed, expires, revoked, compromised,
        ])
    }
}

extension Relation {
    fileprivate var said: String {
        line([from.id, kindName, to.id, valid, traits, `guard`, byName(attributes)])
    }
}
