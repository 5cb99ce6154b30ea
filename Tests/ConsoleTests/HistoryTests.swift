import Foundation
import TerminalKit
import Testing

@testable import Console

@Suite("History")
struct HistoryTests {
    @Test("Whatever was pressed, back and forward return to an identical screen", arguments: 0..<24)
    func identical(seed: Int) {
        var keys = RandomKeys(seed: UInt64(seed))
        var session = Session(size: Size(rows: 8 + seed % 20, columns: 30 + 8 * seed))
        for _ in 0..<12 {
            for _ in 0..<14 { session.apply(.key(keys.key())) }
            _ = session.screen()
            session.press("<Esc><Esc><Esc>")
            while session.state.overlay != nil { session.press("<Esc>") }
            guard !session.state.history.back.isEmpty else { continue }
            session.press("q")
            let (behind, placeBehind) = (session.screen(), session.state.place)
            session.press("L")
            let (here, place) = (session.screen(), session.state.place)
            session.press("q")
            #expect(session.state.place == placeBehind)
            #expect(session.screen() == behind)
            session.press("L")
            #expect(session.state.place == place)
            #expect(session.screen() == here)
        }
    }

    @Test("Back restores cursor, scroll, query, sort and list")
    func restores() {
        var session = Session(size: Size(rows: 14, columns: 80))
        session.press("2<Tab>/n<Enter>s<Down><Enter>jjjjj")
        let (place, screen) = (session.state.place, session.screen())
        #expect(place.query == "n")
        #expect(place.section == "nhi")
        #expect(place.sort != nil)
        session.press("<Enter>b/kind:token<Enter>Gwq")
        session.press("qq")
        #expect(session.state.place == place)
        #expect(session.screen() == screen)
    }

    @Test("Between two places of one list, every way to another place finds its row")
    func sameList() throws {
        var session = Session(size: Size(rows: 24, columns: 80))
        func row(_ what: Comment) -> String? {
            #expect(session.state.rows.id(at: session.state.selected, in: session.state.inventory) == cursor, what)
            return session.state.place.cursor
        }
        var cursor: String? { session.state.place.cursor }
        session.press("2jjjAninth<Enter>")
        let (marked, first) = (cursor, session.state.selected)
        #expect(first > 0)
        session.press("G")
        let last = cursor
        #expect(last != marked)
        session.press("'<Enter>")
        #expect(row("at the bookmark") == marked)
        session.press("<Space>k")
        #expect(session.state.selectedEntity?.id == marked)
        #expect(session.state.work.present.marks.contains(try #require(session.state.selectedEntity).index))
        session.press("q")
        #expect(row("back") == last)
        session.press("L")
        #expect(row("forward") == marked)
        session.press("Jk<Enter>")
        #expect(row("a visited place") == last)
    }

    @Test("A bookmark of the very place where one is leads nowhere, and the cursor stands on no heading")
    func samePlace() {
        var session = Session.after("Ahere<Enter>")
        let before = session.state.history
        session.press("'<Enter>")
        #expect(session.state.history == before)
        #expect(session.text.contains("you are there"))
        #expect(session.state.rows.isSelectable(session.state.selected))
        session.press("j'<Enter>")
        #expect(session.state.rows.isSelectable(session.state.selected))
        #expect(session.state.place.cursor == before.current.cursor)
    }

    @Test("A cursor that only the coming rows have is kept while those of before are shown")
    func oldRows() throws {
        var session = Session.after("2jjjAfourth<Enter>G")
        let wanted = try #require(session.state.work.present.bookmarks.first?.place.cursor)
        session.state.rows = .entities(Listed([0]))
        session.state.hasOldRows = true
        session.press("'<Enter>")
        #expect(session.state.place.cursor == wanted)
    }

    @Test("A new way forgets what lay ahead")
    func newWay() {
        var session = Session.after("2b")
        session.press("q")
        #expect(!session.state.history.forward.isEmpty)
        session.press("p")
        #expect(session.state.history.forward.isEmpty)
        session.press("L")
        #expect(session.text.contains("nothing lies ahead"))
    }

    @Test("Places survive being written and read")
    func codable() throws {
        var history = History(Place(.start))
        var place = Place(.entity, subject: "a/b", section: nil, lens: Lens(at: 5))
        place.query = "kind:token"
        place.sort = Place.Sort(column: "name", ascending: false)
        history.visit(place)
        let data = try JSONEncoder().encode(history)
        #expect(try JSONDecoder().decode(History.self, from: data) == history)
    }

    @Test("What leaves the trail is remembered once, and no longer listed when it is on the trail again")
    func left() throws {
        var history = History(Place(.start))
        history.visit(Place(.blast))
        for view in [Place.View.plan, .timeline, .plan] {
            history.visit(Place(view))
            _ = history.goBack()
        }
        #expect(history.left.map(\.view) == [.timeline, .plan])
        #expect(history.elsewhere.map(\.view) == [.timeline])
        history.visit(Place(.inventory))
        #expect(history.left.map(\.view) == [.plan, .timeline])
        #expect(history.elsewhere.map(\.view) == [.plan, .timeline])
        let data = try JSONEncoder().encode(history)
        #expect(try JSONDecoder().decode(History.self, from: data) == history)
        for number in 0..<(History.leftLimit + 20) {
            history.visit(Place(.entity, subject: "\(number)"))
            _ = history.goBack()
        }
        history.visit(Place(.map))
        #expect(history.left.count == History.leftLimit)
        #expect(history.left.first?.subject == "\(History.leftLimit + 19)")
    }

    @Test("A history of an older writing is read")
    func older() throws {
        let text = #"{"back":[{"view":"start"}],"current":{"view":"blast"},"forward":[]}"#
        let history = try JSONDecoder().decode(History.self, from: Data(text.utf8))
        #expect(history.all.map(\.view) == [.start, .blast])
        #expect(history.left.isEmpty)
        #expect(history.other?.view == .start)
    }

    @Test(
        "Places can be named in a word",
        arguments: [
            "start", "inventory", "inventory:token", "blast:live", "entity:a:b/c@d", "path:x", "plan:residual",
        ])
    func named(text: String) {
        #expect(Place(text: text)?.text == text)
    }

    @Test("What names no place is refused", arguments: ["", "entity", "path:", "start:x", "nowhere", ":x"])
    func unnamed(text: String) {
        #expect(Place(text: text) == nil)
    }

    @Test("A place whose filter cannot be read says so and shows everything")
    func badFilter() {
        var place = Place(.inventory)
        place.query = "owner:"
        place.scroll = .max
        let session = Session(place: place)
        #expect(session.state.rows.count == 22)
        #expect(session.text.contains("the filter of this place cannot be read"))
    }

    @Test("The oldest places leave only beyond the limit")
    func limit() {
        var history = History(Place(.start))
        for number in 0..<(History.limit + 5) { history.visit(Place(.entity, subject: "\(number)")) }
        #expect(history.back.count == History.limit)
        #expect(history.back.first?.subject == "4")
    }
}
