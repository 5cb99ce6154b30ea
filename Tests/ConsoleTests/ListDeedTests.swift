import TerminalKit
import Testing

@testable import Console

@Suite("Undo of what was done to lists")
struct ListDeedTests {
    @Test("A forgotten query comes back where it stood, and a saved one is taken back")
    func queries() throws {
        var session = Session()
        session.state.keeping.habits = session.state.habits
        for (query, name) in [("kind:token", "mine"), ("kind:runner", "yours")] {
            session.press("i/\(query)<C-s>\(name)<Enter>")
        }
        let saved = session.state.habits.queries
        #expect(saved.map(\.name) == ["mine", "yours"])
        let row = try #require(session.state.readyQueries.firstIndex { $0.name == "mine" })
        session.press("!g")
        session.press(String(repeating: "j", count: row))
        session.press("x")
        #expect(session.state.habits.queries.map(\.name) == ["yours"])
        #expect(session.state.message?.text == "removed: the query mine; u brings it back")
        session.press("<Esc>u")
        #expect(session.state.habits.queries == saved)
        #expect(session.text.contains("undone: remove the query mine"))
        session.press("<C-r>")
        #expect(session.state.habits.queries.map(\.name) == ["yours"])
        // The second is the filter under which the other was saved.
        session.press("uuu")
        #expect(session.state.habits.queries.map(\.name) == ["mine"])
    }

    @Test("A query that another console saved meanwhile survives an undo")
    func elsewhere() {
        var habits = Habits()
        let (a, b, c) = (
            SavedQuery(name: "a", text: "live"), SavedQuery(name: "b", text: "live"),
            SavedQuery(name: "c", text: "live")
        )
        habits.queries = [b, c]
        habits.turnQueries(from: [b], to: [a, b])
        #expect(Set(habits.queries.map(\.name)) == ["a", "b", "c"])
    }

    @Test("The deed survives the session")
    func kept() throws {
        let session = Session()
        let query = SavedQuery(name: "a", text: "live")
        let deed = Deed(what: "remove", place: nil, change: .queries(before: [query], after: []))
        let record = try #require(DeedRecord(deed, in: session.state.inventory))
        let back = [Deed]([record], from: session.state.work.present, isBack: true, in: session.state.inventory)
        #expect(back == [deed])
    }

    @Test("Grouping, columns and kinds are taken back where they were done")
    func views() {
        var session = Session.after("b/kind:token<Enter>a")
        session.press("j<Enter>")
        #expect(session.state.place.group != nil)
        session.press("u")
        #expect(session.state.place.group == nil && session.state.place.query == "kind:token")
        #expect(session.text.contains("undone: group by"))
        session.press("<C-r>")
        #expect(session.state.place.group != nil)
        session = Session.after("b|")
        session.press(" <Enter>")
        #expect(session.state.place.table != nil)
        session.press("u")
        #expect(session.state.place.table == nil && session.state.habits.tables["blast"] == nil)
        #expect(session.text.contains("undone: choose columns"))
        session.press("<C-r>")
        #expect(session.state.place.table != nil && session.state.habits.tables["blast"] != nil)
    }
}
