import Intake

extension Reading {
    /// What the sources give, with what could not be read; nothing is written, so that it can go on beside a console. A
    /// snapshot is checked as a whole.
    static func quietly(
        _ arguments: SourceArguments, progress: @escaping (String) -> Void, isCancelled: () -> Bool
    ) throws(CommandFailure) -> (evidence: OpenEvidence, problems: [String]) {
        if let path = try snapshot(among: arguments.sources) {
            return (try verified(snapshot: path, repository: nil), [])
        }
        try refuseMissing(arguments.sources)
        let start = ContinuousClock.now
        var shown = start
        let result = Import(ImportOptions(repository: arguments.repo)).run(
            arguments.sources,
            progress: { done in
                let now = ContinuousClock.now
                guard now - shown >= .milliseconds(150) else { return }
                shown = now
                progress(ProgressLine(done, elapsed: (now - start) / .seconds(1)).words)
            }, isCancelled: isCancelled)
        guard !result.wasCancelled else { throw .interrupted }
        return try evidence(of: result, named: arguments.sources)
    }
}
