import Inventory

/// Something that the text of a place may say besides the view: one row a parameter, in the order in which they are
/// written. Reading, writing and the page in `docs` all read ``table``.
struct PlaceParameter: Sendable {
    let name: String
    /// What it says, in a sentence.
    let meaning: String
    let example: String
    /// What its value is, for messages.
    let expected: String
    /// The value in a place; nil where it is as on first arrival.
    let write: @Sendable (Place) -> String?
    /// Puts a value into a place; false when it is none.
    let read: @Sendable (String, inout Place) -> Bool

    static let table: [PlaceParameter] = [
        PlaceParameter(
            name: "query", meaning: "The filter, in the query language.", example: "query=kind:token%20live",
            expected: "a query", write: { $0.query.isEmpty ? nil : $0.query },
            read: { value, place in
                place.query = value
                return value.count <= queryLimit
            }),
        PlaceParameter(
            name: "sort", meaning: "The column that orders the rows; with a minus sign the greatest comes first.",
            example: "sort=-until", expected: "a column",
            write: { $0.sort?.text },
            read: { value, place in
                place.sort = Place.Sort(value)
                return place.sort?.column.isEmpty == false
            }),
        PlaceParameter(
            name: "then",
            meaning: "The columns that order rows of equal `sort`, with commas between them; a minus sign as there.",
            example: "then=kind,-until", expected: "columns with commas between them",
            write: { place in
                place.furtherSorts.flatMap { sorts in
                    sorts.isEmpty ? nil : sorts.map(\.text).joined(separator: ",")
                }
            },
            read: { value, place in
                let columns = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                place.furtherSorts = columns.map { Place.Sort($0) }
                return place.furtherSorts?.contains { $0.column.isEmpty } == false
            }),
        PlaceParameter(
            name: "group", meaning: "The column that the rows are grouped by.", example: "group=owner",
            expected: "of the inventory, a blast radius or a plan one of "
                + GroupColumn.allCases.map(\.rawValue).joined(separator: ", "), write: { $0.group },
            read: { value, place in
                place.group = value
                return GroupColumn(rawValue: value) != nil && [.inventory, .blast, .plan].contains(place.view)
            }),
        PlaceParameter(
            name: "without", meaning: "The kinds that are not listed, with commas between them.",
            example: "without=run,job", expected: "kinds with commas between them",
            write: { place in
                place.hiddenKinds.flatMap { $0.isEmpty ? nil : $0.joined(separator: ",") }
            },
            read: { value, place in
                let kinds = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                place.hiddenKinds = kinds
                return !kinds.contains("")
            }),
        PlaceParameter(
            name: "at", meaning: "The moment of the lens, ISO 8601 or epoch seconds.", example: "at=2026-03-14T02:10Z",
            expected: "a time such as 2026-03-14T02:10Z",
            write: { $0.lens.at.map { Instant($0).isWritten ? Instant($0).iso8601 : String($0) } },
            read: { value, place in
                place.lens.at = Instant(text: value)?.bounded
                return place.lens.at != nil
            }),
        flag("timeless", "Times are left out of account.", \.lens.isTimeless),
        PlaceParameter(
            name: "of",
            meaning:
                "The id of the entity that a map may lead to and choke points may lie before, in their list `chosen`.",
            example: "of=github.com/northwind/web", expected: "an id, and only of a map or of choke points",
            write: { [.map, .chokepoints].contains($0.view) ? $0.subject : nil },
            read: { value, place in
                place.subject = value
                return [.map, .chokepoints].contains(place.view) && !value.isEmpty
            }),
        flag("tree", "Held entities are shown under what first gave them.", \.drawing.isTree),
        flag("all-ways", "A map draws the ways that lead across and back too.", \.drawing.showsAllWays),
        flag(
            "list", "A map is a list, level by level, also where there is room for a drawing.", \.drawing.isList),
        flag("guards-fail", "Guards are taken as failing.", \.lens.guardsFail),
        PlaceParameter(
            name: "plane", meaning: "Only relations of this plane are crossed.", example: "plane=identity",
            expected: "one of " + Plane.allCases.map(\.rawValue).joined(separator: ", "),
            write: { $0.lens.plane?.rawValue },
            read: { value, place in
                place.lens.plane = Plane(rawValue: value)
                return place.lens.plane != nil
            }),
        PlaceParameter(
            name: "evidence", meaning: "Only relations that are known at least so well are crossed.",
            example: "evidence=observed", expected: "one of " + Evidence.narrower.map(\.name).joined(separator: ", "),
            write: { $0.lens.evidence?.name },
            read: { value, place in
                place.lens.evidence = Evidence(name: value)
                return place.lens.evidence.map(Evidence.narrower.contains) ?? false
            }),
        PlaceParameter(
            name: "way", meaning: "Which of the ways to it a path shows, from 1 on: the earliest is the first.",
            example: "way=2", expected: "a number from 1 on, and only of a path", write: { $0.way.map { String($0) } },
            read: { value, place in
                place.way = Int(value)
                return place.view == .path && (place.way ?? 0) > 0
            }),
        PlaceParameter(
            name: "cursor", meaning: "The id of the selected row.", example: "cursor=github.com/northwind/web",
            expected: "an id", write: { $0.cursor },
            read: { value, place in
                place.cursor = value
                return !value.isEmpty
            }),
    ]

    /// The longest filter that a prompt takes too.
    private static let queryLimit = 4_096

    /// Something that is or is not so: its name alone says that it is.
    private static func flag(
        _ name: String, _ meaning: String, _ path: WritableKeyPath<Place, Bool> & Sendable
    ) -> PlaceParameter {
        PlaceParameter(
            name: name, meaning: meaning, example: name, expected: "wanted: the name alone says it",
            write: { $0[keyPath: path] ? "" : nil },
            read: { value, place in
                place[keyPath: path] = true
                return value.isEmpty
            })
    }
}

extension Instant {
    /// Whether its ISO 8601 form reads back as it: years of four digits do.
    fileprivate var isWritten: Bool { Instant(text: iso8601) == self }
}

extension Place.Sort {
    /// As a place writes it: with a minus sign the greatest comes first.
    fileprivate var text: String { (ascending ? "" : "-") + column }

    fileprivate init(_ text: String) {
        let isDescending = text.hasPrefix("-")
        self.init(column: isDescending ? String(text.dropFirst()) : text, ascending: !isDescending)
    }
}
