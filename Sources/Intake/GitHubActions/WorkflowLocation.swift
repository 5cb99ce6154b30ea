/// Which repository a file belongs to, and where in it.
struct WorkflowLocation: Equatable {
    /// `OWNER/NAME`; `local/FOLDER` when nothing tells the owner.
    var repository: String
    /// From the repository's root.
    var path: String
    /// Whether something told the repository, rather than the name of a folder.
    var isTold: Bool

    /// The owner that stands in when nothing tells it.
    static let unknownOwner = "local"

    /// Where the file at `path` belongs.
    ///
    /// - Parameters:
    ///   - repository: `OWNER/NAME` as the user gave it: beats everything else.
    ///   - gitConfiguration: the text of the `.git/config` that the file lies under: names the repository by its
    ///     remote `origin`, or by its first one.
    init(path: String, repository: String? = nil, gitConfiguration: String? = nil) {
        var folders = path.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }.map(String.init)
        let file = folders.popLast() ?? path
        let root = folders.lastIndex(of: ".github")
        let before = Array(folders[..<(root ?? folders.count)])
        self.path = (root.map { Array(folders[$0...]) } ?? [".github", "workflows"]).joined(separator: "/") + "/" + file
        let inPlace = root != nil && before.count >= 2 ? Self.fullName(before[(before.count - 2)...]) : nil
        let told = repository.flatMap { Self.fullName($0) } ?? gitConfiguration.flatMap { Self.remote(inGitConfiguration: $0) } ?? inPlace
        isTold = told != nil
        self.repository = told ?? "\(Self.unknownOwner)/\(before.last ?? "repository")"
    }

    /// The same for the metadata file of an action, which may lie in any folder; `path` becomes that folder's.
    static func action(path: String, repository: String? = nil, gitConfiguration: String? = nil) -> WorkflowLocation {
        var location = WorkflowLocation(path: path, repository: repository, gitConfiguration: gitConfiguration)
        let folders = Array(path.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }.map(String.init).dropLast())
        if folders.contains(".github") {
            let end = location.path.lastIndex(of: "/") ?? location.path.endIndex
            location.path = String(location.path[..<end])
        } else if folders.count >= 2, repository == nil, gitConfiguration == nil {
            location.repository = Self.fullName(folders[(folders.count - 2)...])
            location.path = ""
        } else {
            location.path = ""
        }
        return location
    }

    /// `OWNER/NAME` of the remote in the text of a git configuration.
    static func remote(inGitConfiguration text: String) -> String? {
        var section = ""
        var first: String?
        for line in text.split(whereSeparator: \.isNewline).map(\.trimmed) {
            if line.hasPrefix("[") {
                section = line
            } else if section.hasPrefix("[remote"), line.hasPrefix("url"), let equals = line.firstIndex(of: "=") {
                guard let name = fullName(ofURL: line[line.index(after: equals)...].trimmed) else { continue }
                if section == "[remote \"origin\"]" { return name }
                first = first ?? name
            }
        }
        return first
    }

    /// `OWNER/NAME` from `https://github.com/OWNER/NAME.git`, `git@github.com:OWNER/NAME.git` and the like.
    private static func fullName(ofURL url: String) -> String? {
        var parts = url.split { $0 == "/" || $0 == ":" }.map(String.init)
        guard parts.count >= 3, var name = parts.popLast(), let owner = parts.popLast() else { return nil }
        if name.hasSuffix(".git") { name.removeLast(4) }
        return fullName("\(owner)/\(name)")
    }

    private static func fullName(_ folders: ArraySlice<String>) -> String { folders.joined(separator: "/") }

    /// `text` when it is of the form `OWNER/NAME`.
    private static func fullName(_ text: String) -> String? {
        let parts = text.trimmed.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return text.trimmed
    }
}
