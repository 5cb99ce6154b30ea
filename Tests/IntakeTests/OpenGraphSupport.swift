import Inventory

@testable import Intake

/// Imports OpenGraph texts, each a file of its own, named `0.json`, `1.json`…
func importGraphs(_ texts: String...) -> ImportResult {
    var files = MemoryFiles()
    for (number, text) in texts.enumerated() { files.items["/home/\(number).json"] = .file(Array(text.utf8)) }
    return Import(files: files).run(texts.indices.map { "\($0).json" })
}

/// A graph of these nodes and edges, as they stand in the lists.
func graph(_ nodes: [String], _ edges: [String] = []) -> String {
    #"{"graph":{"nodes":[\#(nodes.joined(separator: ","))],"edges":[\#(edges.joined(separator: ","))]}}"#
}

/// A node of a kind of ours.
func node(_ id: String, _ kind: String, _ properties: String = "") -> String {
    let rest = properties.isEmpty ? "" : "," + properties
    return #"{"id":"\#(id)","kinds":["Thing"],"properties":{"firebreak_kind":"\#(kind)"\#(rest)}}"#
}

/// A node of a collector's kind.
func collected(_ id: String, _ kind: String, _ properties: String = "") -> String {
    #"{"id":"\#(id)","kinds":["\#(kind)"],"properties":{\#(properties)}}"#
}

func edge(_ kind: String, _ start: String, _ end: String, _ properties: String = "") -> String {
    #"{"kind":"\#(kind)","start":{"value":"\#(start)"},"end":{"value":"\#(end)"},"properties":{\#(properties)}}"#
}

extension Inventory {
    /// The relations called `name` between these ids.
    func relations(_ name: String, _ from: String, _ to: String) -> [Relation] {
        guard let start = entity(id: from) else { return [] }
        return outgoing(start.index).map { relation(at: $0) }.filter { $0.kindName == name && $0.to.id == to }
    }

    var allRelations: [Relation] { (0..<relationCount).map { relation(at: $0) } }
    var allEntities: [Entity] { (0..<entityCount).map { entity(at: $0) } }
}

extension Entity {
    func values(_ name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }
}
