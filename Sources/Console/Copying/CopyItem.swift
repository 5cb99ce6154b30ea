import Inventory
import PlainText
import Reach
import Reports

/// What can be copied of the selected row: the rows of the copy menu.
enum CopyItem: String, CaseIterable, Hashable, Sendable {
    /// Of an entry of the journal: its hash, what it says in words, and the text that is hashed.
    case hash, line, body
    case id, short, name, path, command, runbook

    /// What is copied of entries alone.
    static let ofEntries: [CopyItem] = [.hash, .line, .body]

    /// The letter that chooses it.
    var letter: Character {
        switch self {
        case .hash: "s"
        case .line: "w"
        case .body: "b"
        case .id: "i"
        case .short: "s"
        case .name: "n"
        case .path: "p"
        case .command: "c"
        case .runbook: "r"
        }
    }

    /// What it is, for the menu and for messages.
    var title: String {
        switch self {
        case .hash: "the hash of the entry (SHA-256)"
        case .line: "the entry in words, with who and when"
        case .body: "the entry exactly as it is hashed: one line of JSON"
        case .id: "the id"
        case .short: "the short id"
        case .name: "the name"
        case .path: "the path, in words with times"
        case .command: "the command that gives this answer"
        case .runbook: "the runbook: commands that revoke or clean it"
        }
    }
}

extension State {
    /// What the menu offers: what can be copied of entries only where there are any.
    var copyItems: [CopyItem] {
        place.view == .journal
            ? CopyItem.allCases : CopyItem.allCases.filter { !CopyItem.ofEntries.contains($0) }
    }

    /// The text of an item, safe to paste; nil where there is none here. A shell reads the command back as what it
    /// says, the other texts are free of anything that a shell's line editor would obey.
    func text(of item: CopyItem) -> String? {
        switch item {
        case .hash: selectedEntry?.entry.hash
        case .line: selectedEntry?.line.printable
        case .body: selectedEntry?.entry.body
        case .id: nameable?.id.printable
        case .short: nameable?.shortID
        case .name: nameable?.name.printable
        case .command: commandLine
        case .runbook: runbook?.commands
        case .path:
            pathEntity.flatMap { entity in
                guard let answer, answer.radius[entity.index] != nil else { return nil }
                return PathReport(to: entity, in: answer.radius).text
            }
        }
    }

    /// What a copied path leads to: on the page of a path its end, whatever step is selected.
    private var pathEntity: Entity? { place.view == .path ? subject : selectedEntity }

    /// The entity of the selected row, also where only the other evidence has it.
    private var nameable: Entity? {
        selectedEntity ?? selectedChange.flatMap { ground, row in ground.told(of: row) }
    }

    /// Why an item is not to be had here.
    func obstacle(to item: CopyItem) -> String? {
        if CopyItem.ofEntries.contains(item) { return selectedEntry == nil ? "nothing is selected" : nil }
        if item == .command { return commandLine == nil ? "no command gives this" : nil }
        if [.id, .short, .name].contains(item), nameable != nil { return nil }
        if let entityObstacle { return entityObstacle }
        switch item {
        case .path: return whyObstacle
        case .runbook: return runbook == nil ? Self.countingBreakage : nil
        case .hash, .line, .body, .id, .short, .name, .command: return nil
        }
    }
}
