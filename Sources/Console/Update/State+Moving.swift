import TerminalKit

extension State {
    /// Moves the selection by rows; headings are passed over.
    mutating func move(by rows: Int) -> [Effect] {
        guard self.rows.count > 0, rows != 0 else { return [] }
        if case .map(let map) = self.rows, !isMapList {
            select(map.row(from: selected, down: rows))
            return []
        }
        let wanted = min(max(0, selected + rows), self.rows.count - 1)
        let isDown = rows > 0
        if let row = self.rows.selectable(from: wanted, downwards: isDown), isDown ? row > selected : row < selected {
            select(row)
        } else if !isDown, place.scroll > 0 {
            // Headings above the first selectable row come into view.
            place.scroll = 0
        }
        return []
    }

    /// Moves the selection by screens of the list.
    mutating func move(pages: Int) -> [Effect] {
        let window = max(1, list(in: bodyRect(size)).window)
        return move(by: pages * max(1, window - 1))
    }

    /// Moves the selection by half a screen of the list.
    mutating func moveHalfPage(down: Bool) -> [Effect] {
        let rows = max(1, list(in: bodyRect(size)).window / 2)
        return move(by: down ? rows : -rows)
    }

    /// Selects the first or the last row.
    mutating func moveToEdge(last: Bool) -> [Effect] {
        if let row = rows.selectable(from: last ? rows.count - 1 : 0, downwards: !last) { select(row) }
        if !last { place.scroll = 0 }
        return []
    }

    /// Why there is no other section to go to.
    var sectionObstacle: String? {
        if !place.view.screenView.sections(self).isEmpty { return nil }
        switch rows {
        case .page, .start: return nil
        default: return "there is only one list here"
        }
    }

    private var headingRows: [Int] {
        (0..<rows.count).filter { row in
            switch rows {
            case .page(let lines): lines[row].isHeading
            case .start(let lines): lines[row].isHeading
            default: false
            }
        }
    }

    /// Goes to another section, around at the ends; on a page of headings, to the next one's first row.
    mutating func changeSection(by step: Int) -> [Effect] {
        let sections = place.view.screenView.sections(self)
        guard !sections.isEmpty else {
            moveToHeading(by: step)
            return []
        }
        let now = sections.firstIndex { $0.name == place.section } ?? 0
        showSection((now + step + sections.count) % sections.count)
        return []
    }

    /// Goes to one of the view's lists by its number.
    mutating func showSection(_ number: Int) {
        let sections = place.view.screenView.sections(self)
        guard sections.indices.contains(number) else { return }
        let table = place.tableName
        place.section = number == 0 ? nil : sections[number].name
        if place.tableName != table { place.table = habits.tables[place.tableName] }
        place.scroll = 0
    }

    private mutating func moveToHeading(by step: Int) {
        let headings = headingRows
        let own = headings.lastIndex { $0 < selected } ?? 0
        guard !headings.isEmpty else { return }
        let next = headings[(own + step + headings.count) % headings.count]
        if let row = rows.selectable(from: next) {
            select(row)
            place.scroll = next
        }
    }
}
