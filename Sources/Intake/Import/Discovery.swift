import Inventory

/// Finds the files to read: those that the user named, and in the directories named those that may be of use.
struct Discovery {
    /// A file that may be read.
    struct Candidate {
        /// Its path as the user named it.
        var path: String
        var absolutePath: String
        /// Whether the user named the file itself, and not a directory above it.
        var isNamed: Bool
        /// Why it cannot be read; nil when it can.
        var problem: FileTreeError?
        /// How many bytes it had when it was found.
        var size: Int64 = 0

        /// The report on a file that cannot be read.
        var unreadableReport: FileReport {
            var report = FileReport(path: path, outcome: .unreadable)
            if let problem { report.note(problem.description) }
            return report
        }
    }

    /// Directories that hold no sources of ours but many files.
    private static let skipped: Set<String> = [".git", "node_modules", ".build"]
    /// Deeper trees are not walked: no checkout is, but a loop of mounts is.
    private static let depthLimit = 256

    private let files: any FileTree
    private var places: [String: Int] = [:]
    /// In the order in which they are to be read, each file once.
    private(set) var candidates: [Candidate] = []
    /// Snapshots in the directories named: each is a whole inventory, not a source.
    private(set) var snapshots: [String] = []
    /// Files in the directories named that look like data, and whose first bytes say that no reader knows them.
    var passedOver: [FileReport] { Array(unknown.filter { places[$0.key] == nil }.values) }
    private var unknown: [String: FileReport] = [:]

    init(files: any FileTree) { self.files = files }

    /// Adds the file at `path`, or the candidates in the directory there.
    mutating func add(_ path: String) {
        let absolute = files.absolutePath(of: path)
        switch status(of: path, followingLinks: true) {
        case .success(let status) where status.kind == .directory:
            walk(path, absolute: absolute, isNamed: true, depth: 0)
        case .success(let status) where status.kind == .file:
            add(Candidate(path: path, absolutePath: absolute, isNamed: true, size: status.size))
        case .success: add(Candidate(path: path, absolutePath: absolute, isNamed: true, problem: .notAFile))
        case .failure(let error):
            add(Candidate(path: path, absolutePath: absolute, isNamed: true, problem: error))
        }
    }

    private mutating func add(_ candidate: Candidate) {
        if let known = places[candidate.absolutePath] {
            candidates[known].isNamed = candidates[known].isNamed || candidate.isNamed
        } else {
            places[candidate.absolutePath] = candidates.count
            candidates.append(candidate)
        }
    }

    private func status(of path: String, followingLinks: Bool) -> Result<FileStatus, FileTreeError> {
        Result { () throws(FileTreeError) in try files.status(of: path, followingLinks: followingLinks) }
    }

    private mutating func walk(_ directory: String, absolute: String, isNamed: Bool, depth: Int) {
        let names: [String]
        do {
            names = try files.names(in: directory)
        } catch {
            add(Candidate(path: directory, absolutePath: absolute, isNamed: isNamed, problem: error))
            return
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = Path.joined(directory, name)
            let absolutePath = Path.joined(absolute, name)
            visit(path, absolutePath, name: name, isTop: depth == 0, depth: depth)
        }
    }

    private mutating func visit(_ path: String, _ absolutePath: String, name: String, isTop: Bool, depth: Int) {
        // Links to directories are not followed: they make loops and lead out of the tree. Links to files are.
        guard case .success(var status) = status(of: path, followingLinks: false) else {
            return add(Candidate(path: path, absolutePath: absolutePath, isNamed: false, problem: .notPermitted))
        }
        if status.kind == .link {
            guard case .success(let target) = self.status(of: path, followingLinks: true), target.kind == .file
            else { return }
            status = target
        }
        switch status.kind {
        case .directory where Self.skipped.contains(name): break
        case .directory where depth < Self.depthLimit:
            walk(path, absolute: absolutePath, isNamed: false, depth: depth + 1)
        case .directory, .link: break
        case .other:
            add(Candidate(path: path, absolutePath: absolutePath, isNamed: false, problem: .notAFile))
        case .file:
            if var candidate = candidate(path, absolutePath, name: name, isTop: isTop) {
                candidate.size = status.size
                add(candidate)
            }
        }
    }

    /// The file as a candidate, when its name or its first bytes say that a reader may know it.
    private mutating func candidate(
        _ path: String, _ absolutePath: String, name: String, isTop: Bool
    ) -> Candidate? {
        var candidate = Candidate(path: path, absolutePath: absolutePath, isNamed: false)
        let ending = Path.ending(of: name)
        if ending == "yml" || ending == "yaml" {
            let inWorkflows = absolutePath.hasSuffix("/.github/workflows/\(name)")
            let isAction = name == "action.yml" || name == "action.yaml"
            if isTop || inWorkflows || isAction { return candidate }
        }
        do {
            let head = try files.read(path, limit: ContentShape.headLength)
            if head.starts(with: SnapshotFormat.magic) { snapshots.append(path) }
            let shape = ContentShape(head)
            if shape == .json || CSVStream.recognizes(head, candidate, ImportOptions()) { return candidate }
            if Archive(head) != nil, ["zip", "gz", "7z", "xz", "zst"].contains(ending) { return candidate }
            if Path.saysData(name) { unknown[absolutePath] = .unrecognized(path, shape) }
            return nil
        } catch {
            candidate.problem = error
            return candidate
        }
    }
}
