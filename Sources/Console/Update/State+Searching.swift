import TerminalKit

extension State {
    /// Why nothing can be searched. Rows that are still being computed can: what is typed ahead shall not run commands.
    var searchObstacle: String? { rows.count == 0 && !rows.isPending ? "there are no rows here" : nil }

    /// Why there is no hit to go to.
    var hitObstacle: String? {
        if let searchObstacle { return searchObstacle }
        guard place.search.isEmpty, lastSearch.isEmpty else { return nil }
        return "nothing is searched for: \(key(.search)) searches"
    }

    mutating func openSearch() -> [Effect] {
        let purpose = Prompt.Purpose.search(before: place, from: selected)
        overlay = .prompt(Prompt(purpose: purpose, line: LineEditor(suggesting: place.search)))
        return []
    }

    /// Goes to another hit of the search here, else of the last search anywhere.
    mutating func goToHit(_ wanted: WantedHit) -> [Effect] {
        if place.search.isEmpty { place.search = lastSearch }
        wantedHit = wanted
        return []
    }

    /// Searches for what is typed so far, and shows the first hit from where the search began.
    mutating func search(for text: String, from row: Int) {
        place.search = text
        wantedHit = text.isEmpty ? nil : .from(row)
        if text.isEmpty, rows.isSelectable(row) { select(row) }
    }
}
