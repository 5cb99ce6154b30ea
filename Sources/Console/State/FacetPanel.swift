/// The panel that counts the rows shown by kind, owner, age and the like: a part of a place.
public struct FacetPanel: Codable, Hashable, Sendable {
    /// The query of the selected entry; nil is the first.
    public var cursor: String?
    /// The first line shown.
    public var scroll = 0
    /// Whether keys move in it, and not in the list.
    public var isActive = true

    /// A panel that takes the keys.
    public init() {}
}

/// What the panel counted last, and for which view.
struct ShownFacets: Sendable {
    let view: Place.View
    let groups: [RowGroup]
}

/// One line of the panel.
enum FacetLine: Hashable, Sendable {
    case heading(String)
    case entry(RowGroup)

    var group: RowGroup? {
        if case .entry(let group) = self { group } else { nil }
    }

    /// The lines for the groups of all facets, those without rows left out unless the query asks for them.
    static func lines(_ groups: [RowGroup], isAsked: (RowGroup) -> Bool) -> [FacetLine] {
        var lines: [FacetLine] = []
        var heading: String?
        for group in groups where group.count > 0 || isAsked(group) {
            if group.heading != heading {
                heading = group.heading
                lines.append(.heading(group.heading))
            }
            lines.append(.entry(group))
        }
        return lines
    }
}
