import Foundation

/// What the program said and how it ended, run without a terminal.
struct CommandRun {
    /// The bytes of standard output.
    let output: Data
    /// Standard error.
    let errors: String
    /// How it ended; nil when a signal ended it.
    let status: Int32?

    /// Runs the program in the folder of `evidence` with nothing to read on standard input.
    init(_ arguments: [String], on evidence: Evidence, environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = URL(filePath: PseudoTerminal.firebreak)
        process.arguments = arguments
        process.currentDirectoryURL = evidence.folder
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { _, given in given }
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        let diagnostics = evidence.folder.appending(path: ".errors-\(UUID().uuidString)")
        try Data().write(to: diagnostics)
        let file = try FileHandle(forWritingTo: diagnostics)
        process.standardError = file
        try process.run()
        output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try file.close()
        errors = String(decoding: try Data(contentsOf: diagnostics), as: UTF8.self)
        try FileManager.default.removeItem(at: diagnostics)
        status = process.terminationReason == .exit ? process.terminationStatus : nil
    }

    /// Standard output.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard output, when it is one JSON object on one line and nothing else.
    var json: [String: Any]? {
        guard output.last == UInt8(ascii: "\n"), !output.dropLast().contains(UInt8(ascii: "\n")) else { return nil }
        return try? JSONSerialization.jsonObject(with: output) as? [String: Any]
    }

    /// The ids of the objects in a member of the JSON object.
    func ids(_ member: String = "entities") -> [String] {
        (json?[member] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    }
}
