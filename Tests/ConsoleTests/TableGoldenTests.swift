import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of facets, groups, columns, queries and paths")
struct TableGoldenTests {
    /// Each place with the keys that lead there.
    static let places: [(name: String, keys: String)] = [
        ("facets", "2F"),
        ("facets-chosen", "2Fj<Enter>"),
        ("facets-blast", "bFq"),
        ("group-menu", "ba"),
        ("group-owner", "2ajjj<Enter>"),
        ("group-hours", "ba<Down><Down><Down><Down><Enter>"),
        ("columns", "2|j"),
        ("columns-chosen", "2| jjjK++++<Enter>"),
        ("ready-queries", "!jj"),
        ("ready-shared", "!jjjjjjj<Enter>j"),
        ("kinds", "bK"),
        ("kinds-hidden", "bKjjjj <Enter>j"),
        ("plane", "bP"),
        ("sort-within", "2s<Enter>Sj<Enter>j"),
        ("path-query", "2/runner[self-hosted] -> job -> to"),
        ("path-query-error", "2/runner[self-hosted] -> jbo"),
        ("start-window", "Gggjjjjjj<Enter>03-14 02:10..09:40"),
    ]

    @Test("Every place at every size is as recorded", arguments: places.map(\.name), Golden.sizes)
    func golden(name: String, size: Size) throws {
        try Golden.check(Self.places, name, size)
    }

    @Test("Every size from 1×1 on shows them without harm", arguments: places.map(\.keys))
    func everySize(keys: String) {
        var session = Session.after(keys)
        for rows in [1, 2, 3, 5, 7, 9, 12, 20, 40] {
            for columns in [1, 3, 6, 11, 20, 40, 80, 100, 140] {
                session.apply(.resize(Size(rows: rows, columns: columns)))
                #expect(session.screen().size == session.state.size)
            }
        }
    }
}
