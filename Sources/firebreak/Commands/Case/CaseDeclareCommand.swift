import ArgumentParser
import Casebook
import Inventory
import PlainText
import Reach

struct CaseDeclareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Says what the attacker had, and over which time.",
        discussion: """
            All windows of one entity are named together: they stand in place of what was said of it before, and of what the \
            sources mark. --cleared says that an entity was not had, whatever a source marks; --undo leaves it to the sources \
            again.
            """)

    @OptionGroup var named: CaseArguments
    @Argument(help: ArgumentHelp("An id, kind:name or short id.", valueName: "ENTITY[@FROM[..UNTIL]]")) var seeds:
        [String]
    @Option(parsing: .unconditional, help: ArgumentHelp("Why.", valueName: "TEXT")) var why = ""
    @Flag(help: "These were not compromised.") var cleared = false
    @Flag(help: "Nothing is said of these any longer.") var undo = false

    func validate() throws {
        if cleared, undo { throw ValidationError("--cleared and --undo exclude each other") }
        if seeds.isEmpty { throw ValidationError("name what the attacker had: ENTITY@FROM..UNTIL") }
    }

    func run() throws {
        let work = try CaseWork(named)
        var order: [String] = []
        var windows: [String: [Window]] = [:]
        for text in seeds {
            let (id, interval) = try reference(text, in: work)
            if cleared || undo, interval != nil {
                throw CommandFailure.caseText(
                    "'\(text)': \(cleared ? "--cleared says that it was never had" : "--undo says nothing of it any longer"), "
                        + "so that it takes no window; name the entity alone")
            }
            if let interval, interval.isEmpty {
                throw CommandFailure.caseText(
                    "'\(text)': the window ends before it begins (\(interval.from.iso8601) to \(interval.until.iso8601))"
                )
            }
            if let interval, interval.from > .now {
                Output.diagnose(
                    "'\(text.printable)' begins later than now (\(Instant.now.iso8601)): before that nothing is counted by it"
                )
            }
            if windows[id] == nil { order.append(id) }
            windows[id, default: []] += cleared || undo ? [] : [Window(interval ?? .always)]
        }
        let actions = order.map { id -> CaseAction in
            undo ? .undeclare(entity: id) : .declare(entity: id, windows: windows[id] ?? [], why: why)
        }
        try work.change(actions, measures: true)
    }

    private func reference(_ text: String, in work: CaseWork) throws(CommandFailure) -> (id: String, window: Interval?)
    {
        guard let inventory = work.atHand?.inventory else {
            throw .caseText("without its evidence nothing can be declared: what '\(text)' names cannot be looked up")
        }
        do throws(EntityReferenceError) {
            let (entity, window) = try TimedReference.parse(text, in: inventory, now: .now)
            return (entity.id, window)
        } catch {
            throw .entity(error)
        }
    }
}
