import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Search")
struct SearchTests {
    @Test(
        "A pattern that is none is said to be, also where any text is searched for", arguments: ["", "2", "2<Enter>"])
    func badPattern(place: String) {
        #expect(Session.after(place + "\\/[/").text.contains("the pattern is not usable"))
        let isList = place == "2"
        #expect(Session.after(place + "\\/usr").text.contains("the pattern is not closed") == isList)
    }

    @Test("A search goes to the first hit while typing and hides no row")
    func typing() {
        var session = Session.after("2")
        let all = session.state.rows.count
        session.press("\\npm")
        #expect(session.state.rows.count == all)
        #expect(session.state.hits?.position(of: session.state.selected) == 0)
        #expect(session.text.contains("search: npm"))
        session.press("<Esc>")
        #expect(session.state.selected == 0)
        #expect(session.state.place.search.isEmpty)
        session.press("\\npm<Enter>")
        #expect(session.state.overlay == nil)
        #expect(session.text.contains(" of \(session.state.hits?.rows.count ?? 0) hit"))
    }

    @Test("n and N go from hit to hit, and say when they turn around")
    func wrapping() throws {
        var session = Session.after("2\\kind:token<Enter>")
        let hits = try #require(session.state.hits?.rows)
        #expect(hits.count == 5)
        #expect(session.state.selected == hits[0])
        for hit in hits.dropFirst() {
            session.press("n")
            #expect(session.state.selected == hit)
            #expect(session.state.message == nil)
        }
        #expect(session.text.contains("5 of 5 hits"))
        session.press("n")
        #expect(session.state.selected == hits[0])
        #expect(session.text.contains("no more hits that way: on from the top"))
        session.press("N")
        #expect(session.state.selected == hits[4])
        #expect(session.text.contains("no more hits that way: on from the end"))
        session.press("N")
        #expect(session.state.selected == hits[3])
        #expect(session.state.message == nil)
    }

    @Test("Between hits n goes on from the selected row")
    func between() throws {
        var session = Session.after("2\\kind:token<Enter>G")
        let hits = try #require(session.state.hits?.rows)
        session.press("N")
        #expect(session.state.selected == hits.last)
        session.press("gn")
        #expect(session.state.selected == (hits[0] == 0 ? hits[1] : hits[0]))
    }

    @Test(
        "It works on entity pages, paths and the start",
        arguments: [("e", "runner"), ("b/northwind-site<Enter>w", "deploy"), ("", "prod"), ("", "secret slots")])
    func places(keys: String, text: String) throws {
        var session = Session.after("\(keys)\\\(text)<Enter>")
        let hits = try #require(session.state.hits)
        #expect(!hits.rows.isEmpty)
        #expect(hits.rows.allSatisfy(session.state.rows.isSelectable))
        session.press("g\\zzz<Enter>")
        #expect(session.text.contains("nothing here has zzz"))
    }

    @Test("What is found is marked by more than colour")
    func marked() throws {
        let theme = try #require(ThemeLibrary.builtIn("monochrome")).adapted(to: .none)
        let session = Session.after("2\\npm<Enter>k")
        let screen = session.screen(look: Look(theme: theme))
        let found = (0..<screen.size.rows).flatMap { row in
            screen.row(row).filter { $0.style.attributes.contains(.underline) }
        }
        #expect(found.map(\.text).joined().lowercased().contains("npm"))
    }

    @Test("A search stays with its place, and n repeats the last one elsewhere")
    func place() {
        var session = Session.after("2\\npm<Enter>")
        let screen = session.screen()
        session.press("b")
        #expect(session.state.place.search.isEmpty)
        session.press("n")
        #expect(session.state.place.search == "npm")
        #expect(session.selectedName?.lowercased().contains("npm") == true)
        session.press("q")
        #expect(session.screen() == screen)
    }

    @Test("Without a search n says so, and a query that cannot be read shows its place")
    func obstacles() {
        #expect(Session.after("2n").text.contains("nothing is searched for: \\ searches"))
        var session = Session.after("2\\owner:<Enter>")
        #expect(session.state.overlay != nil)
        session.press("<C-u>exposure>3")
        #expect(session.text.contains("only a filter can ask for exposures"))
    }

    @Test("Hits follow the rows when a filter changes them")
    func following() {
        var session = Session.after("2\\kind:token<Enter>")
        #expect(session.state.hits?.rows.count == 5)
        session.press("/npm<Enter>")
        #expect(session.state.hits?.rows.count == 1)
    }

    @Test("A list of a large inventory is searched while keys go on working")
    func large() throws {
        var maker = FactMaker()
        for number in 0..<(State.promptEntities + 10) { maker.declare("e\(number)", .token, "name \(number)") }
        var session = Session(maker.builder.build().inventory, answers: false)
        session.answerAll()
        // Typed ahead of the rows.
        session.press("2\\name 777")
        #expect(session.state.rows.isPending)
        session.answerAll()
        #expect(session.state.rows.count == State.promptEntities + 10)
        session.press("<Enter>")
        #expect(session.text.contains("searching…"))
        #expect(session.waiting.contains { if case .search = $0.inquiry { true } else { false } })
        session.answerAll()
        let hits = try #require(session.state.hits)
        #expect(hits.rows.count == 38)
        session.press("n")
        #expect(session.state.hits?.position(of: session.state.selected) != nil)
        session.press("<Esc>")
    }

    @Test("A search that is no longer asked for is given up")
    func cancelled() {
        let session = Session.after("2")
        let search = RowSearch(text: "npm", version: 1, rows: session.state.rows, at: session.state.at)
        #expect(search.hits(in: session.state.inventory, isCancelled: { true }) == nil)
        #expect(search.hits(in: session.state.inventory)?.rows.isEmpty == false)
    }
}
