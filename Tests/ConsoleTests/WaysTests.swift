import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Further ways to what is held")
struct WaysTests {
    @Test("Every way ends where the path does, differs from the others, and the last is followed by the earliest")
    func turning() throws {
        var session = Session(
            Shift.inventory(), size: Size(rows: 60, columns: 160), place: Place(.path, subject: Shift.deployer))
        let subject = try #require(session.state.subject)
        let question = try #require(session.state.waysQuestion)
        session.press("W")
        let ways = try #require(session.state.findings.ways(question, to: subject.index))
        try #require(ways.paths.count == 3)
        #expect(ways.paths.allSatisfy { $0.last?.to.index == subject.index })
        #expect(Set(ways.paths.map { $0.map(\.relation.index) }).count == ways.paths.count)
        #expect(session.text.contains("way 2 of 3"))
        for _ in 2...3 { session.press("W") }
        #expect(session.text.contains("way 1 of 3, the earliest") && session.state.place.way == nil)
        let alone = Session.after("b/northwind-site<Enter>wW", size: Size(rows: 60, columns: 160))
        #expect(alone.text.contains("no other was found"))
    }

    @Test("What is declared has no way, other views have none either, and both say so")
    func obstacles() {
        #expect(Session.after("bW").text.contains("only on a path"))
        #expect(Session.after("bgwW").text.contains("no way led here"))
    }

    @Test("A place says which way, and only of a path")
    func place() throws {
        #expect(try Place(parsing: "path:a?way=3").way == 3)
        #expect(try Place(parsing: "path:a?way=3").text == "path:a?way=3")
        #expect(Place(text: "blast?way=3") == nil)
        #expect(Place(text: "path:a?way=0") == nil)
    }
}
