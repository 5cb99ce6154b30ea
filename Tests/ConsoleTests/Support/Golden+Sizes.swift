import TerminalKit
import Testing

@testable import Console

extension Golden {
    /// The sizes at which every view is recorded: a split pane, the classic, a usual window, a whole large screen.
    static let sizes = [
        Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 120),
        Size(rows: 60, columns: 200),
    ]

    /// Checks what a session shows, with Unicode and with ASCII characters.
    static func check(_ session: Session, name: String, size: Size) {
        for glyphs in [Glyphs.unicode, .ascii] {
            let characters = glyphs.repertoire == .ascii ? "ascii" : "unicode"
            let screen = session.screen(look: Look(glyphs: glyphs))
            Golden("\(name)-\(size.columns)x\(size.rows)-\(characters)").check(screen.text)
        }
    }

    /// Checks one of several places, each with the keys that lead there from the start of the sample.
    static func check(_ places: [(name: String, keys: String)], _ name: String, _ size: Size) throws {
        let place = try #require(places.first { $0.name == name })
        check(Session.after(place.keys, size: size), name: name, size: size)
    }
}
