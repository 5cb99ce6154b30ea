@testable import Console

extension GeneratedDocument {
    /// How places are written.
    static var places: GeneratedDocument {
        let views = Place.View.allCases.map { view in
            [
                "`\(view.rawValue)\(view.needsSubject ? ":ID" : "")`",
                view.needsSubject ? "about the entity ID, `kind:name` or short id" : "",
            ]
        }
        let parameters = PlaceParameter.table.map { ["`\($0.name)`", $0.meaning, "`\($0.example)`"] }
        return GeneratedDocument(
            name: "places.md",
            text: """
                # Places

                Written by the table in `Sources/Console/PlaceParameter.swift`. A place is where one is in the console: view, list, filter, order, row and
                lens. Its text is what `show --place` and `picture --place` take, what a key script's `place` takes, and what goes into a note or a
                ticket for somebody else to open.

                    VIEW[:LIST or :ID][?NAME=VALUE[&NAME=VALUE…]]

                    firebreak show SOURCE… --place blast
                    firebreak show SOURCE… --place 'blast:live?query=kind:token&sort=-until'
                    firebreak show SOURCE… --place inventory:token --format json
                    firebreak show SOURCE… --place path:resource:customer-database --at 2026-03-15T11:02Z

                ## Views

                \(GeneratedDocument.table(["view", ""], views))
                LIST is one of the lists that Tab goes through there; without it the first is shown. A name that there is not is refused with those that there are.

                ## What else can be said

                \(GeneratedDocument.table(["name", "meaning", "example"], parameters))
                In IDs, lists and values `%`, `&`, `?`, `#`, `+`, spaces and whatever cannot be seen are written as `%` and two hexadecimal digits for each byte of
                UTF-8: `%25`, `%20`. In a shell a place with `?` or `&` stands in quotes. Without `at` the lens is that of `--at`.

                """)
    }
}
