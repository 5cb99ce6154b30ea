import TerminalKit
import Testing

@testable import Console

@Suite("Undo across views")
struct UndoTests {
    @Test("A filter is undone and done again, and is named")
    func filter() {
        var session = Session.after("2/kind:token<Enter>")
        let filtered = session.state.rows.count
        session.press("u")
        #expect(session.state.place.query.isEmpty)
        #expect(session.text.contains("undone: filter kind:token"))
        session.press("U")
        #expect(session.state.place.query == "kind:token")
        #expect(session.state.rows.count == filtered)
        #expect(session.text.contains("done again: filter kind:token"))
        session.press("<Esc>")
        #expect(session.state.place.query.isEmpty)
        session.press("u")
        #expect(session.text.contains("undone: clear filter kind:token"))
        #expect(session.state.place.query == "kind:token")
    }

    @Test("What was typed and given up is no deed")
    func givenUp() {
        let session = Session.after("2/kind:token<Esc>u")
        #expect(session.text.contains("undo: nothing to undo"))
    }

    @Test("An order is undone, with its cursor")
    func sort() {
        var session = Session.after("2jj")
        let place = session.state.place
        session.press("sG<Enter>")
        #expect(session.state.place.sort != nil)
        session.press("u")
        #expect(session.state.place.sort == nil)
        #expect(session.state.place.cursor == place.cursor)
        #expect(session.text.contains("undone: sort by held, ascending"))
    }

    @Test("What was done in another view is named with its place; a filter is undone where it is seen")
    func elsewhere() {
        var session = Session.after("b/kind:token<Enter> 2")
        session.press("u")
        #expect(session.state.place.view == .inventory)
        #expect(session.text.contains("undone: mark AWS key"))
        #expect(session.text.contains("(in Blast, filter kind:token)"))
        #expect(session.state.work.present.marks.isEmpty)
        session.press("u")
        #expect(session.state.place.view == .blast)
        #expect(session.state.place.query.isEmpty)
        #expect(session.text.contains("undone: filter kind:token"))
        session.press("q")
        #expect(session.state.place.view == .inventory)
    }

    @Test("Marks, declarations and filters are one row of deeds, last first")
    func order() {
        var session = Session.after("b/kind:token<Enter> gx")
        // The declared runner is filtered out, so there is nothing to withdraw here.
        #expect(session.text.contains("withdraw: it is not declared"))
        session.press("<Esc>gx")
        #expect(session.state.work.present.seeds.isEmpty)
        session.press("u")
        #expect(session.text.contains("undone: withdraw the declaration of prod-linux-07"))
        session.press("u")
        #expect(session.text.contains("undone: clear filter kind:token"))
        session.press("u")
        #expect(session.text.contains("undone: mark AWS key"))
        session.press("u")
        #expect(session.text.contains("undone: filter kind:token"))
        session.press("u")
        #expect(session.text.contains("nothing to undo"))
        session.press("UUUU")
        #expect(session.state.work.present.seeds.isEmpty)
        #expect(session.state.work.present.marks.count == 1)
    }

    @Test("Undo leaves the keys where they are: in the list, or in the panel of facets")
    func focus() {
        var session = Session.after("b", size: Size(rows: 30, columns: 120))
        session.press("Fj<Enter>q")
        #expect(!session.state.place.query.isEmpty)
        #expect(!session.state.isInFacets)
        session.press("u")
        #expect(session.state.place.query.isEmpty)
        #expect(session.state.place.facets != nil)
        #expect(!session.state.isInFacets)
        session.press("U")
        #expect(!session.state.isInFacets)
        // From elsewhere it leads to the list, not into the panel.
        session.press("F2u")
        #expect(session.state.place.view == .blast)
        #expect(!session.state.isInFacets)
        session.press("F")
        #expect(session.state.isInFacets)
        session.press("U")
        #expect(session.state.isInFacets)
    }

    @Test("Whoever groups a list goes on in it, also from the panel of facets")
    func groupingLeavesFacets() {
        var session = Session.after("2F", size: Size(rows: 30, columns: 120))
        #expect(session.state.isInFacets)
        session.press("a<Down><Enter>")
        #expect(session.state.place.group != nil)
        #expect(!session.state.isInFacets)
        session.press("<Enter>")
        #expect(session.state.place.group == nil)
        #expect(!session.state.place.query.isEmpty)
    }

    @Test("Going about is no deed", arguments: ["2b", "2<Tab>", "b<Enter>q", "beq]", "bGg", "2/x<Enter>q2"])
    func going(keys: String) {
        var session = Session.after(keys)
        while session.state.work.undoable?.hasPrefix("filter") == true { session.press("u") }
        #expect(session.state.work.undoable == nil)
    }
}
