import Inventory

/// Reads BloodHound OpenGraph JSON.
enum OpenGraphReader: JSONSourceReader {
    static let format = "BloodHound OpenGraph"

    static func recognizes(_ document: JSONDocument) -> Bool {
        let root = document.root
        let graph = root["graph"] ?? root
        return graph["nodes"]?.kind == .array && graph["edges"]?.kind == .array
    }

    static func read(
        _ file: SourceFile, _ document: JSONDocument, into session: inout ImportSession, report: inout FileReport
    ) {}
}
