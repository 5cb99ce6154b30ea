import Casebook
import Inventory
import PlainText

extension State {
    /// Why there is no journal to show.
    var journalObstacle: String? { caseObstacle }

    /// The journal as far as it is at hand, to be made ready; nil without a case.
    var journalInquiry: JournalInquiry? { casebook.map { JournalInquiry($0.view) } }

    /// The same made ready, when it is at hand.
    var journal: JournalGround? { journalInquiry.flatMap { findings.journal($0) } }

    /// The list of entries that the place shows, to be made; nil elsewhere, and while the journal is not ready.
    var journalListing: JournalListing? {
        guard place.view == .journal, let base = journalInquiry, let journal else { return nil }
        return JournalListing(base: base, query: place.query, at: at, sorts: sortKeys, ground: journal)
    }

    /// What the journal needs, the most urgent first.
    var neededForJournal: [Inquiry] {
        guard let journalInquiry else { return [] }
        return [.journal(journalInquiry)] + [journalListing.map { Inquiry.entries($0) }].compactMap { $0 }
    }

    /// The entries that the place lists, when they are at hand.
    var journalRows: JournalRows? { if case .journal(let rows) = rows { rows } else { nil } }

    /// The selected entry; nil elsewhere.
    var selectedEntry: JournalEntryWords? {
        guard let rows = journalRows, rows.rows.indices.contains(selected) else { return nil }
        return rows.words(at: selected)
    }

    /// How many entries came before those that are at hand.
    var olderEntries: Int { max(0, (casebook?.view.journal.first?.sequence ?? 1) - 1) }

    /// The command that prints the journal: all of it, or the entries behind one.
    func journalCommand(after entry: Int? = nil) -> [String] {
        ["case", "journal", casebook?.name ?? "CASE"] + (entry.map { ["--after", String($0)] } ?? [])
    }

    /// Goes to the journal of the case, the newest entry first.
    mutating func showJournal() -> [Effect] {
        guard place.view != .journal || !place.query.isEmpty else {
            message = Message(text: "you are there")
            return []
        }
        visit(.journal)
        return []
    }

    // MARK: Where entries lead

    /// Why Enter has nothing to show of the selected entry.
    var entryObstacle: String? { selectedEntry == nil ? "nothing is selected" : nil }

    /// Opens what the selected entry is about: an entity, several, a bookmark, an answer; else where it was made; else it
    /// shows the entry itself.
    mutating func openEntry() {
        guard let words = selectedEntry else { return }
        if selectedEntity != nil {
            _ = showEntity()
        } else if let there = aim(of: words) {
            history.visit(there)
            selected = 0
        } else if let made = words.madeAt {
            go(toMade: made, by: words)
        } else {
            overlay = .text(ShownText(title: "entry \(words.entry.sequence)", text: words.text(in: self)))
        }
    }

    /// The place that shows what an entry is about; nil where there is none.
    private func aim(of words: JournalEntryWords) -> Place? {
        let subject = words.ground.subjects[words.place]
        if subject.count > 1, subject.isWhole {
            var list = Place(.inventory, lens: place.lens)
            list.query = "id:" + subject.ids.map(Query.literal).joined(separator: ",")
            list.table = habits.tables[list.tableName]
            return (try? query(list.query)) == nil ? nil : list
        }
        switch words.action {
        case .bookmark(_, let text): return Place(text: text)
        case .measure(let measurement):
            var blast = Place(.blast)
            blast.lens = Lens(at: measurement.terms.at.bounded)
            blast.lens.isTimeless = measurement.terms.timeless
            blast.lens.guardsFail = measurement.terms.guardsFail
            blast.lens.plane = measurement.terms.plane
            blast.lens.evidence = measurement.terms.evidence
            blast.table = habits.tables[blast.tableName]
            return blast
        default: return nil
        }
    }

    /// Why one cannot go to where entries were made, whichever is selected.
    var madeAtPlaceObstacle: String? {
        place.view == .journal ? journalObstacle : "only in the journal of a case: \(key(.journal))"
    }

    /// Why one cannot go to where the selected entry was made.
    var madeAtObstacle: String? {
        guard let words = selectedEntry else { return "nothing is selected" }
        guard words.entry.content.place != nil else {
            return "entry \(words.entry.sequence) does not say where it was made"
        }
        return words.madeAt == nil ? "this version does not know that place" : nil
    }

    /// Goes to where the selected entry was made.
    mutating func showMadeAt() -> [Effect] {
        if let words = selectedEntry, let made = words.madeAt { go(toMade: made, by: words) }
        return []
    }

    private mutating func go(toMade made: Place, by words: JournalEntryWords) {
        var next = made
        let number = words.entry.sequence
        message = Message(
            text: "where entry \(number) was made, under its lens; \(key(.back)) returns")
        if next.view != .journal, (try? query(next.query)) == nil {
            next.query = ""
            message = Message(text: "where entry \(number) was made; its filter cannot be read here", tone: .warning)
        }
        next.pane = place.carriedPane
        next.table = habits.tables[next.tableName]
        history.visit(next)
        selected = 0
    }
}
