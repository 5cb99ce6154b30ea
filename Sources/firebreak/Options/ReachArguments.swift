import ArgumentParser
import Casebook
import Inventory
import PlainText
import Reach
import Reports

/// What is asked of the engine.
struct ReachArguments: ParsableArguments {
    @OptionGroup var declared: SeedArguments

    @Option(
        name: .customLong("case"),
        help: ArgumentHelp(
            "A case: what it declares stands beside what the sources mark. --from stands in place of both.",
            valueName: "FILE"),
        completion: .file())
    var caseFile: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The moment that decides what is live.", valueName: "TIME"))
    var at: String = "now"

    @Flag(help: "Leave every time out of account: what could be reached.")
    var timeless = false

    @Option(help: "Whether the controls on guarded relations hold or fail.")
    var guards: Question.Guards = .hold

    @Option(help: "Cross only relations of this plane.")
    var plane: Plane?

    // Optional, because help would show the raw value of a default.
    @Option(help: "The weakest relations to cross. Default: inferred.")
    var evidence: Evidence?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Disable or cleanse, as the kind asks for.", valueName: "ENTITY[@TIME]"))
    var remediate: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Revoke for good.", valueName: "ENTITY[@TIME]"))
    var disable: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Clean up; it can be regained.", valueName: "ENTITY[@TIME]"))
    var cleanse: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("End a relation.", valueName: "FROM,RELATION,TO[@TIME]"))
    var sever: [String] = []

    @Flag(help: "Roll code back: cleanse every repository, workflow, action, package and artifact that was altered.")
    var rollback = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("When code is rolled back. Default: the time of --at.", valueName: "TIME"))
    var rollbackAt: String?
}

extension ReachArguments {
    /// The question that these arguments ask of `inventory`, with relative times counted from `now`.
    func question(_ inventory: Inventory, now: Instant) throws(CommandFailure) -> Question {
        let at = try time(at, option: "--at", now: now)
        do {
            var question = Question(seeds: try seeds(in: inventory, now: now), at: at)
            question.timeless = timeless
            question.guards = guards
            question.plane = plane
            question.evidence = evidence ?? .inferred
            let remedies: [(texts: [String], means: Remediation?)] = [
                (remediate, nil), (disable, .disable), (cleanse, .cleanse),
            ]
            for (texts, means) in remedies {
                question.remedies += try texts.map {
                    try Remedy(text: $0, in: inventory, at: at, now: now, means: means)
                }
            }
            question.severances = try sever.flatMap { try Severance.parse($0, in: inventory, at: at, now: now) }
            return question
        } catch let failure as CommandFailure {
            throw failure
        } catch let error as EntityReferenceError {
            throw .entity(error)
        } catch let error as SeveranceError {
            throw .severance(error)
        } catch {
            throw .terminal("\(error)")
        }
    }

    /// The seeds that are named, else those of the case, else those that the sources mark.
    private func seeds(in inventory: Inventory, now: Instant) throws -> [Seed] {
        guard let caseFile, declared.texts.isEmpty else { return try declared.seeds(in: inventory, now: now) }
        let state = try CommandFailure.onCase(caseFile) { () throws(CaseError) in try CaseFile(opening: caseFile).state
        }
        for line in EvidenceComparison(of: state, with: inventory).lines { Output.diagnose(line.printable) }
        if let strays = CaseStrays(of: state, in: inventory).words(naming: 5) { Output.diagnose(strays.printable) }
        return state.seeds(in: inventory)
    }

    /// The moment of the rollback that is part of the answer; nil when none is asked for.
    func rollbackTime(now: Instant) throws(CommandFailure) -> Instant? {
        rollback ? try rollbackMoment(now: now) : nil
    }

    /// The moment of the rollback that is shown beside every answer.
    func rollbackMoment(now: Instant) throws(CommandFailure) -> Instant {
        try time(rollbackAt ?? at, option: "--rollback-at", now: now)
    }

    private func time(_ text: String, option: String, now: Instant) throws(CommandFailure) -> Instant {
        guard let instant = Instant(text: text, now: now) else { throw .time(option: option, text: text) }
        return instant
    }

    /// The question, and a word on standard error when it declares nothing.
    func asked(_ inventory: Inventory, now: Instant) throws(CommandFailure) -> Question {
        let question = try question(inventory, now: now)
        if question.seeds.isEmpty {
            Output.diagnose("nothing is marked as compromised in these sources; name it with --from ENTITY@FROM..UNTIL")
        }
        return question
    }

    /// Answers the question, with rollback only beside it, and says on standard error which seeds never were.
    func answer(_ inventory: Inventory) throws(CommandFailure) -> (answer: BlastRadius, rollbackOnlyLive: Int) {
        let now = Instant.now
        let question = try asked(inventory, now: now)
        let engine = ReachEngine(inventory)
        let rollback = try rollbackTime(now: now)
        let answer = engine.blastRadius(question, rollback: rollback)
        Output.diagnose(impossible: answer.impossibleSeeds, in: inventory)
        let live = engine.rollbackOnlyLive(
            question, at: try rollbackMoment(now: now), knowing: rollback == nil ? answer : nil)
        return (answer, live)
    }
}

extension Output {
    /// Says which seeds could not be held, a line each.
    static func diagnose(impossible seeds: [Seed], in inventory: Inventory) {
        for seed in seeds {
            let id = inventory.entity(at: seed.entity).id
            diagnose("\(id.printable) could not be held in that window and is not counted")
        }
    }
}

extension Question.Guards: ExpressibleByArgument {}
extension Plane: ExpressibleByArgument {}

extension Evidence: ExpressibleByArgument {
    /// The evidence that the argument names.
    public init?(argument: String) { self.init(name: argument) }
    /// Strongest first.
    public static var allValueStrings: [String] { allCases.reversed().map(\.name) }
    /// None: otherwise help lists each value on a line of its own with its raw value.
    public static var allValueDescriptions: [String: String] { [:] }
}
