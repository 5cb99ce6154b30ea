import Foundation

/// Files to investigate, in a folder of their own that goes with them.
final class Evidence {
    /// Where they lie.
    let folder: URL

    init(_ files: [String: Data]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "firebreak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, content) in files { try content.write(to: folder.appending(path: name)) }
    }

    /// One file, `incident.json`.
    convenience init(_ incident: Incident) throws { try self.init(["incident.json": incident.json]) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The path of a file, from the root.
    func path(_ name: String = "incident.json") -> String { folder.appending(path: name).path }
}
