import ArgumentParser

/// What to read.
struct SourceArguments: ParsableArguments {
    @Argument(help: "A snapshot, or files in any readable format and directories of them.", completion: .file())
    var sources: [String] = []

    @Option(help: ArgumentHelp("The repository that workflow files belong to.", valueName: "OWNER/NAME"))
    var repo: String?

    /// No source: what has a bundled incident takes that.
    static var none: SourceArguments { (try? SourceArguments.parse([])) ?? SourceArguments() }
}
