/// Tells which repository's checkout a file lies in, from the folders above it.
struct RepositoryLocations {
    private let files: any FileTree
    /// What the user says all files belong to.
    private let override: String?
    /// What was found for each directory looked at.
    private var roots: [String: Root?] = [:]

    private struct Root {
        var directory: String
        var repository: String?
    }

    init(files: any FileTree, override: String?) {
        self.files = files
        self.override = override
    }

    /// The repository and the path within it of the file at `absolutePath`.
    mutating func location(of absolutePath: String) -> (repository: String?, path: String?) {
        let parts = absolutePath.split(separator: "/")
        guard let root = root(of: parts.dropLast()) else { return (override, nil) }
        let prefix = root.directory == "/" ? 1 : root.directory.utf8.count + 1
        return (override ?? root.repository, String(absolutePath.utf8.dropFirst(prefix)))
    }

    /// The nearest directory, from the innermost out, that holds `.git` or `.github`.
    private mutating func root(of parts: ArraySlice<Substring>) -> Root? {
        let directory = "/" + parts.joined(separator: "/")
        if let known = roots[directory] { return known }
        var found: Root?
        // A checkout's own folders are no checkouts: the file is looked at from above them.
        if let inner = parts.firstIndex(where: { $0 == ".github" || $0 == ".git" }) {
            found = root(at: parts[..<inner]) ?? Root(directory: path(parts[..<inner]), repository: nil)
        } else {
            found = root(at: parts)
            if found == nil, !parts.isEmpty { found = root(of: parts.dropLast()) }
        }
        roots[directory] = .some(found)
        return found
    }

    private func path(_ parts: ArraySlice<Substring>) -> String { "/" + parts.joined(separator: "/") }

    private func root(at parts: ArraySlice<Substring>) -> Root? {
        let directory = path(parts)
        let config = gitConfig(in: directory)
        let hasGitHub = isDirectory(Path.joined(directory, ".github"))
        guard config != nil || hasGitHub else { return nil }
        let remote = config.flatMap { GitRemote.repository(inConfig: $0) }
        return Root(directory: directory, repository: remote ?? (hasGitHub ? Self.name(from: parts) : nil))
    }

    /// The last two folders as `OWNER/NAME`, when GitHub would allow those names.
    private static func name(from parts: ArraySlice<Substring>) -> String? {
        let name = parts.suffix(2).joined(separator: "/")
        return GitRemote.isRepositoryName(name) ? name : nil
    }

    private func isDirectory(_ path: String) -> Bool {
        (try? files.status(of: path, followingLinks: true))?.kind == .directory
    }

    /// The text of `.git/config`, also where `.git` is a file that points elsewhere, as in worktrees and submodules.
    private func gitConfig(in directory: String) -> String? {
        let git = Path.joined(directory, ".git")
        guard let status = try? files.status(of: git, followingLinks: true) else { return nil }
        if status.kind == .directory { return text(Path.joined(git, "config")) ?? "" }
        guard let pointer = text(git), pointer.hasPrefix("gitdir:") else { return nil }
        let target = resolve(trimmed(pointer.dropFirst("gitdir:".count)), in: directory)
        if let common = text(Path.joined(target, "commondir")) {
            return text(Path.joined(resolve(trimmed(common[...]), in: target), "config")) ?? ""
        }
        return text(Path.joined(target, "config")) ?? ""
    }

    private func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.prefix { !$0.isNewline })
    }

    private func resolve(_ path: String, in directory: String) -> String {
        Path.normalized(path.hasPrefix("/") ? path : directory + "/" + path)
    }

    private func text(_ path: String) -> String? {
        (try? files.read(path, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) }
    }
}
