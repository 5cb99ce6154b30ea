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
        var rows: [(String, String)] = [
            ("config", Self.line(folders.configurationFile)), ("themes", Self.line(folders.themes)),
            ("state", Self.line(folders.state)),
        ]
        do throws(CommandFailure) {
            rows.append(("sample data", Self.line(try BundledSample.path())))
        } catch {
            let places = BundledSample.places.map { Self.line($0) }
            rows += zip(["sample data"] + Array(repeating: "", count: places.count), places)
        }
        let width = rows.map(\.0.count).max() ?? 0
        for (name, words) in rows { Output.write("\(name.padded(to: width))  \(words)\n") }
    }

    private static func line(_ path: String?) -> String {
        guard let path else { return "nowhere: HOME is not set" }
        return path.printable + (access(path, F_OK) == 0 ? "" : "  (not there)")
    }
}
