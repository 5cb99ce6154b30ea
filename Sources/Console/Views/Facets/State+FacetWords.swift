import Inventory
import TerminalKit

// What is said about the panel of facets: its keys, and the entry that is selected.
extension State {
    /// What keys do while they go to the panel.
    func facetKeys(_ glyphs: Glyphs) -> [KeyBar.Item] {
        [
            KeyBar.Item(Key.enter.label(glyphs), "on or off", priority: 9), KeyBar.Item("q", "list", priority: 8),
            KeyBar.Item(key(.facets, glyphs), "shut", priority: 7, name: Command.ID.facets.rawValue),
            KeyBar.Item(Key.tab.label(glyphs), "next facet", priority: 5),
            KeyBar.Item(key(.help, glyphs), "help", priority: 10, name: Command.ID.help.rawValue),
        ]
    }

    /// The entry that is selected, its place among all, and how many there are.
    private var chosenFacet: (group: RowGroup, number: Int, count: Int)? {
        guard let lines = facetLines, let line = selectedFacet(in: lines), let group = lines[line].group else {
            return nil
        }
        return (group, lines[...line].count { $0.group != nil }, lines.count { $0.group != nil })
    }

    /// Where one is among the entries.
    var facetPosition: String {
        chosenFacet.map { "\(Words.grouped($0.number)) of \(Words.grouped($0.count))" } ?? ""
    }

    /// The selected entry in words: `3 of 20: kind token, 5 rows, off`.
    var spokenFacet: String {
        guard let (group, number, count) = chosenFacet else {
            return facetLines == nil
                ? facetObstacle ?? "facets, \(isCancelled ? pendingReason : "computing")" : "facets, no rows to count"
        }
        let isOn = (try? Query(parsing: group.term)).map(query.requires) ?? false
        let words = ["\(group.heading) \(group.label)", Words.count(group.count, "row"), isOn ? "on" : "off"]
        return "\(Words.grouped(number)) of \(Words.grouped(count)): \(words.joined(separator: ", "))".printable
    }
}
