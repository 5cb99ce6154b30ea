import TerminalKit
import Testing

@testable import Console

@Suite("Golden drawings")
struct DrawingGoldenTests {
    /// Each place with the keys that lead there.
    static let places: [(name: String, keys: String)] = [
        ("map", "m"),
        ("map-target", "m<End>"),
        ("map-chosen", "b/npm kind:token<Enter>em"),
        ("map-everything", "m<S-Tab>"),
        ("map-all-ways", "mO"),
        ("map-folded", "mllll<Enter>"),
        ("map-not-reached", "2/ci-packer<Enter>em"),
        ("tree", "bO"),
        ("tree-folded", "bOj<Enter>j"),
        ("tree-filtered", "bO/kind:token<Enter>"),
        ("ego", "2/AWS_KEY<Enter>eG<PageUp>"),
    ]

    @Test("Every drawing at every size is as recorded", arguments: places.map(\.name), Golden.sizes)
    func golden(name: String, size: Size) throws {
        try Golden.check(Self.places, name, size)
    }

    @Test("The ASCII twin of a drawing is ASCII alone where names are", arguments: places.map(\.name))
    func ascii(name: String) throws {
        let place = try #require(Self.places.first { $0.name == name })
        let text = Session.after(place.keys, size: Size(rows: 40, columns: 120)).screen(look: Look(glyphs: .ascii)).text
        let foreign = text.unicodeScalars.filter { !$0.isASCII && $0 != "…" }
        #expect(foreign.isEmpty)
    }

    @Test(
        "Without colours the selected node is still told by its attributes and its sign", arguments: ["map", "tree"])
    func selection(name: String) throws {
        let place = try #require(Self.places.first { $0.name == name })
        let theme = try #require(ThemeLibrary.builtIn("monochrome")).adapted(to: .none)
        let screen = Session.after(place.keys).screen(look: Look(theme: theme))
        let cursor = try #require(screen.cursor)
        #expect(screen[cursor]?.text == Glyphs.unicode[.selected])
        #expect(screen[cursor]?.style.attributes.contains(.reverse) == true)
    }
}
