import ArgumentParser
import Casebook

/// What a remark is about.
struct CaseSubjectArguments: ParsableArguments {
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "The entity that it is about; several, in order, are a path. Default: the whole case.", valueName: "ENTITY")
    )
    var on: [String] = []
}

struct CaseNoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Writes a note, changes one, or takes one back.")

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("The words.", valueName: "TEXT")) var text: String?
    @OptionGroup var subject: CaseSubjectArguments
    @Option(help: ArgumentHelp("The note that the words replace.", valueName: "ENTRY")) var change: Int?
    @Option(help: ArgumentHelp("The note that is taken back.", valueName: "ENTRY")) var strike: Int?

    func validate() throws {
        if (text == nil) == (strike == nil) { throw ValidationError("name either the words or --strike ENTRY") }
        if change != nil, strike != nil { throw ValidationError("--change and --strike exclude each other") }
    }

    func run() throws {
        let work = try CaseWork(named)
        try work.change([try action(in: work)])
    }

    private func action(in work: CaseWork) throws(CommandFailure) -> CaseAction {
        if let strike { return .strike(note: strike) }
        if let change { return .rewrite(note: change, text: text ?? "") }
        return .note(subject: try work.subject(subject.on), text: text ?? "")
    }
}

struct CaseVerdictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verdict",
        abstract: "Concludes something of an entity or a path: suspicious, cleared or contained.")

    enum Conclusion: String, ExpressibleByArgument, CaseIterable { case suspicious, cleared, contained, none }

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("The conclusion; none takes it back.", valueName: "FINDING")) var conclusion:
        Conclusion
    @OptionGroup var subject: CaseSubjectArguments
    @Option(parsing: .unconditional, help: ArgumentHelp("Why.", valueName: "TEXT")) var why = ""

    func run() throws {
        let work = try CaseWork(named)
        let about = try work.subject(subject.on)
        let finding = Verdict.Finding(rawValue: conclusion.rawValue)
        try work.change([
            finding.map { .conclude(subject: about, finding: $0, why: why) } ?? .reconsider(subject: about)
        ])
    }
}

struct CaseTagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tag", abstract: "Adds tags, or takes them away.")

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("The tags.", valueName: "TAG")) var tags: [String]
    @OptionGroup var subject: CaseSubjectArguments
    @Flag(help: "Take them away.") var remove = false

    func run() throws {
        let work = try CaseWork(named)
        let about = try work.subject(subject.on)
        try work.change([remove ? .untag(subject: about, tags: tags) : .tag(subject: about, tags: tags)])
    }
}

struct CaseAssignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Says who is to see to it; nobody where no name is given.")

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("Who.", valueName: "NAME")) var somebody: String?
    @OptionGroup var subject: CaseSubjectArguments

    func run() throws {
        let work = try CaseWork(named)
        try work.change([.assign(subject: try work.subject(subject.on), to: somebody)])
    }
}
