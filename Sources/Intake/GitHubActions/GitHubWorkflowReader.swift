import Inventory

/// Reads workflow files of GitHub Actions. What they mean together is for ``GitHubLinker``.
enum GitHubWorkflowReader: SourceReader {
    static let format = "GitHub Actions workflow"

    /// Whether the file has `on` and `jobs` at its top: O(n), and only odd files are parsed for it.
    static func recognizes(_ file: SourceFile) -> Bool {
        let hasJobs = GitHubFile.hasTopLevelKey("jobs", in: file.bytes)
        if hasJobs, GitHubFile.hasTopLevelKey("on", in: file.bytes) { return true }
        let isInPlace = file.path.contains(".github/workflows/") && GitHubFile.isNamedYAML(file.path)
        if hasJobs { return isInPlace }
        guard GitHubFile.isNamedYAML(file.path), file.bytes.count < 1 << 20,
            file.bytes.firstRange(of: Array("jobs".utf8)) != nil
        else { return false }
        return YAMLComposer(YAMLText(file.bytes).bytes).documents.contains(where: WorkflowParser.recognizes)
    }

    static func read(_ file: SourceFile, into session: inout ImportSession, report: inout FileReport) {
        let opened = GitHubFile(file, format: format, report: &report) { $0["jobs"] != nil }
        guard let opened else { return }
        let location = WorkflowLocation(workflow: file, repository: session.repository)
        var parser = WorkflowParser(text: opened.text)
        let definition = parser.workflow(opened.root)
        report.notices += GitHubFile.shortened(parser.notices)
        report.outcome = .read(format: format)
        report.gave = gave(definition)
        if !location.isTold {
            report.notices.append(
                Notice("nothing tells its repository; taken as \(location.repository) (name it with --repo OWNER/NAME)")
            )
        }
        let source = session.builder.add(
            source: Source(path: file.path, format: format))
        let record = WorkflowRecord(
            repository: location.repository, path: location.path, definition: definition,
            provenance: Provenance(source: source))
        register(record, in: &session, report: &report)
    }

    /// Adds a workflow, wherever its text came from.
    static func register(_ record: WorkflowRecord, in session: inout ImportSession, report: inout FileReport) {
        let key = GitHubEstate.key(record.repository, record.path)
        if session.estate.workflows[key] != nil {
            report.notices.append(
                Notice(
                    "\(record.repository)/\(record.path) was already read from another file; this one was passed over"))
        } else {
            session.estate.workflows[key] = record
        }
    }

    private static func gave(_ workflow: WorkflowDefinition) -> [(what: String, count: Int)] {
        let steps = workflow.jobs.flatMap(\.steps)
        let uses = (steps.compactMap(\.uses) + workflow.jobs.compactMap(\.call?.uses)).map(\.value)
        let secrets = (workflow.secrets + workflow.jobs.flatMap(\.secrets)).map(\.reference)
        let agents = workflow.jobs.reduce(0) { $0 + Set($1.steps.compactMap(\.agent?.agent)).count }
        let counts = [
            ("workflows", 1), ("jobs", workflow.jobs.count), ("secrets referenced", Set(secrets).count),
            ("actions used", Set(uses).count),
            ("environments", Set(workflow.jobs.compactMap(\.deployment?.value)).count),
            ("roles", steps.count { CloudLogin.login(of: $0) != nil }), ("agents", agents),
        ]
        return counts.filter { $0.1 > 0 }.map { (what: $0.0, count: $0.1) }
    }
}

extension GitHubEstate {
    /// The key of a file in the estate's tables: without regard to case, as GitHub compares names.
    static func key(_ repository: String, _ path: String) -> String { "\(repository)/\(path)".lowercased() }
}
