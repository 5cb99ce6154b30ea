import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens of choke points")
struct GoldenChokePointsTests {
    /// Each place with the keys that lead there.
    private static let places: [(name: String, keys: String)] = [
        ("chokepoints", "b0"), ("chokepoints-jewels", "m0"), ("chokepoints-targets", "b/kind:token<Enter>DjD0j "),
        ("chokepoints-pane", "m0jz"), ("chokepoints-not-reached", "2/ci-packer<Enter>e0"),
    ]

    @Test("Each of its places looks as recorded", arguments: places.map(\.name), Golden.sizes)
    func screens(name: String, size: Size) throws {
        try Golden.check(Self.places, name, size)
    }

    @Test("Without colours the selected one is still told by its attributes and its sign")
    func selection() throws {
        let theme = try #require(ThemeLibrary.builtIn("monochrome")).adapted(to: .none)
        let screen = Session.after("b0").screen(look: Look(theme: theme))
        let cursor = try #require(screen.cursor)
        #expect(screen[cursor]?.text == Glyphs.unicode[.selected])
        #expect(screen[cursor]?.style.attributes.contains(.reverse) == true)
    }
}
