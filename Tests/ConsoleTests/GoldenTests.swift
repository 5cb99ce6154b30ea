import TerminalKit
import Testing

@testable import Console

@Suite("Golden screens")
struct GoldenTests {
    /// Each place with the keys that lead there.
    static let places: [(name: String, keys: String)] = [
        ("start", ""),
        ("start-search", "/prod<Enter>"),
        ("start-typing", "/kind:tok"),
        ("inventory", "2"),
        ("inventory-tokens", "2<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>"),
        ("inventory-filter-error", "2/owner:"),
        ("entity", "1e"),
        ("entity-job", "2/deploy-web kind:job<Enter><Enter>"),
        ("blast", "b"),
        ("blast-conditional", "b<S-Tab>"),
        ("blast-filtered", "b/kind:token<Enter>"),
        ("blast-timeless", "bT"),
        ("path", "b/northwind-site<Enter>w"),
        ("path-conditional", "b<S-Tab>G<Enter>"),
        ("plan-empty", "p"),
        ("plan", "b/kind:token<Enter>      p"),
        ("plan-residual", "b/kind:token<Enter>  p<Tab>"),
        ("plan-rollback", "p<S-Tab>"),
        ("help", "b?"),
        ("sort", "bs"),
        ("declare", "c"),
        ("declare-error", "c<C-u>2026-03-14..yesterday"),
        ("lens", "@2026-03-14T02:20Z<Enter>b"),
    ]

    @Test("Every view at every size is as recorded", arguments: places.map(\.name), Golden.sizes)
    func golden(name: String, size: Size) throws {
        try Golden.check(Self.places, name, size)
    }

    @Test("Styles are as recorded: a letter for each cell that is not plain", arguments: places.map(\.name))
    func styles(name: String) throws {
        let place = try #require(Self.places.first { $0.name == name })
        for (theme, colors) in [("ansi", ColorSupport.sixteen), ("monochrome", .none)] {
            let theme = try #require(ThemeLibrary.builtIn(theme)).adapted(to: colors)
            let screen = Session.after(place.keys).screen(look: Look(theme: theme))
            Golden("\(name)-styles-\(colors == .none ? "mono" : "color")").check(screen.styledText)
        }
    }

    @Test(
        "Without colours the selected row is still told by its attributes and its sign",
        arguments: ["blast", "plan", "start", "entity", "path"])
    func selection(name: String) throws {
        let place = try #require(Self.places.first { $0.name == name })
        let theme = try #require(ThemeLibrary.builtIn("monochrome")).adapted(to: .none)
        let screen = Session.after(place.keys).screen(look: Look(theme: theme))
        let cursor = try #require(screen.cursor)
        #expect(screen[cursor]?.text == Glyphs.unicode[.selected])
        #expect(screen[cursor]?.style.attributes.contains(.reverse) == true)
    }

    @Test("The key table is as recorded")
    func keyTable() {
        Golden("keys").check(Command.keyTable)
    }
}
