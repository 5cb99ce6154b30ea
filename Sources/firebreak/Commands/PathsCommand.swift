import ArgumentParser
import PlainText

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct PathsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths",
        abstract: "Every file and folder of its own that the program uses, and whether it is there.")

    func run() throws {
        let folders = UserFolders()
        let sample = try? BundledSample.path()
        let rows: [(String, String?)] = [
            ("config", folders.configurationFile), ("themes", folders.themes), ("state", folders.state),
            ("sample data", sample),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        for (name, path) in rows { Output.write("\(name.padded(to: width))  \(Self.line(path))\n") }
    }

    private static func line(_ path: String?) -> String {
        guard let path else { return "nowhere: HOME is not set" }
        return path.printable + (access(path, F_OK) == 0 ? "" : "  (not there)")
    }
}
