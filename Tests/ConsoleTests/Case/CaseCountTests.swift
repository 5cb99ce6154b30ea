import Casebook
import Inventory
import Testing

@testable import Console

@Suite("The counts that a console records in a case")
struct CaseCountTests {
    @Test("Counts are recorded once for what was decided, where they are shown, and a replay finds the same")
    func once() throws {
        let desk = try CaseDesk(evidence: true)
        var worker = try desk.console("ana")
        worker.press("b")
        #expect(worker.measure() == 0)
        worker.press("/kind:token<Enter> ")
        #expect(worker.measure() == 1)
        worker.press("jjkk4")
        #expect(worker.measure() == 0)
        worker.press("dsd<Enter>da<Enter>")
        #expect(worker.measure() == 0)
        worker.press("b/kind:secret<Enter> ")
        #expect(worker.measure() == 1)
        let state = worker.shelf.file.state
        #expect(state.measurements.count == 2)
        #expect(state.measurements.last?.measurement.figures.afterPlan == worker.session.state.planAnswer?.counts.live)
        #expect(state.measurements.last?.measurement.figures.reached == worker.session.state.answer?.counts.reached)
        let inventory = worker.session.state.inventory
        let replay = CaseReplay(try worker.shelf.file.entries()) { _ in inventory }
        #expect(replay.lines.count == 2 && replay.isSame)
    }

    @Test("What is not shown is owed on leaving; what another decided is not")
    func owed() throws {
        let desk = try CaseDesk(evidence: true)
        var (ana, ben) = (try desk.console("ana"), try desk.console("ben"))
        #expect(ana.session.state.owedTerms == nil)
        ana.press("2/kind:token<Enter> ")
        #expect(ana.measure() == 0)
        #expect(ana.session.state.owedTerms?.at == Northwind.opened)
        try ben.look()
        ben.press("4")
        #expect(ben.measure() == 0)
        #expect(ben.session.state.owedTerms == nil)
        ana.press("4")
        #expect(ana.measure() == 1)
        #expect(ana.session.state.owedTerms == nil)
        try ben.look()
        #expect(!ben.session.text.contains("measured"))
    }

    @Test("An answer to what was changed meanwhile is not recorded")
    func stale() throws {
        let desk = try CaseDesk(evidence: true)
        var (ana, ben) = (try desk.console("ana"), try desk.console("ben"))
        ana.press("b/kind:token<Enter> ")
        let view = ana.shelf.present
        ben.press("b/kind:secret<Enter> ")
        let measurement = Measurement(
            of: view.state, in: ana.session.state.inventory, evidence: "a hash",
            terms: Measurement.Terms(at: Northwind.opened))
        _ = try ana.shelf.measure(measurement, of: view)
        #expect(ana.shelf.file.state.measurements.isEmpty)
        #expect(ana.measure() == 1)
        #expect(ana.shelf.file.state.measurements.count == 1)
    }
}
