import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Marking many rows")
struct MarkingTests {
    private func names(_ session: Session) -> [String] {
        session.state.work.present.marks.map { session.state.inventory.entity(at: $0).name }.sorted()
    }

    @Test("A range grows with the cursor, says so, and space or v marks it", arguments: [" ", "v"])
    func range(key: String) {
        var session = Session.after("b/kind:token<Enter>v")
        #expect(session.text.contains("range of 1 row:"))
        session.press("jj")
        #expect(session.text.contains("range of 3 rows:"))
        #expect(session.state.work.present.marks.isEmpty)
        session.press(key)
        #expect(session.state.work.present.marks.count == 3)
        #expect(session.state.range == nil)
        #expect(session.text.contains("marked: 3 tokens"))
        session.press("u")
        #expect(session.state.work.present.marks.isEmpty)
        #expect(session.text.contains("undone: mark 3 tokens"))
    }

    @Test("A range upwards is a range too", arguments: ["G", "jj"])
    func upwards(keys: String) {
        var session = Session.after("b/kind:token<Enter>\(keys)")
        let first = session.state.selected
        session.press("vg ")
        #expect(session.state.work.present.marks.count == first + 1)
    }

    @Test("q and esc give a range up and do nothing else", arguments: ["q", "<Esc>"])
    func giveUp(key: String) {
        var session = Session.after("b/kind:token<Enter>vj")
        let place = session.state.place
        session.press(key)
        #expect(session.state.range == nil)
        #expect(session.state.place == place)
        #expect(session.state.work.present.marks.isEmpty)
        session.press(key)
        #expect(session.state.place != place)
    }

    @Test("A range ends with its list")
    func otherList() {
        var session = Session.after("b/kind:token<Enter>vj")
        session.press("2")
        #expect(session.state.range == nil)
        session.press("q")
        #expect(session.state.range == nil)
    }

    @Test("A range is shown without colours, and keeps its anchor when the order turns")
    func anchor() {
        var session = Session.after("b/kind:token<Enter>vj")
        let rows = session.text.split(separator: "\n").filter { $0.contains("│") }
        #expect(rows.count == 2)
        session.answers = false
        session.press("j")
        #expect(session.state.rangeRows?.count == 3)
    }

    @Test("All rows are marked at once, and unmarked when all are marked; both are one deed")
    func all() {
        var session = Session.after("b/kind:token<Enter> ")
        session.press("*")
        let shown = session.state.rows.count
        #expect(session.state.work.present.marks.count == shown)
        #expect(session.text.contains("marked: \(shown) tokens, 1 of them before; u undoes it"))
        session.press("*")
        #expect(session.state.work.present.marks.isEmpty)
        #expect(session.text.contains("off the plan: \(shown) tokens"))
        session.press("u")
        #expect(session.state.work.present.marks.count == shown)
        session.press("u")
        #expect(names(session).count == 1)
        session.press("UU")
        #expect(session.state.work.present.marks.isEmpty)
    }

    @Test("A list without entities says why nothing is marked")
    func nothing() {
        var session = Session.after("p")
        session.press("*")
        #expect(session.text.contains("mark all: the list is empty"))
    }

    @Test("Many rows are gathered elsewhere, and keys go on working meanwhile")
    func large() throws {
        var maker = FactMaker()
        let count = Gathering.promptRows + 500
        for number in 0..<count { maker.declare("e\(number)", number % 2 == 0 ? .token : .job, "name \(number)") }
        var session = Session(maker.builder.build().inventory, answers: false)
        session.press("2")
        while !session.waiting.isEmpty { session.answerAll() }
        var state = session.state
        let effects = state.apply(.key(.character("*")))
        let request = try #require(
            effects.compactMap { effect in if case .gather(let request) = effect { request } else { nil } }.first)
        #expect(state.work.present.marks.isEmpty)
        _ = state.apply(.key(.down))
        #expect(state.selected == 1)
        _ = state.apply(.gathered(request.gathered(in: state.inventory), number: request.number))
        #expect(state.work.present.marks.count == count)
        #expect(state.message?.text.contains("marked: \(Words.grouped(count)) entities") == true)
        _ = state.apply(.gathered(request.gathered(in: state.inventory), number: request.number))
        #expect(state.work.present.marks.count == count)
        _ = state.apply(.key(.character("u")))
        #expect(state.work.present.marks.isEmpty)
    }
}
