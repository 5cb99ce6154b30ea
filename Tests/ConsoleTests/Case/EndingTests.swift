import Casebook
import Inventory
import Reach
import Reports
import TerminalKit
import Testing

@testable import Console

@Suite("Relations that are planned to be ended")
struct EndingTests {
    /// Goes to the first relation on the page of the first token that is held.
    private static func toRelation(_ session: inout Session) {
        session.press("b/<C-u>kind:token<Enter>e")
        for _ in 0..<200 where session.state.selectedRelation == nil { session.press("j") }
        #expect(session.state.selectedRelation != nil)
    }

    private static func items(_ state: CaseState) -> [Mark.Item] { state.plan.map(\.item) }

    @Test("A relation of a page is put on the plan, listed there with its state and what ends it, and taken off again")
    func marking() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana", size: Size(rows: 40, columns: 160))
        Self.toRelation(&worker.session)
        let mark = try #require(worker.session.state.selectedRelation)
        let inventory = worker.session.state.inventory
        let words = mark.words(in: inventory)
        let before = worker.work
        worker.press("de")
        #expect(worker.isKept && worker.work.endings.keys.contains(mark))
        #expect(Self.items(worker.shelf.file.state) == [mark.item(in: inventory)])
        #expect(worker.session.text.contains("to end (proposed)"))
        worker.press("4")
        #expect(worker.session.text.contains("relations to end 1"))
        #expect(worker.session.text.contains("plan (1 mark)"))
        worker.press("<Tab>")
        #expect(worker.session.state.place.section == "relations")
        for text in ["proposed", words, "WHAT ENDS IT"] {
            #expect(worker.session.text.contains(text), "\(text):\n\(worker.session.text)")
        }
        // The row is a relation: the keys do nothing with one of its ends but open it.
        #expect(worker.session.state.selectedEntity == nil)
        let marked = worker.work
        worker.press(" ")
        #expect(worker.work == before && worker.shelf.file.state.plan.isEmpty && worker.isKept)
        #expect(worker.session.text.contains("No relation is planned to be ended"))
        let number = worker.shelf.file.sequence
        worker.press("u")
        #expect(worker.work == marked)
        #expect(try worker.shelf.file.entries(after: number).map(\.content.action) == [.undo(entry: number)])
        worker.press("<Enter>")
        #expect(worker.session.state.place.view == .entity)
        #expect(worker.session.state.place.subject == inventory.entity(at: mark.to).id)
    }

    @Test(
        "What was marked and said on the command line shows, and its state stays when it is taken off and brought back")
    func elsewhere() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana", size: Size(rows: 40, columns: 160))
        Self.toRelation(&worker.session)
        let mark = try #require(worker.session.state.selectedRelation)
        let item = mark.item(in: worker.session.state.inventory)
        let other = try CaseFile(opening: desk.path)
        let ben = CaseAuthor(who: "ben", when: Northwind.opened)
        _ = try other.append([.mark(items: [item], at: nil)], by: ben)
        _ = try other.append([.advance(items: [item], state: .approved, why: "as agreed", proof: nil)], by: ben)
        try worker.look()
        worker.press("4<Tab>")
        #expect(worker.session.text.contains("approved") && worker.session.text.contains("as agreed"))
        let approved = worker.work
        worker.press(" ")
        #expect(worker.shelf.file.state.plan.isEmpty)
        worker.press("u")
        #expect(worker.work == approved)
        #expect(worker.shelf.file.state.plan.first?.state == .approved)
    }

    @Test(
        "What stays live after the plan takes the ended relations into account, and so do the counts that are recorded")
    func counted() throws {
        let desk = try CaseDesk(evidence: true)
        var worker = try desk.console("ana")
        // All ways that leave what is declared: nothing is reached any more.
        let (inventory, seeds) = (worker.session.state.inventory, worker.work.seeds.map(\.seed.entity))
        let items = Set(
            seeds.flatMap { seed in
                (Array(inventory.outgoing(seed)) + Array(inventory.incoming(seed))).map {
                    RelationMark(inventory.relation(at: $0)).item(in: inventory)
                }
            })
        let other = try CaseFile(opening: desk.path)
        _ = try other.append(
            [.mark(items: Array(items), at: nil)], by: CaseAuthor(who: "ben", when: Northwind.opened))
        try worker.look()
        worker.press("4")
        let state = worker.session.state
        let (live, after) = (try #require(state.answer?.counts.live), try #require(state.planAnswer?.counts.live))
        #expect(after <= live)
        #expect(state.planQuestion?.severances.isEmpty == false)
        worker.press("T")
        let timeless = try #require(worker.session.state.planAnswer?.counts.reached)
        #expect(timeless <= seeds.count, "\(timeless)")
        // Whoever decides something records its counts: those of what another decided are not owed.
        worker.press("Tb/kind:token<Enter> ")
        #expect(worker.measure() == 1)
        let figures = try #require(worker.shelf.file.state.measurements.last?.measurement.figures)
        #expect(figures.afterPlan == worker.session.state.planAnswer?.counts.live)
    }

    @Test(
        "How far they are is said as of a mark: of one, of a range, of all, on the list and on a page; undo takes it back"
    )
    func advancing() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana", size: Size(rows: 40, columns: 160))
        Self.toRelation(&worker.session)
        let first = try #require(worker.session.state.selectedRelation)
        let inventory = worker.session.state.inventory
        worker.press("de")
        worker.press("4<Tab>")
        let proposed = worker.work
        worker.press("ds")
        #expect(worker.session.text.contains(first.words(in: inventory)), "\(worker.session.text)")
        worker.press("aas agreed<Enter>")
        #expect(worker.work.endings[first]?.state == .approved && worker.isKept)
        let step = try #require(worker.shelf.file.state.marks[first.item(in: inventory)]?.steps.last)
        #expect(step.state == .approved && step.why == "as agreed" && step.stamp.who == "ana")
        #expect(worker.session.text.contains("approved: as agreed"))
        worker.press("dSf")
        worker.press("<Enter>")
        #expect(worker.session.text.contains("say why it failed"))
        worker.press("nobody answers<Enter>")
        #expect(worker.work.endings[first]?.state == .failed)
        worker.press("uu")
        #expect(worker.work == proposed)
        #expect(worker.shelf.file.state.marks[first.item(in: inventory)]?.state == .proposed)
    }

    @Test("Marks with a time count from that time on, wherever they are counted")
    func timed() throws {
        let desk = try CaseDesk(evidence: true)
        var worker = try desk.console("ana", size: Size(rows: 40, columns: 160))
        worker.press("b")
        let inventory = worker.session.state.inventory
        let answer = try #require(worker.session.state.answer?.radius)
        let live = answer.entities.filter { $0.isLive && !$0.isConditional && $0.tier == 0 && $0.entity.kind == .token }
        let entity = try #require(live.first?.entity)
        let ways = Array(inventory.outgoing(entity.index))
        let relation = RelationMark(inventory.relation(at: try #require(ways.first))).item(in: inventory)
        let at = worker.session.state.at
        let ben = CaseAuthor(who: "ben", when: Northwind.opened)
        func agree(_ moment: Instant) throws -> Int {
            let shown = try #require(worker.session.state.planAnswer?.counts.live)
            let state = worker.shelf.file.state
            let figures = Measurement(
                of: state, in: inventory, evidence: "h", terms: .init(at: worker.session.state.at))
            #expect(figures.figures.afterPlan == shown, "\(moment)")
            let question = Question(seeds: state.seeds(in: inventory), at: worker.session.state.at)
            #expect(Plan(ReachEngine(inventory), question, state).residual.count == shown, "\(moment)")
            return shown
        }
        var counts: [Int] = []
        for moment in [at.advanced(by: -86_400), at, at.advanced(by: 86_400)] {
            let other = try CaseFile(opening: desk.path)
            _ = try other.append([.mark(items: [.entity(entity.id), relation], at: moment)], by: ben)
            try worker.look()
            worker.press("4")
            #expect(worker.work.moments[.entity(entity.index)] == moment)
            counts.append(try agree(moment))
        }
        // What takes effect later is still live.
        #expect(counts[0] < counts[2] && counts[1] < counts[2])
        worker.press("<Enter>")
        #expect(worker.session.text.contains("takes effect"), "\(worker.session.text)")
    }

    @Test("A mark with a time that is taken off and brought back has its time again, also in a saved session")
    func timeKept() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana", size: Size(rows: 40, columns: 160))
        worker.press("b/kind:token<Enter>")
        let entity = try #require(worker.session.state.selectedEntity)
        let (moment, ben) = (Instant(1_773_500_000), CaseAuthor(who: "ben", when: Northwind.opened))
        _ = try CaseFile(opening: desk.path).append([.mark(items: [.entity(entity.id)], at: moment)], by: ben)
        try worker.look()
        let marked = worker.work
        #expect(marked.moments == [.entity(entity.index): moment])
        worker.press(" ")
        #expect(worker.work.moments.isEmpty && worker.shelf.file.state.plan.isEmpty)
        let state = worker.session.state
        let record = state.sessionDraft.record(of: state.inventory, title: "t", revision: 1)
        let restored = record.restored(over: state.inventory, declared: worker.work.seeds)
        var work = Work(restored.work, past: restored.past)
        _ = work.undo()
        #expect(work.present.moments == marked.moments)
        worker.press("u")
        #expect(worker.work == marked && worker.shelf.file.state.plan.first?.at == moment)
    }

    @Test("Without a case they are kept in the session, with what can be undone of them")
    func session() throws {
        var session = Session(size: Size(rows: 40, columns: 160))
        Self.toRelation(&session)
        let mark = try #require(session.state.selectedRelation)
        let before = session.state.work.present
        session.press("de")
        let marked = session.state.work.present
        #expect(marked.endings.keys.contains(mark) && marked.holdsWork)
        #expect(marked.summary?.contains("1 mark") == true)
        let record = session.state.sessionDraft.record(of: session.state.inventory, title: "t", revision: 1)
        let restored = record.restored(over: session.state.inventory, declared: [])
        #expect(restored.work.endings == marked.endings)
        var work = Work(restored.work, past: restored.past)
        _ = work.undo()
        #expect(work.present.endings == before.endings)
        session.press("4<Tab>")
        #expect(session.text.contains(mark.words(in: session.state.inventory)))
        session.press("Zm")
        #expect(session.state.work.present.endings.isEmpty)
    }

    @Test("Where no row is a relation the key says which are")
    func none() {
        let session = Session.after("2de")
        #expect(session.text.contains("no row here is a relation"), "\(session.text)")
    }
}
