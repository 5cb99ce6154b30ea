import ArgumentParser
import Casebook
import Intake
import PlainText

struct CaseNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Opens a case on SOURCES: a new file that only its owner can read.")

    @OptionGroup var named: CaseArguments
    @OptionGroup var sources: SourceArguments
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("What the case is called. Default: the name of its file.", valueName: "TEXT"))
    var title: String?

    func run() throws {
        let atHand = sources.sources.isEmpty ? nil : try EvidenceAtHand(sources)
        let author = named.author(on: atHand?.evidence.hash)
        let file = try CommandFailure.onCase(named.file) { () throws(CaseError) in
            try CaseFile.make(
                at: named.file, title: title ?? CaseFile.name(ofFileAt: named.file), evidence: atHand?.evidence,
                by: author,
                version: Firebreak.configuration.version)
        }
        Output.write("case \(file.path.printable): \(file.state.title.printable)\n  identifier  \(file.identifier)\n")
        let path = ShellWord.line([file.path]).printable
        let evidence = atHand?.evidence.hash ?? "none yet: firebreak case add \(path) SOURCE"
        Output.write("  evidence    \(evidence)\n")
        Output.write("  head        \(file.head)\n")
        RecentCases().remember(LocalFiles().absolutePath(of: file.path))
    }
}

struct CaseAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds evidence to a case, or evidence as it is now beside what it was.")

    @OptionGroup var named: CaseArguments
    @OptionGroup var sources: SourceArguments

    func run() throws {
        let file = try named.open()
        let atHand = try EvidenceAtHand(sources)
        let author = named.author(on: atHand.evidence.hash)
        try CommandFailure.onCase(named.file) { () throws(CaseError) in
            _ = try file.append([.addEvidence(evidence: atHand.evidence)], by: author)
        }
        Output.write("evidence \(atHand.evidence.hash)\n  head \(file.head)\n")
    }
}
