import Casebook
import Reports

extension State {
    /// The entries of the journal, each with what it is about and what ties it to the others.
    func journalTable(_ journal: JournalRows, about: [(name: String, text: String)]) -> TableReport {
        let ground = journal.ground
        let head = [
            ("case", casebook?.name ?? ""), ("head", ground.entries.last?.hash ?? JournalEntry.beginning),
            ("entries", String(casebook?.view.sequence ?? 0)), ("not_listed", String(olderEntries)),
        ]
        return TableReport(
            columns: [
                "entry", "when", "who", "action", "what", "kind", "id", "name", "entities", "live", "after_plan",
                "place", "evidence", "set_aside", "previous", "hash",
            ], rowCount: journal.count, about: about + head
        ) { row in
            let words = journal.words(at: row)
            let (content, subject) = (words.entry.content, ground.subjects[words.place])
            let entity = ground.entity(at: words.place).map(ground.inventory.entity(at:))
            return [
                String(words.entry.sequence), content.when.text, content.who, content.action.name, words.what,
                entity?.kindName, subject.count == 1 ? subject.ids.first : nil, entity?.name, String(subject.count),
                words.figures.map { String($0.live) }, words.figures.map { String($0.afterPlan) }, content.place,
                content.evidence, String(content.origin?.isAside == true), content.previous, words.entry.hash,
            ]
        }
    }
}
