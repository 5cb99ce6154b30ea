/// Paths as text: taken apart and put together, never looked up.
enum Path {
    /// An absolute path without `.`, `..` and empty components.
    static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The path of `name` in `directory`; a name alone in the current directory.
    static func joined(_ directory: String, _ name: String) -> String {
        if directory.isEmpty || directory == "." || directory == "./" { return name }
        return directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }

    /// What follows the last slash.
    static func name(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }

    /// Whether the name of the file at `path` says that it holds data: such a file is told of also where no reader knows it.
    static func saysData(_ path: String) -> Bool {
        ["json", "jsonl", "ndjson", "csv", "tsv"].contains(ending(of: name(of: path)))
    }

    /// The name's ending after its last dot, in lower case; empty when it has none.
    static func ending(of name: some StringProtocol) -> String {
        name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
