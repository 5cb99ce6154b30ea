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
            write: { $0.sort.map { ($0.ascending ? "" : "-") + $0.column } },
            read: { value, place in
                let column = value.hasPrefix("-") ? String(value.dropFirst()) : value
                place.sort = Place.Sort(column: column, ascending: !value.hasPrefix("-"))
                return !column.isEmpty
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
            name: "of", meaning: "The id of the entity that a map may lead to, in its list `chosen`.",
            example: "of=github.com/northwind/web", expected: "an id", write: { $0.view == .map ? $0.subject : nil },
            read: { value, place in
                place.subject = value
                return place.view == .map && !value.isEmpty
            }),
        flag("tree", "Held entities are shown under what first gave them.", \.drawing.isTree),
        flag("all-ways", "A map draws the ways that lead across and back too.", \.drawing.showsAllWays),
        flag(
            "list", "A map is a list, level by level, also where there is room for a drawing.", \.drawing.isList),
        flag("guards-fail", "Guards are taken as failing.", \.lens.guardsFail),
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
            name: name, meaning: meaning, example: name, expected: "written without a value",
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
