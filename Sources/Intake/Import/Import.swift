import Inventory

/// Reads files of any known format into one inventory.
///
/// Files are told apart by their content. One that cannot be read, or only in part, says so in its report and keeps
/// nothing else from being read. The same files in the same order give the same inventory.
public struct Import: Sendable {
    private let options: ImportOptions
    private let files: any FileTree

    /// An import with these options; `files` is where paths are looked up.
    public init(_ options: ImportOptions = ImportOptions(), files: any FileTree = LocalFiles()) {
        self.options = options
        self.files = files
    }

    /// Reads the files at `paths` and, where a path is a directory, those in it.
    ///
    /// Runs on the calling thread; when the current task is cancelled it stops before the next file.
    /// - Parameter progress: called before each file.
    public func run(_ paths: [String], progress: (ImportProgress) -> Void = { _ in }) -> ImportResult {
        var session = ImportSession()
        session.repository = options.repository
        var discovery = Discovery(files: files)
        for path in paths { discovery.add(path) }
        var locations = RepositoryLocations(files: files, override: options.repository)
        var reports: [FileReport] = []
        var passedOver = 0
        var wasCancelled = false

        for (done, candidate) in discovery.candidates.enumerated() {
            if Task.isCancelled {
                wasCancelled = true
                break
            }
            progress(ImportProgress(path: candidate.path, done: done, total: discovery.candidates.count))
            guard candidate.problem == nil else {
                reports.append(candidate.unreadableReport)
                continue
            }
            switch load(candidate, &locations) {
            case .failure(let error):
                var report = FileReport(path: candidate.path, outcome: .unreadable)
                report.note(error.description)
                reports.append(report)
            case .success(let file):
                var report = FileParser.read(file, named: candidate.isNamed, into: &session)
                report?.gave.sort { $0.what < $1.what }
                if let report { reports.append(report) } else { passedOver += 1 }
            }
        }

        OpenGraphLinker.link(&session)
        GitHubLinker.link(&session)
        let (inventory, issues) = session.builder.build()
        assign(issues, of: inventory, to: &reports)
        return ImportResult(
            inventory: inventory, reports: reports, issues: issues, passedOver: passedOver,
            snapshots: discovery.snapshots, wasCancelled: wasCancelled)
    }

    private func load(
        _ candidate: Discovery.Candidate, _ locations: inout RepositoryLocations
    ) -> Result<SourceFile, FileTreeError> {
        Result { () throws(FileTreeError) in
            let status = try files.status(of: candidate.path, followingLinks: true)
            guard status.kind == .file else { throw .notAFile }
            guard status.size <= options.sizeLimit else {
                throw .tooLarge(size: status.size, limit: options.sizeLimit)
            }
            // One byte more than allowed tells a file that grew while it was read.
            let limit = Int(clamping: options.sizeLimit)
            let bytes = try files.read(candidate.path, limit: limit == .max ? limit : limit + 1)
            guard bytes.count <= limit else { throw .tooLarge(size: Int64(bytes.count), limit: options.sizeLimit) }
            let place = locations.location(of: candidate.absolutePath)
            return SourceFile(
                path: candidate.path, bytes: bytes, modified: status.modified, repository: place.repository,
                pathInRepository: place.path)
        }
    }

    private func assign(_ issues: [BuildIssue], of inventory: Inventory, to reports: inout [FileReport]) {
        var places: [String: Int] = [:]
        for (place, report) in reports.enumerated() { places[report.path] = place }
        for issue in issues {
            let source = issue.provenance.source
            guard inventory.sources.indices.contains(source), let place = places[inventory.sources[source].path]
            else { continue }
            reports[place].add(issue)
        }
    }
}

extension BuildIssue {
    /// Where the fact is written that did not fit.
    public var provenance: Provenance {
        switch self {
        case .conflict(_, _, _, _, let provenance), .dangling(_, _, _, _, let provenance): provenance
        }
    }
}
