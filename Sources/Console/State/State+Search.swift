import Inventory

extension State {
    /// The search of the place among its present rows; nil where nothing is searched for.
    var rowSearch: RowSearch? {
        guard !place.search.isEmpty, !rows.isPending, rows.count > 0 else { return nil }
        var search = RowSearch(text: place.search, version: rowsVersion, rows: rows, at: at)
        let query = try? query(place.search)
        if query?.needsMarks == true { search.remarks = Remarks(work.present) }
        if query?.needsReach == true {
            search.answer = answer
            search.question = answer == nil ? nil : question
        }
        return search
    }

    /// Whether hits are found at once rather than off the thread that draws.
    var isPromptSearch: Bool {
        inventory.entityCount <= Self.promptEntities && rows.count <= Self.promptEntities
    }

    /// Whether hits are still being looked for.
    var isSearching: Bool { hits == nil && rowSearch != nil }

    /// Makes the hits agree with the rows, and goes to the one that is waited for.
    mutating func findHits() {
        guard let search = rowSearch else {
            hits = nil
            if !rows.isPending { wantedHit = nil }
            return
        }
        if hits?.search != search {
            hits = isPromptSearch ? search.hits(in: inventory) : findings.hits(of: search)
        }
        guard let hits, let wanted = wantedHit else { return }
        wantedHit = nil
        go(to: wanted, among: hits)
    }

    private mutating func go(to wanted: WantedHit, among hits: SearchHits) {
        let count = hits.rows.count
        guard count > 0 else {
            if case .from = wanted { return }
            message = nothingFound
            return
        }
        let place: Int
        switch wanted {
        case .from(let row): place = hits.firstPlace(from: row) % count
        case .next:
            let next = hits.firstPlace(from: selected + 1)
            place = next % count
            if next == count { message = Message(text: turned(count, "on from the top")) }
        case .previous:
            let before = hits.firstPlace(from: selected) - 1
            place = (before + count) % count
            if before < 0 { message = Message(text: turned(count, "on from the end")) }
        }
        select(hits.rows[place])
    }

    private func turned(_ count: Int, _ words: String) -> String {
        count == 1 ? "this is the only hit" : "no more hits that way: \(words)"
    }
}
