import Inventory
import TerminalKit

extension State {
    /// Opens the panel, moves the keys into it, or shuts it.
    mutating func toggleFacets() -> [Effect] {
        if place.facets == nil {
            place.facets = FacetPanel()
        } else if place.facets?.isActive == false {
            place.facets?.isActive = true
        } else {
            place.facets = nil
        }
        return []
    }

    /// Whether keys go to the panel.
    var isInFacets: Bool { place.facets?.isActive == true && faceting != nil }

    /// The lines of the panel; nil while they are being counted.
    var facetLines: [FacetLine]? {
        guard faceting != nil, let shownFacets, shownFacets.view == place.view else { return nil }
        let groups = shownFacets.groups
        let query = query
        return FacetLine.lines(groups) { group in
            (try? Query(parsing: group.term)).map(query.requires) ?? false
        }
    }

    /// Takes in what was counted; until then what the panel counted before stays, as rows do.
    mutating func settleFacets() {
        guard let faceting else {
            shownFacets = nil
            return
        }
        if let groups = findings.groups(faceting) ?? withoutExposures(faceting) {
            shownFacets = ShownFacets(view: place.view, groups: groups)
        }
        if isInFacets { scrollFacets() }
    }

    /// Whether the panel counts the rows of another query than the present one.
    var areFacetsOld: Bool {
        guard let faceting else { return false }
        return findings.groups(faceting) == nil && withoutExposures(faceting) == nil
    }

    /// While the exposures are still being worked out: the same without them.
    private func withoutExposures(_ faceting: Breakdown) -> [RowGroup]? {
        var known = faceting
        known.listing.exposures = nil
        known.listing.exposureFilter = nil
        return findings.groups(known)
    }

    /// The line of the panel that is selected.
    func selectedFacet(in lines: [FacetLine]) -> Int? {
        let chosen = place.facets?.cursor.flatMap { id in lines.firstIndex { $0.group?.id == id } }
        return chosen ?? lines.firstIndex { $0.group != nil }
    }

    /// A key while the panel takes them.
    /// - Returns: Whether it meant something to the panel.
    mutating func pressInFacets(_ key: Key) -> Bool {
        let lines = facetLines ?? []
        let entries = lines.indices.filter { lines[$0].group != nil }
        let now = selectedFacet(in: lines).flatMap(entries.firstIndex) ?? 0
        let page = max(1, facetRect.rows - 2)
        switch key {
        case .down, .character("j"): selectFacet(now + 1, of: entries, in: lines)
        case .up, .character("k"): selectFacet(now - 1, of: entries, in: lines)
        case .pageDown, .control("f"): selectFacet(now + page, of: entries, in: lines)
        case .pageUp, .control("b"): selectFacet(now - page, of: entries, in: lines)
        case .home, .character("g"): selectFacet(0, of: entries, in: lines)
        case .end, .character("G"): selectFacet(entries.count - 1, of: entries, in: lines)
        case .tab: selectFacet(lines.facet(after: now, of: entries, by: 1), of: entries, in: lines)
        case .backTab: selectFacet(lines.facet(after: now, of: entries, by: -1), of: entries, in: lines)
        case .enter, .right, .character("l"), .character(" "):
            if entries.indices.contains(now), let group = lines[entries[now]].group { toggle(group) }
        case .escape, .left, .backspace, .character("q"), .character("h"): place.facets?.isActive = false
        default: return false
        }
        return true
    }

    /// Moves the keys into the panel, and takes an entry of it by its line.
    mutating func pickFacet(line: Int) {
        place.facets?.isActive = true
        guard let lines = facetLines, lines.indices.contains(line), let group = lines[line].group else { return }
        toggle(group)
    }

    private mutating func selectFacet(_ entry: Int, of entries: [Int], in lines: [FacetLine]) {
        guard !entries.isEmpty else { return }
        let line = entries[min(max(0, entry), entries.count - 1)]
        place.facets?.cursor = lines[line].group?.id
        scrollFacets()
    }

    /// Keeps the selected line in sight, and what it is a value of.
    private mutating func scrollFacets() {
        guard let panel = place.facets, let lines = facetLines else { return }
        let selected = selectedFacet(in: lines)
        let list = ListGeometry(rowCount: lines.count, selected: selected, lines: facetRect.rows)
        var scroll = list.offset(near: panel.scroll)
        if let selected, let heading = lines[...selected].lastIndex(where: { $0.group == nil }),
            selected - heading < list.window
        {
            scroll = min(scroll, heading)
        }
        place.facets?.scroll = scroll
    }

    /// Adds the term of a group to the query, or takes it away.
    private mutating func toggle(_ group: RowGroup) {
        guard let term = try? query(group.term), !group.term.isEmpty else {
            message = Message(text: "no query finds these rows together", tone: .warning)
            return
        }
        let isAsked = query.requires(term)
        place.query = isAsked ? writtenQuery.removing(group.term) : writtenQuery.adding(group.term)
        place.facets?.cursor = group.id
        place.scroll = 0
        message = Message(text: isAsked ? "no longer only \(group.term)" : "only \(group.term)")
    }
}

extension [FacetLine] {
    /// The first entry of the next facet, or of the one before, around at the ends: by its place among the entries.
    fileprivate func facet(after entry: Int, of entries: [Int], by step: Int) -> Int {
        let headings = entries.map { self[$0].group?.heading }
        let starts = headings.indices.filter { $0 == 0 || headings[$0] != headings[$0 - 1] }
        guard !starts.isEmpty else { return 0 }
        let own = starts.lastIndex { $0 <= entry } ?? 0
        return starts[(own + step + starts.count) % starts.count]
    }
}
