import ArgumentParser
import Casebook
import Inventory
import Reach

/// The items of the plan that a command is about.
struct CaseItemArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("An id, kind:name or short id.", valueName: "ENTITY")) var entities: [String] = []
    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A relation that is ended.", valueName: "FROM,RELATION,TO"))
    var sever: [String] = []

    func validate() throws {
        if entities.isEmpty, sever.isEmpty { throw ValidationError("name an ENTITY, or --sever FROM,RELATION,TO") }
    }

    /// The items that are named.
    func items(in work: CaseWork) throws(CommandFailure) -> [Mark.Item] {
        var items: [Mark.Item] = []
        for text in entities { items.append(.entity(try work.id(text))) }
        for text in sever { items.append(try relation(text, in: work)) }
        return items
    }

    private func relation(_ text: String, in work: CaseWork) throws(CommandFailure) -> Mark.Item {
        guard let inventory = work.atHand?.inventory else {
            throw .caseText("without its evidence no relation can be looked up: \(text)")
        }
        do throws(SeveranceError) {
            let found = try Severance.parse(text, in: inventory, at: .now, now: .now)
            guard let first = found.first else { throw SeveranceError.noSuchRelation(text: text) }
            let relation = inventory.relation(at: first.relation)
            return .relation(from: relation.from.id, kind: relation.kindName, to: relation.to.id)
        } catch {
            throw .severance(error)
        }
    }
}

struct CaseMarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Takes entities and relations into the plan: they are to be remediated.")

    @OptionGroup var named: CaseArguments
    @OptionGroup var items: CaseItemArguments
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("When it takes effect. Default: the moment of the question.", valueName: "TIME"))
    var at: String?

    func run() throws {
        let moment = try at.map { text throws(CommandFailure) in
            guard let moment = Instant(text: text, now: .now) else { throw .time(option: "--at", text: text) }
            return moment
        }
        let work = try CaseWork(named)
        try work.change([.mark(items: try items.items(in: work), at: moment)], measures: true)
    }
}

struct CaseUnmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "unmark", abstract: "Takes items out of the plan.")

    @OptionGroup var named: CaseArguments
    @OptionGroup var items: CaseItemArguments

    func run() throws {
        let work = try CaseWork(named)
        try work.change([.unmark(items: try items.items(in: work))], measures: true)
    }
}

struct CaseStateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-state", abstract: "Says how far items of the plan are.",
        discussion: "STATE is one of: \(Mark.State.allCases.map(\.rawValue).joined(separator: ", ")).")

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("How far it is.", valueName: "STATE")) var state: Mark.State
    @OptionGroup var items: CaseItemArguments
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Why, or by what proof; what failed does not go without.", valueName: "TEXT"))
    var why = ""

    func validate() throws {
        let isMissing = state == .failed && why.allSatisfy(\.isWhitespace)
        if isMissing { throw ValidationError("say why it failed: --why TEXT") }
    }

    func run() throws {
        let work = try CaseWork(named)
        try work.change([.advance(items: try items.items(in: work), state: state, why: why, proof: nil)])
    }
}

extension Mark.State: ExpressibleByArgument {}
extension Verdict.Finding: ExpressibleByArgument {}
