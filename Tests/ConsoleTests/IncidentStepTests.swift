import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("Help says the next step")
struct IncidentStepTests {
    /// The step that comes next, as help says it.
    private func next(_ session: Session) -> [String] {
        IncidentStep.section(session.state, Look()).entries.map(\.text).filter { $0.hasPrefix("next: ") }
    }

    @Test("One step is the next one, and it goes on as one declares, looks, marks and plans")
    func goesOn() {
        var session = Session(Northwind.inventory())
        #expect(next(session).count == 1 && next(session)[0].contains("declare it compromised"))
        session.press("/prod-linux<Enter>c<Enter>")
        #expect(next(session).count == 1 && next(session)[0].contains("See what that reaches"))
        session.press("b")
        #expect(next(session).count == 1 && next(session)[0].contains("Mark what is to be revoked"))
        session.press("jjj ")
        #expect(session.state.message?.text.hasSuffix("p shows the plan") == true)
        #expect(next(session).count == 1 && next(session)[0].contains("See the plan"))
        session.press("p")
        #expect(next(session).count == 1 && next(session)[0].contains("Make a case of it"))
        #expect(IncidentStep.section(session.state, Look()).entries.contains { $0.text.contains("(done: 1 mark)") })
    }

    @Test("All steps stand before all keys, on the first page of help")
    func firstPage() {
        let text = Session.after("?").text
        #expect(text.contains("Step by step") && text.contains("next: "))
        #expect(text.contains("Write the report"))
    }

    @Test("A step names only commands that have a key or a place in the palette, and what it says fits its command")
    func commands() {
        #expect(IncidentStep.table.count >= 6)
        for step in IncidentStep.table {
            #expect(!step.commands.isEmpty)
            for id in step.commands { #expect(Command[id] != nil) }
        }
    }

    @Test("In the blast radius the bar of a small screen names marking and the plan; on the plan the runbook")
    func bar() throws {
        let size = Size(rows: 24, columns: 80)
        let blast = Session.after("b", size: size)
        let last = blast.screen().line(size.rows - 1)
        #expect(last.contains("space mark") && last.contains("p plan"), "\(last)")
        let plan = Session.after("bjjj p", size: size)
        #expect(plan.screen().line(size.rows - 1).contains("d r runbook"))
        #expect(plan.text.replacing(/\s+/, with: " ").contains("d n makes a case of this"))
    }
}
