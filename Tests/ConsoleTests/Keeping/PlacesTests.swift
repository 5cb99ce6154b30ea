import TerminalKit
import Testing

@testable import Console

@Suite("Bookmarks and visited places")
struct PlacesTests {
    @Test("A bookmark brings back the same screen, with its cursor, scroll, filter, order and lens")
    func exact() {
        var session = Session(size: Size(rows: 14, columns: 80))
        session.press("b/n<Enter>s<Down><Enter>@2026-03-14T03:10Z<Enter>jjjjj")
        let (place, screen) = (session.state.place, session.screen())
        // The trail above the list is another one.
        func below(_ screen: Screen) -> [String] { (2..<screen.size.rows).map { screen.line($0) } }
        session.press("A<C-u>here<Enter>")
        #expect(session.text.contains("bookmarked: here"))
        session.press("<Esc>2GGq1/npm<Enter>")
        session.press("'")
        #expect(session.text.contains("here"))
        session.press("a")
        #expect(session.state.place == place)
        session.press("kj")
        #expect(below(session.screen()) == below(screen))
        session.press("q")
        #expect(session.state.place.view == .start)
    }

    @Test("Without a name a bookmark has that of its place; enter goes, x removes, u brings back")
    func menu() {
        var session = Session.after("'")
        #expect(session.text.contains("bookmarks: there are none yet: A adds one"))
        session.press("b<Tab>A<Enter>2A<C-u><Enter>'")
        #expect(session.text.contains("Blast live"))
        #expect(session.state.work.present.bookmarks.map(\.name) == ["Blast live", "Inventory"])
        session.press("<Enter>")
        #expect(session.state.place.section == "live")
        session.press("'jx")
        #expect(session.state.work.present.bookmarks.map(\.name) == ["Blast live"])
        session.press("x")
        #expect(session.state.overlay == nil)
        session.press("uu")
        #expect(session.state.work.present.bookmarks.count == 2)
        #expect(session.text.contains("undone: remove the bookmark Inventory"))
    }

    @Test("The suggested name gives way to what is typed, and is kept by enter, end or an arrow")
    func suggestedName() {
        var session = Session.after("2A")
        #expect(session.text.contains("bookmark as: Inventory"))
        #expect(session.text.contains("typing replaces it"))
        #expect(session.text.contains("ctrl-u empties"))
        session.press("night<Enter>A<Enter>A<End> 2<Enter>")
        #expect(session.state.work.present.bookmarks.map(\.name) == ["night", "Inventory", "Inventory 2"])
    }

    @Test("Every prompt that suggests something is replaced by typing and edited by other keys")
    func suggestions() {
        var session = Session.after("2/kind:token<Enter>")
        session.press("/kind:runner<Enter>")
        #expect(session.state.place.query == "kind:runner")
        session.press("/<End> prod<Enter>")
        #expect(session.state.place.query == "kind:runner prod")
        session.press("E")
        session.press("x.json")
        #expect(session.text.contains("write to: x.json"))
        session.press("<Esc>@2026-03-14T03:10Z<Enter>@2026-03-14T04:10Z<Enter>")
        #expect(session.state.at == Northwind.moment("2026-03-14T04:10Z"))
        session.press("@<C-u><Enter>")
        #expect(session.state.place.lens.at == nil)
    }

    @Test("The trail lists every place, and going to one keeps those ahead")
    func visited() {
        var session = Session.after("2/kind:token<Enter><Enter>bp")
        let all = session.state.history.all
        #expect(all.map(\.view) == [.start, .inventory, .entity, .blast, .plan])
        session.press("J")
        #expect(session.text.contains("Inventory, filter kind:token"))
        session.press("gj<Enter>")
        #expect(session.state.place.view == .inventory)
        #expect(session.state.place.query == "kind:token")
        #expect(session.state.history.forward.count == 3)
        session.press("JG<Enter>")
        #expect(session.state.place.view == .plan)
        #expect(session.state.history.all == all)
        session.press("J<Esc>")
        #expect(session.state.place.view == .plan)
    }

    @Test("Places off the trail are listed behind it, and going to one is a new way")
    func offTheTrail() {
        var session = Session.after("2/kind:token<Enter>qpJ")
        #expect(session.text.contains("off the trail"))
        session.press("<Esc>J")
        let menu = session.cells(of: "Inventory, filter kind:token")
        #expect(menu.count == 1)
        session.press("G<Enter>")
        #expect(session.state.place.view == .inventory)
        #expect(session.state.place.query == "kind:token")
        #expect(session.state.history.back.map(\.view) == [.start, .plan])
        #expect(session.state.history.elsewhere.isEmpty)
        session.press("J")
        #expect(!session.text.contains("off the trail"))
        session.press("<Esc>q")
        #expect(session.state.place.view == .plan)
    }

    @Test("Places off the trail are saved with the session")
    func saved() throws {
        let session = Session.after("2/kind:token<Enter>qp")
        let inventory = session.state.inventory
        let record = session.state.sessionDraft.record(of: inventory, title: "northwind", revision: 1)
        let bytes = try #require(record.bytes)
        let restored = try SessionRecord(bytes: bytes).restored(over: inventory, declared: [])
        #expect(restored.history == session.state.history)
        #expect(restored.history.left.map(\.query) == ["kind:token"])
    }

    @Test(
        "A hostile name harms neither the list nor the screen",
        arguments: [Size(rows: 24, columns: 80), Size(rows: 8, columns: 20)])
    func hostile(size: Size) {
        var session = Session(HostileInventory.inventory(), size: size)
        session.press("2<Enter>A<Enter>A<C-u>\u{202E}x<Enter>'")
        for scalar in session.text.unicodeScalars { #expect(!scalar.properties.isBidiControl) }
        session.press("<Esc>J")
        for scalar in session.text.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control)
        }
    }
}
