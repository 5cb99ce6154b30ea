import Inventory
import Reports
import TerminalKit

extension State {
    /// The present place without a picture, with at most so many of its rows.
    func report(limit: Int) -> PlaceReport {
        let view = place.view.screenView
        var report = PlaceReport()
        report.title = titleLine(.spoken, columns: .max).spokenText
        report.place = arrival.text
        report.name = spokenPlace
        report.lens = spokenLens
        report.declared = spokenDeclarations
        report.counts = SpokenFact.facts(of: counts(.spoken, columns: .max).text).map(\.words)
        report.head = view.spokenHead(of: self).map(\.words)
        report.lists = view.sections(self).enumerated().map { number, section in
            let isShown = place.section.map { $0 == section.name } ?? (number == 0)
            return PlaceReport.List(
                name: section.name, title: section.title, count: section.count.map { $0 + section.more },
                isShown: isShown)
        }
        report.filter = place.query
        report.order = place.sort.map { "\($0.column), \($0.ascending ? "ascending" : "descending")" }
        report.notes = listNotes
        report.total = rows.selectableCount
        report.rows = reportedRows(limit: limit)
        if report.total == 0 {
            report.emptiness = view.spokenEmptiness(of: self).map(\.words).joined(separator: " ")
        }
        report.blind = inventory.blindSpots
        report.keys = Command.table.map { command in
            PlaceReport.Key(
                keys: keys(thatRun: command.id).map { $0.label(.ascii) }, name: command.label(in: self),
                description: command.description, obstacle: keyObstacle(command),
                isMain: command.priority > 0 && !command.leads(to: place.view))
        }
        return report
    }

    /// The place without the cursor, where nobody moved that.
    private var arrival: Place {
        var place = place
        if selected == rows.selectable(from: rows.beginning) { place.cursor = nil }
        return place
    }

    private func reportedRows(limit: Int) -> [PlaceReport.Row] {
        let view = place.view.screenView
        var reported: [PlaceReport.Row] = []
        var number = 0
        for row in 0..<rows.count where number < limit {
            let isSelectable = rows.isSelectable(row)
            let isCounted = isSelectable && rows.eventsBeforeLens(at: row) == nil
            if isCounted { number += 1 }
            let facts = view.facts(ofRow: row, in: self).map { fact in
                PlaceReport.Fact(name: fact.label, value: fact.text, words: fact.words)
            }
            let entity = rows.entity(at: row).map { inventory.entity(at: $0) }
            reported.append(
                PlaceReport.Row(
                    number: isCounted ? number : nil, id: entity?.id, shortID: entity?.shortID, facts: facts,
                    isMarked: isMarked(row), isSelected: isSelectable && row == selected))
        }
        return reported
    }
}
