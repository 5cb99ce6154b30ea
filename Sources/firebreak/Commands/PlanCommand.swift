import ArgumentParser
import Casebook
import Inventory
import Reach
import Reports

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "In which order to revoke what, and how that is done at each provider.",
        discussion: """
            The one source may be a case: then its marks are the plan, on its own evidence. Otherwise --case adds the marks of \
            a case; --remediate, --disable, --cleanse and --sever add others. Firebreak only writes runbooks; it never changes \
            anything at a provider. The form sh does nothing until its reader takes the guard out of it, and then asks before \
            each step.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, markdown, sh }

    @OptionGroup var sources: SourceArguments
    @OptionGroup(title: "The question and the plan") var reach: ReachArguments
    @Option(help: "How to print the plan.") var format: Format = .table

    func run() throws {
        let named = try CaseAsSource(sources)
        let evidence = try named?.evidence ?? Reading.run(sources)
        let inventory = evidence.inventory
        var question = try reach.question(inventory, now: .now)
        if let named, reach.declared.texts.isEmpty { question.seeds = named.file.state.seeds(in: inventory) }
        if question.seeds.isEmpty {
            Output.diagnose("nothing is declared compromised; name it with --from ENTITY@FROM..UNTIL")
        }
        let attached = try attachedCase()
        let warnings = named?.warnings ?? attached.map { Self.warnings(of: $0.state, on: inventory) } ?? []
        let file = named?.file ?? attached
        let plan = Plan(ReachEngine(inventory), question, file?.state ?? CaseState())
        Output.diagnose(impossible: plan.impossibleSeeds, in: inventory)
        let report = PlanReport(plan, in: inventory, warnings: warnings, of: file.map { CaseHead($0) })
        try evidence.answer(format.text(of: report))
    }

    /// What must be known before a plan of a case on other sources than its own is read.
    private static func warnings(of state: CaseState, on inventory: Inventory) -> [String] {
        EvidenceComparison(of: state, with: inventory).lines
            + [CaseStrays(of: state, in: inventory).words(naming: 20)].compactMap { $0 }
    }

    /// The case of `--case`; nil where none is named.
    private func attachedCase() throws(CommandFailure) -> CaseFile? {
        guard let file = reach.caseFile else { return nil }
        return try CommandFailure.onCase(file) { () throws(CaseError) in try CaseFile(opening: file) }
    }
}

extension PlanCommand.Format {
    /// The report in this form.
    func text(of report: PlanReport) -> String {
        switch self {
        case .table: report.table
        case .json: report.json
        case .csv: report.csv
        case .markdown: report.markdown
        case .sh: report.shell
        }
    }
}
