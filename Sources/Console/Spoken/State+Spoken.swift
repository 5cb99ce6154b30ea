import Inventory
import PlainText
import TerminalKit

extension State {
    /// Where a row stands among all: what the end of the bar counts.
    func position(of row: Int) -> (number: Int, count: Int) {
        (rows.position(of: row) + 1, rows.selectableCount)
    }

    /// Whether the entity of a row is on the plan.
    func isMarked(_ row: Int) -> Bool { rows.entity(at: row).map(work.present.marks.contains) ?? false }

    /// A row in words: `3 of 120: token AWS key, identity plane, live, marked`.
    func spoken(row: Int) -> String {
        let (number, count) = position(of: row)
        var words = place.view.screenView.facts(ofRow: row, in: self).map(\.words)
        if isMarked(row) { words.append("marked") }
        if rows.entity(at: row).map(isPending) == true { words.append(Glyph.pending.word) }
        if rows.entity(at: row).map({ work.present.notes[$0] != nil }) == true { words.append("noted") }
        if rangeRows?.contains(row) == true { words.append("in the range") }
        let place =
            rows.eventsBeforeLens(at: row).map { "after \(Words.grouped($0)) of \(Words.grouped(count))" }
            ?? "\(Words.grouped(number)) of \(Words.grouped(count))"
        return "\(place): \(words.joined(separator: ", "))"
    }

    /// What the keys move: the selected row in words, and why there is none where there is none; the line of the facets
    /// while they take the keys.
    var spokenSelection: String {
        if isInFacets { return spokenFacet }
        if rows.isPending { return isCancelled ? pendingReason : "computing" }
        if rows.isSelectable(selected) { return spoken(row: selected) }
        let why = place.view.screenView.spokenEmptiness(of: self).map(\.words).joined(separator: " ")
        return "no rows" + (why.isEmpty ? "" : ": \(why)")
    }

    /// Whether figures are still to come.
    var isCounting: Bool {
        guard question != nil else { return false }
        return answer == nil || rollbackAnswer == nil || planInquiry != nil && planAnswer == nil
    }

    /// What is declared compromised, entity by entity: over which times, and who says so.
    var spokenDeclarations: [String] {
        var seen: Set<Int> = []
        return work.present.seeds.filter { seen.insert($0.seed.entity).inserted }.map { declared in
            let entity = inventory.entity(at: declared.seed.entity)
            let windows = work.present.windows(of: entity.index).map { TimeWords.windowInFull($0, arrow: "to") }
            return "\(Words.kind(entity)) \(entity.name), \(windows.joined(separator: "; ")), \(declared.origin.words)"
                .printable
        }
    }

    /// As of when, and under which assumptions.
    var spokenLens: String { TextLine(lensText(.spoken)).spokenText }

    /// The figures of the present lens in words, all of them.
    var spokenCounts: String { counts(.spoken, columns: .max).spokenText }

    /// Which of the lists to choose from is shown, and how many there are; nil where there is one alone.
    var spokenList: String? {
        let lists = place.view.screenView.sections(self)
        guard let number = lists.firstIndex(where: { $0.name == place.section }) ?? lists.indices.first else {
            return nil
        }
        let count = lists[number].count.map { " \(Words.grouped($0 + lists[number].more))" } ?? ""
        return "list \(number + 1) of \(lists.count): \(lists[number].title)\(count)".printable
    }

    /// Where one is: the last crumb of the trail. The order of the rows is said in words of its own.
    var spokenPlace: String {
        var unsorted = place
        unsorted.sort = nil
        return unsorted.crumb(in: inventory, look: .spoken)
    }
}

extension TextLine {
    /// Its facts, with commas between them.
    var spokenText: String { SpokenFact.facts(of: text).map(\.words).joined(separator: ", ") }
}
