/// Decides what a file is and has it read.
enum FileParser {
    /// What reading the file gave; nil when no reader knows it, it does not look like data, and the user did not name it.
    static func read(_ file: SourceFile, named isNamed: Bool, into session: inout ImportSession) -> FileReport? {
        if let archive = Archive(file.bytes) {
            var report = FileReport(path: file.path, outcome: .failed(format: archive.name))
            report.note("\(archive.name): unpack it first, then name the files in it")
            return report
        }
        let shape = ContentShape(file.bytes)
        // A bracket may start a workflow too: YAML has flow mappings. Where workflows lie, even an empty file is one.
        let mayBeYAML = ["yml", "yaml"].contains(Path.ending(of: Path.name(of: file.path)))
        if shape == .text || mayBeYAML,
            let reader = SourceFormats.text.first(where: { $0.recognizes(file) })
        {
            var report = FileReport(path: file.path, outcome: .read(format: reader.format))
            reader.read(file, into: &session, report: &report)
            return report
        }
        if shape == .json { return readJSON(file, named: isNamed, into: &session) }
        return isNamed || Path.saysData(file.path) ? .unrecognized(file.path, shape) : nil
    }

    private static func readJSON(
        _ file: SourceFile, named isNamed: Bool, into session: inout ImportSession
    ) -> FileReport? {
        var failure: JSONError?
        var document: JSONDocument?
        do {
            document = try JSONDocument(concatenated: file.bytes)
        } catch {
            failure = error
            // Whole documents before the place of the error are sound.
            if error.rootOffset > 0 {
                document = try? JSONDocument(concatenated: Array(file.bytes[..<error.rootOffset]))
            }
        }
        let reader = document.flatMap { document in SourceFormats.json.first { $0.recognizes(document) } }
        if let document, let reader {
            var report = FileReport(path: file.path, outcome: .read(format: reader.format))
            if let failure {
                report.note("\(failure.reason); what stands before was read", at: failure.place)
            } else if let offset = document.repairedAt {
                report.noteRepair(at: offset)
            }
            reader.read(file, document, into: &session, report: &report)
            return report
        }
        if let document, failure == nil, GitHubRESTReader.isEmptyList(document, at: file.path) {
            return GitHubRESTReader.readEmptyList(file, into: &session)
        }
        if let failure {
            // Much that starts with a bracket is no JSON; only a file that says it is JSON is broken JSON.
            guard isNamed || ["json", "jsonl", "ndjson"].contains(Path.ending(of: Path.name(of: file.path)))
            else { return nil }
            var report = FileReport(path: file.path, outcome: .failed(format: "JSON"))
            report.note(failure.reason.description, at: failure.place)
            return report
        }
        return .unrecognized(file.path, .json)
    }
}

extension JSONError {
    /// The place as notices write it.
    fileprivate var place: String { "line \(line), column \(column)" }
}
