import ArgumentParser

/// What the console compares its evidence with.
struct ComparisonArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Compare with what was collected at another time: the view changes shows what came, went and changed. Repeatable; \
            read like SOURCE.
            """, valueName: "SOURCE"), completion: .file())
    var against: [String] = []

    /// The other evidence; nil where none is named. `repository` is that of `--repo`.
    func later(repository: String?, hashing: Bool = false) -> LaterEvidence? {
        guard !against.isEmpty else { return nil }
        var sources = SourceArguments.none
        sources.sources = against
        sources.repo = repository
        return LaterEvidence(sources, hashing: hashing)
    }
}
