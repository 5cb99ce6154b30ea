import Foundation
import Intake
import Inventory
import Reports
import Testing

@Suite("Export as OpenGraph")
struct OpenGraphExportTests {
    private static func check(_ inventory: Inventory, of rows: RowSet? = nil) throws {
        let trip = try GraphRoundTrip(inventory, of: rows)
        #expect(trip.notices.isEmpty, "\(trip.notices.prefix(3))")
        for read in [trip.whole, trip.inPieces] {
            if rows == nil { #expect(read.said == inventory.said) }
            #expect(exported(read, as: .opengraph) == [trip.text])
        }
    }

    @Test("The samples read back as they were", arguments: ["northwind", "tj-actions-2025"])
    func samples(name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "sample-data/\(name)")
        let inventory = Import(ImportOptions()).run([folder.path]).inventory
        #expect(inventory.entityCount > 30)
        try Self.check(inventory)
    }

    @Test("Every property of Firebreak's own reads back, hostile names among them")
    func properties() throws {
        let inventory = HostileGraph.inventory
        try Self.check(inventory)
        let text = exported(inventory, as: .opengraph)[0]
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }

    @Test("Graphs made at random read back as they were", arguments: 0..<40)
    func random(seed: UInt64) throws {
        var maker = RandomGraph(seed: seed)
        let inventory = maker.inventory()
        #expect(inventory.entityCount > 0)
        try Self.check(inventory)
    }

    @Test("A part has the relations inside it, and nothing of the rest")
    func part() throws {
        let inventory = HostileGraph.inventory
        let rows = RowSet(InventorySort(.id).sorted(inventory).prefix(4), of: inventory.entityCount)
        let trip = try GraphRoundTrip(inventory, of: rows)
        #expect(trip.whole.entityCount == 4)
        #expect(trip.notices.isEmpty)
        let inside = (0..<inventory.relationCount).filter {
            let ends = inventory.relationEnds($0)
            return rows.contains(ends.from) && rows.contains(ends.to)
        }
        #expect(trip.whole.relationCount == inside.count)
        #expect(inside.count < inventory.relationCount)
    }

    @Test("BloodHound's rules hold: kinds, names and flat values")
    func rules() throws {
        var maker = RandomGraph(seed: 99)
        for inventory in [HostileGraph.inventory, maker.inventory()] {
            let text = exported(inventory, as: .opengraph)[0]
            let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(Set(root.keys) == ["metadata", "graph", "firebreak"])
            #expect(root["metadata"] as? [String: String] == ["source_kind": "Firebreak"])
            let graph = try #require(root["graph"] as? [String: [[String: Any]]])
            let (nodes, edges) = (try #require(graph["nodes"]), try #require(graph["edges"]))
            #expect(nodes.count == inventory.entityCount && edges.count == inventory.relationCount)
            for node in nodes {
                let kinds = try #require(node["kinds"] as? [String])
                #expect((1...3).contains(kinds.count))
                #expect(!kinds.contains { $0.lowercased() == "tag" || $0.lowercased().hasPrefix("tag_") })
                #expect(node["id"] is String)
                try Self.checkProperties(node)
            }
            for edge in edges {
                let kind = try #require(edge["kind"] as? String)
                #expect(kind.wholeMatch(of: /[A-Za-z0-9_]+/) != nil && !kind.lowercased().hasPrefix("tag_"))
                for end in ["start", "end"] {
                    #expect((edge[end] as? [String: String])?.keys.sorted() == ["match_by", "value"])
                }
                try Self.checkProperties(edge)
            }
        }
    }

    private static func checkProperties(_ element: [String: Any]) throws {
        let properties = try #require(element["properties"] as? [String: Any])
        for (name, value) in properties {
            #expect(name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(name)")
            #expect(!["objectid", "lastseen", "reconcile"].contains(name))
            #expect(value is String || value is [String] || value is Bool || value is Int, "\(name)")
        }
    }
}
