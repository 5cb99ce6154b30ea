import Inventory
import Reach

/// Where the replacement of a credential goes.
struct SlotFilling: Sendable {
    /// The slots that commands fill: those that some job needs. A slot that none is known to need has a runbook that deletes
    /// it, and must not get a new credential.
    private let filled: [Entity]
    /// The slots that no command fills, in a sentence each; empty where there are none.
    let others: String

    /// How many slots a runbook fills by command at most.
    private static let most = 20

    init(of subject: RunbookSubject) {
        let first = subject.gitHubSlots.prefix(Self.most)
        let needed = first.filter { Impact(of: $0).breaks > 0 }
        filled = Array(needed)
        let seen = Set(first)
        others =
            Self.sentence("By hand", subject.slots.filter { !seen.contains($0) })
            + Self.sentence(
                "Not into these, which no job is known to need: delete them", first.filter { !needed.contains($0) })
    }

    /// The commands that put a new one in; without `input` the tool asks for it.
    func commands(_ input: CommandWord? = nil) -> [RunbookCommand] { filled.flatMap { GitHubSlot($0).set(input) } }

    private static func sentence(_ start: String, _ slots: [Entity]) -> String {
        guard !slots.isEmpty else { return "" }
        let more = slots.count > 5 ? " and \(slots.count - 5) more" : ""
        return " \(start): \(slots.prefix(5).map(\.name).joined(separator: ", "))\(more)."
    }
}
