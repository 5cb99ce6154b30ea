import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Finding, sorting, the cursor")
struct FindingTests {
    @Test("The list narrows while typing; enter keeps the filter, esc returns to what was")
    func filter() {
        var session = Session.after("2")
        let all = session.state.rows.count
        session.press("/kind:token")
        #expect(session.state.rows.count == 5)
        session.press("<Esc>")
        #expect(session.state.rows.count == all)
        session.press("/kind:token<Enter>")
        #expect(session.state.overlay == nil)
        #expect(session.state.rows.count == 5)
        session.press("/<C-u>kind:runner<Esc>")
        #expect(session.state.place.query == "kind:token")
        session.press("<Esc>")
        #expect(session.state.place.query.isEmpty)
        #expect(session.state.place.view == .inventory)
        session.press("<Esc>")
        #expect(session.state.place.view == .start)
    }

    @Test("A filter that finds nothing of the chosen kind says how many it finds elsewhere, and tab goes there")
    func elsewhere() {
        var session = Session.after("2<Tab><Tab><Tab>")
        let kind = session.state.place.section
        session.press("/npm<Enter>")
        #expect(session.state.rows.count == 0)
        #expect(session.text.contains("among other kinds: tab shows them"))
        session.press("<Tab>")
        #expect(session.state.place.section != kind)
        #expect(session.state.rows.count > 0)
        session.press("<Esc>/nothing-like-this<Enter>")
        #expect(session.text.contains("nothing matches the filter; esc clears it"))
    }

    @Test("The inventory begins at the top, unless one comes for something")
    func firstVisit() {
        #expect(Session.after("i").state.selected == 0)
        #expect(Session.after("ei").selectedName == "prod-linux-07")
        #expect(Session.after("/npm<Enter>i").selectedName == Session.after("/npm<Enter>").selectedName)
    }

    @Test("B lists all blind spots from everywhere, and back returns")
    func blindSpots() {
        var session = Session.after("bjB")
        #expect(session.state.place.view == .start)
        for spot in session.state.inventory.blindSpots { #expect(session.text.contains(spot.what)) }
        session.press("q")
        #expect(session.state.place.view == .blast)
        #expect(session.state.selected == 1)
    }

    @Test("The start says what could not be read")
    func notices() {
        let state = State(
            inventory: Northwind.inventory(isMarked: false), title: "x", seeds: [], opened: Northwind.opened,
            size: Size(rows: 24, columns: 80), notices: ["3 files could not be read"])
        let session = state.updated(by: .resize(state.size)).state
        let lines = session.screen(state.size, look: Look()).text.split(separator: "\n")
        #expect(lines.count { $0.contains("3 files could not be read") } == 2)
        #expect(!session.updated(by: .key(.down)).state.screen(state.size, look: Look()).text.contains("▸  3 files"))
    }

    @Test("The cursor stays on its entity through filters and orders")
    func cursor() throws {
        var session = Session.after("b")
        while session.selectedName != "npm publish" { session.press("j") }
        session.press("/kind:token<Enter>")
        #expect(session.selectedName == "npm publish")
        session.press("sG<Enter>")
        #expect(session.selectedName == "npm publish")
        let isAscending = try #require(session.state.place.sort).ascending
        session.press("sG<Enter>")
        #expect(session.selectedName == "npm publish")
        #expect(session.state.place.sort?.ascending == !isAscending)
        session.press("<Esc>")
        #expect(session.selectedName == "npm publish")
        session.press("/kind:runner<Enter>")
        #expect(session.selectedName == "prod-linux-07")
    }

    @Test("The search of the start ranks exact names, then beginnings, then parts")
    func search() {
        var session = Session.after("/deploy<Enter>")
        guard case .start(let lines) = session.state.rows else {
            Issue.record("no search")
            return
        }
        let names = lines.compactMap(\.entity).map { session.state.inventory.entity(at: $0).name }
        #expect(names.first == "deploy-web #8812")
        #expect(names.contains("aws:deployer"))
        session.press("<Esc>/runner<Enter>")
        #expect(session.selectedName == "prod-linux-07")
        session.press("<Esc>/northwind-site<Enter><Enter>")
        #expect(session.state.place.view == .entity)
        #expect(session.state.subject?.name == "northwind-site")
    }

    @Test("Tab completes a filter, and an error shows its place and what may be meant")
    func completion() {
        var session = Session.after("2/kin<Tab>tok<Tab>")
        #expect(session.state.place.query == "kind:token")
        session.press("<C-u>onwer:x")
        #expect(session.text.contains("did you mean owner"))
    }

    @Test("A line that was typed can be given up without esc")
    func backspace() {
        var session = Session.after("2/ab<BS><BS><BS>")
        #expect(session.state.overlay == nil)
        session.press("@<BS>")
        #expect(session.state.overlay == nil)
    }

    @Test("The lens decides what is live, for every view, and goes with the place")
    func lens() {
        var session = Session.after("b")
        let live = session.state.answer?.counts.live
        session.press("@2026-03-14T03:10Z<Enter>")
        #expect(session.state.at == Northwind.moment("2026-03-14T03:10Z"))
        #expect(session.text.contains("lens: 2026-03-14 03:10"))
        #expect(session.state.answer?.counts.live != live)
        session.press("2")
        #expect(session.text.contains("lens: 2026-03-14 03:10"))
        session.press("@<C-u><Enter>")
        #expect(session.text.contains("lens: 2026-03-15 12:00"))
        session.press("q")
        #expect(session.text.contains("lens: 2026-03-14 03:10"))
    }

    @Test("Guards and times can be left out of account, and the screen says so")
    func assumptions() {
        var session = Session.after("b")
        #expect(session.state.answer?.counts.conditional == 3)
        session.press("f")
        #expect(session.state.answer?.counts.conditional == 0)
        #expect(session.text.contains("guards fail"))
        session.press("T")
        #expect(session.text.contains("lens: timeless"))
    }
}
