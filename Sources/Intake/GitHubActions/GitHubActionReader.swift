import Inventory

/// Reads the metadata files of actions (`action.yml`), so that what jobs use can be followed into them.
enum GitHubActionReader: SourceReader {
    static let format = "GitHub action metadata"

    /// Whether the file has `runs` at its top and `using` in it. O(n).
    static func recognizes(_ file: SourceFile) -> Bool {
        GitHubFile.hasTopLevelKey("runs", in: file.bytes) && file.bytes.firstRange(of: Array("using".utf8)) != nil
            && !GitHubFile.hasTopLevelKey("jobs", in: file.bytes)
    }

    static func read(_ file: SourceFile, into session: inout ImportSession, report: inout FileReport) {
        let opened = GitHubFile(
            file, format: format, key: "runs.using", report: &report, isWanted: WorkflowParser.recognizesAction)
        guard let opened else { return }
        let location = WorkflowLocation(action: file, repository: session.repository)
        var parser = WorkflowParser(text: opened.text)
        let definition = parser.action(opened.root)
        report.notices += GitHubFile.shortened(parser.notices)
        report.outcome = .read(format: format)
        report.gave = [(what: "action definitions", count: 1)]
        let key = GitHubEstate.key(location.repository, location.path)
        guard session.estate.actions[key] == nil else {
            report.notices.append(Notice("this action was already read from another file; this one was passed over"))
            return
        }
        let source = session.builder.add(
            source: Source(path: file.path, format: format))
        session.estate.actions[key] = ActionRecord(
            repository: location.repository, path: location.path, definition: definition,
            provenance: Provenance(source: source))
    }
}
