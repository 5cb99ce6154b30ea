import Inventory
import TerminalKit

// What the analyst writes about entities. A word that begins with `#` is a tag, which a filter finds: `note~#cleared`. In
// a case it becomes a tag of the case, and one that names a verdict becomes that.
extension State {
    /// Asks for the note on the selected entity.
    mutating func openNote() -> [Effect] {
        guard let entity = selectedEntity else { return [] }
        let line = LineEditor(work.present.notes[entity.index] ?? "")
        overlay = .prompt(Prompt(purpose: .note(entity: entity.index), line: line))
        return []
    }

    /// Writes a note, or takes it away where `text` says nothing. What looks like a credential is left out.
    mutating func note(_ text: String, on entity: Entity) {
        let kept = redact(text.trimmed)
        let before = work.present.notes[entity.index]
        guard kept != before ?? "" else { return }
        if kept.isEmpty {
            change("remove the note on \(entity.name)") { $0.notes[entity.index] = nil }
            message = Message(text: "no note any more: \(entity.name)")
            return
        }
        change("note on \(entity.name)") { [isCase = casebook != nil] work in
            work.notes[entity.index] = kept
            if isCase { work.judge(entity.index) { $0.take(tagsOf: kept, before: before ?? "") } }
        }
        message =
            kept == text.trimmed
            ? Message(text: "noted: \(entity.name); note:any in a filter lists what has a note")
            : Message(text: "noted without what looks like a credential: \(entity.name)", tone: .warning)
    }
}
