import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of time")
struct GoldenTimeTests {
    /// The places that are ordered by time, with the keys that lead there from the start of the pool.
    static let places: [(name: String, keys: String)] = [
        ("inherit", "I"),
        ("inherit-identities", "I<Tab>"),
        ("inherit-jobs", "I<Tab><Tab>"),
        ("inherit-standing", "I<Tab><Tab><Tab>"),
        ("inherit-ephemeral", "I<S-Tab>"),
        ("inherit-undeclared", "x/pool-1<Enter>I"),
        ("timeline", "t"),
        ("timeline-lens", "t@<C-u>2026-03-14T03:05Z<Enter>]]"),
        ("timeline-held", "t<Tab><Tab><Tab>"),
        ("timeline-filtered", "t/kind:token<Enter>"),
        ("timeline-planned", "b/kind:token<Enter>  t<S-Tab><S-Tab>"),
        ("history", "e<Tab><Tab>"),
    ]

    @Test("Every view of time at every size is as recorded", arguments: places.map(\.name), Golden.sizes)
    func golden(name: String, size: Size) throws {
        let place = try #require(Self.places.first { $0.name == name })
        var session = Session(Pool.inventory(), size: size)
        session.press(place.keys)
        Golden.check(session, name: name, size: size)
    }
}
