/// The facts of an entity for a pane beside a list. Where there is room, each of them always stands on the same line,
/// known or not: the eye finds it there while the selection moves, and a move writes only what differs.
struct EntitySummary {
    /// The facts of a page's summary.
    let page: [EntityLine]
    /// The lines of the pane.
    let rows: Int
    /// What stands for a fact that is not recorded.
    let missing: String

    /// Below this what is not known leaves its line to what is.
    private static let fixedRows = 36

    /// What has a line of its own, by heading.
    private static let fixed: [(heading: String, labels: [String])] = [
        ("Compromise", ["held", "first held", "until", "tier", "plane", "via", "known", "used since"]),
        (
            "Facts",
            [
                "kind", "id", "belongs to", "owner", "provider", "privilege", "created", "issued", "rotated", "last used",
                "expires", "revoked", "exposure",
            ]
        ),
        ("Relations", ["leaving", "entering"]),
        ("Known from", ["source"]),
    ]

    /// How many facts that others do not have are listed; the entity's page has all of them.
    private static let othersShown = 3

    /// The lines of the pane.
    var lines: [EntityLine] {
        guard rows >= Self.fixedRows else { return page }
        var rest: [EntityLine?] = page.map { line in line.isHeading || line.label == "not recorded" ? nil : line }
        var lines: [EntityLine] = []
        for (heading, labels) in Self.fixed {
            lines.append(.heading(heading))
            for label in labels {
                let place = rest.firstIndex { $0?.label == label }
                lines.append(place.flatMap { rest[$0] } ?? .fact(label: label, value: missing))
                if let place { rest[place] = nil }
            }
        }
        lines.append(.fact(label: "sources", value: Words.grouped(page.count { $0.label == "source" })))
        return lines + others(rest.compactMap { $0 }.filter { $0.label != "source" })
    }

    private func others(_ others: [EntityLine]) -> [EntityLine] {
        guard !others.isEmpty else { return [] }
        let shown = others.prefix(Self.othersShown)
        let left = others.count - shown.count
        let end: [EntityLine] = left == 0 ? [] : [.fact(label: "and", value: "\(Words.grouped(left)) more on its page")]
        return [.heading("More")] + shown + end
    }
}

extension EntityLine {
    /// What stands at the front of the line, where that is the same for every entity.
    fileprivate var label: String? {
        switch self {
        case .fact(let label, _), .held(let label, _): label
        case .parent: "belongs to"
        case .provenance: "source"
        case .heading, .relation, .history, .ego: nil
        }
    }
}
