import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Declaring, marking, undoing")
struct JudgingTests {
    @Test("A declaration gives a blast radius, and withdrawing it takes it away")
    func declare() throws {
        var session = Session(Northwind.inventory())
        #expect(session.text.contains("nothing is declared compromised yet"))
        session.press("b")
        #expect(session.text.contains("blast: nothing is declared compromised"))
        session.press("/prod-linux<Enter>c<C-u>2026-03-14T02:10Z..2026-03-14T09:40Z<Enter>")
        #expect(session.state.work.present.seeds.map(\.seed.window) == [Northwind.window])
        #expect(session.state.work.present.seeds.map(\.origin) == [.analyst])
        session.press("b")
        #expect(session.text.contains("18 reached"))
        session.press("gx")
        #expect(session.state.work.present.seeds.isEmpty)
        session.press("u")
        #expect(session.text.contains("18 reached"))
        session.press("U")
        #expect(session.state.work.present.seeds.isEmpty)
    }

    @Test("A wrong window is refused where it is wrong, and the prompt stays")
    func wrongWindow() {
        var session = Session.after("c<C-u>2026-03-14..2026-03-13<Enter>")
        guard case .prompt(let prompt) = session.state.overlay else {
            Issue.record("the prompt closed")
            return
        }
        #expect(prompt.problem?.at == 12)
        session.press("<Esc>")
        #expect(session.state.work.present.seeds.map(\.origin) == [.source])
    }

    @Test("Marks change the plan and nothing else, and can be undone one by one")
    func marks() {
        var session = Session.after("b/kind:token<Enter>")
        let reached = session.state.answer?.counts.reached
        session.press("  ")
        #expect(session.state.work.present.marks.count == 2)
        #expect(session.state.answer?.counts.reached == reached)
        #expect((session.state.planAnswer?.counts.live ?? .max) < (session.state.answer?.counts.live ?? 0))
        #expect(session.text.contains("plan (2 marks)"))
        session.press("u")
        #expect(session.state.work.present.marks.count == 1)
        session.press("u")
        #expect(session.state.work.present.marks.isEmpty)
        session.press("uu")
        #expect(session.text.contains("nothing to undo"))
        session.press("UUU")
        #expect(session.state.work.present.marks.count == 2)
    }

    @Test("Space marks and goes on to the next row; a second space takes the mark away")
    func toggle() {
        var session = Session.after("b")
        let first = session.selectedName
        session.press(" ")
        #expect(session.selectedName != first)
        session.press("k ")
        #expect(session.state.work.present.marks.isEmpty)
    }

    @Test("What has expired says that nothing needs to be done")
    func expired() {
        let session = Session.after("b/signing kind:token<Enter> p", size: Size(rows: 24, columns: 100))
        #expect(session.text.contains("expired: no action"))
    }

    @Test("A mark says what it does: what cannot be revoked is only clean until it is held again")
    func effect() {
        #expect(Session.after("b/kind:token live<Enter> ").text.contains("never usable again"))
        #expect(Session.after("b ").text.contains("re-image prod-linux-07, clean, but held again if a way in stays"))
        #expect(Session.after("b/signing kind:token<Enter> ").text.contains("already expired: no action needed"))
    }

    @Test("Leaving asks once more when work would be lost")
    func quit() {
        var session = Session.after("Q")
        #expect(session.effects == [.quit])
        session = Session.after("b Q")
        #expect(session.effects.isEmpty)
        #expect(session.text.contains("1 mark would be lost: Q again leaves"))
        session.press("jQ")
        #expect(session.effects.isEmpty)
        session.press("Q")
        #expect(session.effects == [.quit])
    }

    @Test("Ctrl-C gives up what is open first and leaves at the second press")
    func interrupt() {
        var session = Session.after("/abc<C-c>")
        #expect(session.state.overlay == nil)
        #expect(session.state.place.query.isEmpty)
        #expect(session.effects.isEmpty)
        session.press("j<C-c>")
        #expect(session.effects.isEmpty)
        session.press("<C-c>")
        #expect(session.effects == [.quit])
    }
}
