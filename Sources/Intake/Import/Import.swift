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
    /// Runs on the calling thread, with help from others for long files.
    /// - Parameters:
    ///   - progress: called before each file, and again while a long one is read.
    ///   - isCancelled: asked before each file and each piece of a long one; true stops the import.
    public func run(
        _ paths: [String], progress: (ImportProgress) -> Void = { _ in },
        isCancelled: () -> Bool = { Task.isCancelled }
    ) -> ImportResult {
        var discovery = Discovery(files: files)
        for path in paths { discovery.add(path) }
        // What turned out about files while they were read in pieces.
        var refused: [String: ImportAttempt.Refusal] = [:]
        while true {
            var attempt = ImportAttempt(options, files, discovery.candidates, refused: refused)
            switch attempt.run(isCancelled, progress) {
            case .finished: return finish(attempt, discovery)
            case .stopped: return Self.stopped(attempt, discovery)
            case .again(let path, let refusal): refused[path] = refusal
            }
        }
    }

    private func finish(_ attempt: ImportAttempt, _ discovery: Discovery) -> ImportResult {
        let passedOver = Self.passedOver(attempt, discovery)
        var session = attempt.session
        var reports = attempt.reports
        OpenGraphLinker.link(&session)
        GitHubLinker.link(&session)
        for spot in BlindSpot.unread(reports + passedOver) { session.builder.add(blindSpot: spot) }
        let (inventory, issues) = session.builder.build()
        assign(issues, of: inventory, to: &reports)
        return ImportResult(
            inventory: inventory, reports: reports, issues: issues, passedOver: passedOver,
            snapshots: discovery.snapshots, wasCancelled: false)
    }

    /// What no reader knows, whether its first bytes said so or all of it.
    private static func passedOver(_ attempt: ImportAttempt, _ discovery: Discovery) -> [FileReport] {
        (discovery.passedOver + attempt.passedOver).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func stopped(_ attempt: ImportAttempt, _ discovery: Discovery) -> ImportResult {
        ImportResult(
            inventory: InventoryBuilder().build().inventory, reports: attempt.reports, issues: [],
            passedOver: passedOver(attempt, discovery), snapshots: discovery.snapshots, wasCancelled: true)
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
