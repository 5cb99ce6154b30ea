import Inventory

@testable import Casebook

/// The state of a case worked out in the plainest way: which changes count first, then those from the beginning, into
/// texts. Shares nothing with the fold.
enum ReferenceCase {
    static func facts(_ entries: [JournalEntry]) -> [String: String] {
        var counting = Set<Int>()
        for entry in entries {
            switch entry.content.action {
            case .undo(let number): counting.remove(number)
            case .redo(let number): counting.insert(number)
            default: counting.insert(entry.sequence)
            }
        }
        var facts: [String: String] = [:]
        for entry in entries where counting.contains(entry.sequence) { change(&facts, entry) }
        return facts
    }

    private static func change(_ facts: inout [String: String], _ entry: JournalEntry) {
        switch entry.content.action {
        case .open(let title, _, _), .retitle(let title): facts["title"] = title
        case .declare(let entity, let windows, _): facts["declared \(entity)"] = "\(windows.count)"
        case .undeclare(let entity): facts["declared \(entity)"] = nil
        case .mark(let items, let at):
            for item in items {
                let state = facts["mark \(item.words)"]?.split(separator: "|").first.map(String.init) ?? "proposed"
                facts["mark \(item.words)"] = "\(state)|\(at?.seconds ?? 0)"
            }
        case .unmark(let items):
            for item in items { facts["mark \(item.words)"] = nil }
        case .advance(let items, let state, _, _, _, _):
            for item in items {
                guard let mark = facts["mark \(item.words)"] else { continue }
                facts["mark \(item.words)"] =
                    "\(mark.split(separator: "|")[0])>\(state)|\(mark.split(separator: "|")[1])"
            }
        case .note(_, let text): facts["note \(entry.sequence)"] = text
        case .rewrite(let note, let text): if facts["note \(note)"] != nil { facts["note \(note)"] = text }
        case .strike(let note): facts["note \(note)"] = nil
        case .conclude(let subject, let finding, _): facts["verdict \(subject.ids)"] = finding.rawValue
        case .reconsider(let subject): facts["verdict \(subject.ids)"] = nil
        case .tag(let subject, let tags): for tag in tags { facts["tag \(subject.ids) \(tag)"] = "" }
        case .untag(let subject, let tags): for tag in tags { facts["tag \(subject.ids) \(tag)"] = nil }
        case .assign(let subject, let to): facts["assignee \(subject.ids)"] = to
        case .bookmark(let name, let place): facts["bookmark \(name)"] = place
        case .dropBookmark(let name): facts["bookmark \(name)"] = nil
        case .aim(let targets): facts["targets"] = targets.isEmpty ? nil : targets.joined(separator: ",")
        default: break
        }
    }
}

extension CaseState {
    /// The same texts from a state.
    var facts: [String: String] {
        var facts = ["title": title]
        for (entity, declaration) in declarations { facts["declared \(entity)"] = "\(declaration.windows.count)" }
        for (item, mark) in marks {
            let states = mark.steps.map { "\($0.state)" }.joined(separator: ">")
            facts["mark \(item.words)"] = "\(states)|\(mark.at?.seconds ?? 0)"
        }
        for (number, note) in notes { facts["note \(number)"] = note.text }
        for (subject, verdict) in verdicts { facts["verdict \(subject.ids)"] = verdict.finding.rawValue }
        for (subject, tags) in tags { for tag in tags { facts["tag \(subject.ids) \(tag)"] = "" } }
        for (subject, somebody) in assignees { facts["assignee \(subject.ids)"] = somebody }
        for (name, bookmark) in bookmarks { facts["bookmark \(name)"] = bookmark.place }
        if !targets.isEmpty { facts["targets"] = targets.joined(separator: ",") }
        return facts
    }
}
