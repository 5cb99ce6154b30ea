import TerminalKit
import Testing

@testable import Console

@Suite("Keys of the program")
struct ProgramKeyTests {
    @Test(
        "Ctrl-Z and ctrl-L do their work whatever lies over the view, and leave it there",
        arguments: ["", "/ab", ":in", "?", "b s", "y", "d", "B", "i\\ab", "bJ"])
    func overlays(keys: String) {
        var session = Session.after(keys)
        let overlay = session.state.overlay
        session.press("<C-z>")
        session.press("<C-l>")
        #expect(session.effects.suffix(2) == [.suspend, .redraw])
        #expect(session.state.overlay == overlay)
    }

    @Test("A key that is typed stays typed where it was given to a command of the program")
    func typed() throws {
        let configuration = Configuration(text: "key.suspend = x\n", file: "config")
        #expect(configuration.problems.filter { !$0.isWarning }.isEmpty)
        var session = Session(configuration: configuration)
        session.press("i/x")
        #expect(session.state.place.query == "x" && session.effects.isEmpty)
        session.press("<Esc>x")
        #expect(session.effects == [.suspend])
    }

    @Test("The menus of places and of orders are narrowed by typing")
    func narrowed() {
        var session = Session.after("bs/tie")
        #expect(session.text.contains("TIER") && !session.text.contains("USED SINCE"))
        session.press("<Enter><Enter>")
        #expect(session.state.place.sort?.column == "tier")
        session = Session.after("bpiJ/blast<Enter><Enter>")
        #expect(session.state.place.view == .blast && session.state.overlay == nil)
        session.press("J")
        #expect(session.text.contains("visited places"))
    }

    @Test("What cannot run now stands in brackets where there is no room for a reason")
    func brackets() {
        let small = Size(rows: 12, columns: 40)
        #expect(Session.after("id", size: small).text.contains("(assign)"))
        #expect(Session.after("i:assign", size: small).text.contains("(assign)"))
        #expect(!Session.after("i:assign").text.contains("(assign)"))
    }
}
