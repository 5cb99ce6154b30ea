import Inventory
import TerminalKit

extension State {
    /// Makes rows, selection and scroll agree with the place: the last step of every update.
    mutating func settle() {
        if let range, range.list != place.list { self.range = nil }
        let key = currentRowKey
        if key != rowKey {
            let wasSameList =
                rowKey.map { key in
                    key.list.view == place.view && key.list.section == place.section && key.list.group == place.group
                        && key.list.subject == place.subject
                } ?? false
            rowKey = key
            let next = groupedRows ?? place.view.screenView.rows(self)
            // While a filter, an order or a fold of a large list is worked out, the rows before it stay.
            let isMadeElsewhere =
                listing != nil || [.timeline, .changes, .journal, .chokepoints].contains(place.view)
                || mapLayoutRequest != nil
            hasOldRows = next.isPending && isMadeElsewhere && wasSameList
            if !hasOldRows {
                rows = next
                counted = next.listed ?? (next.isOfListed ? listed : nil)
                rowsVersion += 1
                measures = TableMeasures()
                findCursor()
                findRange()
            }
        } else if place.cursor != rows.id(at: selected, in: inventory) {
            // Another place with the same rows: back, forward, a bookmark, a visited place.
            findCursor()
        }
        findHits()
        settleFacets()
        guard !rows.isPending else { return }
        place.view.screenView.scroll(&self)
    }

    /// Puts the selection on the row that the place remembers; when it is gone, where it stood.
    private mutating func findCursor() {
        guard !rows.isPending else { return }
        let found = place.cursor.flatMap { rows.row(of: $0, in: inventory) }
        // What is not among the rows of before may be among those to come.
        if found == nil, hasOldRows { return }
        let wanted = found ?? (place.cursor == nil ? rows.beginning : selected)
        select(rows.selectable(from: wanted) ?? 0)
    }

    /// Selects a row by number and remembers it by id.
    mutating func select(_ row: Int) {
        selected = row
        if let id = rows.id(at: row, in: inventory) { place.cursor = id }
    }

    private var currentRowKey: RowKey {
        var key = RowKey(list: place.list)
        let dependsOnMarks =
            [.plan, .timeline, .map, .chokepoints].contains(place.view) || filterNeedsMarks
        let dependsOnReach = place.view != .inventory || filterNeedsReach || isSortedByReach
        if dependsOnMarks || dependsOnReach {
            key.work = work.present
            if !dependsOnMarks {
                key.work?.marks = []
                key.work?.endings = [:]
                key.work?.moments = [:]
            }
            key.work?.bookmarks = []
            if !filterNeedsMarks, place.view != .entity {
                key.work?.notes = [:]
                if place.view != .plan { key.work?.judgements = [:] }
            }
        }
        if place.view == .start { (key.recent, key.isTyping, key.columns) = (recent, overlay.filters, size.columns) }
        if place.view == .start || place.view == .changes { key.comparison = comparison?.version ?? 0 }
        key.isNarrow = place.view == .entity && isNarrow
        key.answered = needed.filter { inquiry in
            if case .breakdown(let breakdown) = inquiry { return breakdown == grouping && findings[inquiry] != nil }
            if inquiry.givesRows { return findings[inquiry] != nil }
            if case .exposure = inquiry {
                return (asksForExposure || place.view == .entity) && findings[inquiry] != nil
            }
            if inquiry == .lookAlikes {
                return (place.view == .start || place.view == .entity) && findings[inquiry] != nil
            }
            return dependsOnReach && inquiry.decidesRows && findings[inquiry] != nil
        }
        return key
    }

    /// Whether there is no room for drawings side by side.
    var isNarrow: Bool { size.columns < EgoDrawing.wideColumns }

    /// The list of the current view inside a body.
    func list(in body: Rect) -> ListGeometry {
        let view = place.view.screenView
        return ListGeometry(
            rowCount: rows.count, selected: selected, rowHeight: view.rowHeight,
            lines: view.listRect(self, in: body).rows - view.headerLines)
    }
}
