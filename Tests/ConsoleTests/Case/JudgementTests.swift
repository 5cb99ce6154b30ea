import Casebook
import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("What a console says in a case of marks and entities")
struct JudgementTests {
    /// A console on a case with three tokens marked, on the plan.
    private static func planned(_ desk: CaseDesk, _ who: String = "ana") throws -> CaseWorker {
        var worker = try desk.console(who)
        worker.press("b/kind:token<Enter>   4")
        #expect(worker.work.marks.count == 3)
        return worker
    }

    private static func states(_ state: CaseState) -> [Mark.State: Int] {
        state.plan.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
    }

    @Test("A mark comes to a state with its reason; table, head, pane and page say it, with who said so and when")
    func advancing() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        #expect(worker.session.text.contains("3 proposed"))
        worker.press("dsdrevoked by hand<Enter>")
        #expect(worker.session.text.contains("2 proposed · 1 done"))
        let name = try #require(worker.session.selectedName)
        #expect(worker.session.text.contains("done: \(name); u undoes it"))
        let mark = try #require(worker.shelf.file.state.plan.first { $0.state == .done })
        #expect(mark.steps.last?.why == "revoked by hand" && mark.steps.last?.stamp.who == "ana")
        worker.press("<Enter>")
        #expect(worker.session.text.contains("done, by ana, 2026-03-15"))
        #expect(worker.session.text.contains(": revoked by hand"))
        worker.press("q8")
        #expect(worker.session.text.contains("(revoked by hand)"))
    }

    @Test("What failed is not recorded without a reason")
    func failing() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        worker.press("dsf<Enter>")
        #expect(worker.session.text.contains("say why it failed"))
        #expect(worker.work.judgements.isEmpty)
        worker.press("the key is pinned<Enter>")
        #expect(Self.states(worker.shelf.file.state) == [.proposed: 2, .failed: 1])
    }

    @Test("All marks of the list, or those of a range, come to a state at once, in one entry")
    func several() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        let before = worker.shelf.file.sequence
        worker.press("dSaas discussed<Enter>")
        #expect(worker.shelf.file.sequence == before + 1)
        #expect(Self.states(worker.shelf.file.state) == [.approved: 3])
        worker.press("gvjdsd<Enter>")
        #expect(Self.states(worker.shelf.file.state) == [.approved: 1, .done: 2])
        #expect(worker.session.state.range == nil)
        #expect(worker.session.text.contains("1 approved · 2 done"))
    }

    @Test("Undo and redo of a state are recorded, and give back its reason")
    func undoing() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        worker.press("dsaby the lead<Enter>")
        let approved = worker.work
        worker.press("dsdby hand<Enter>")
        let done = worker.work
        worker.press("u")
        #expect(worker.work == approved && worker.isKept)
        #expect(try desk.console("ben").work == approved)
        let mark = try #require(worker.shelf.file.state.plan.first { $0.state == .approved })
        #expect(mark.steps.map(\.why) == ["", "by the lead"] && mark.done == nil)
        worker.press("U")
        #expect(worker.work == done)
        #expect(try desk.console("ben").work == done)
        worker.press("uuu")
        #expect(worker.work.judgements.isEmpty && worker.work.marks.count == 2)
        worker.press("UUU")
        #expect(worker.work == done && worker.isKept)
        #expect(try desk.console("ben").work == done)
    }

    @Test("What is taken off the plan loses its state, and undo puts it back with it, in one change")
    func unmarking() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        worker.press("dsa<Enter>")
        let approved = worker.work
        worker.press(" ")
        #expect(worker.work.marks.count == 2 && worker.work.judgements.isEmpty && worker.isKept)
        worker.press("u")
        #expect(worker.work == approved && worker.isKept)
        #expect(Self.states(worker.shelf.file.state) == [.proposed: 2, .approved: 1])
    }

    @Test("A verdict, an assignee and tags are recorded, found by filters, and taken back")
    func judging() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter>dv<Enter>seen in a log<Enter>da<Enter>dtforum #night<Enter>")
        let entity = try #require(worker.session.state.selectedEntity)
        let said = worker.work.judgement(of: entity.index)
        #expect(said.conclusion == .init(finding: .suspicious, why: "seen in a log"))
        #expect(said.assignee == "ana" && said.tags == ["forum", "night"])
        let state = worker.shelf.file.state
        #expect(state.verdicts[.entity(entity.id)]?.why == "seen in a log")
        #expect(state.assignees[.entity(entity.id)] == "ana")
        #expect(state.tags[.entity(entity.id)] == ["forum", "night"])
        #expect(worker.session.text.contains("VERDICT"))
        for query in ["verdict=suspicious", "assignee:ana", "tag:forum", "tag~#night"] {
            worker.press("b/<C-u>\(query)<Enter>")
            #expect(worker.session.state.rows.count == 1, "\(query)")
            #expect(worker.session.state.selectedEntity?.id == entity.id, "\(query)")
        }
        worker.press("dT<Enter>")
        #expect(worker.shelf.file.state.tags[.entity(entity.id)] == ["night"])
        worker.press("da<C-u><Enter>")
        #expect(worker.shelf.file.state.assignees[.entity(entity.id)] == nil)
        worker.press("dv<Down><Down><Down><Enter>")
        #expect(worker.shelf.file.state.verdicts.isEmpty)
        worker.press("uuu")
        #expect(worker.work.judgement(of: entity.index) == said && worker.isKept)
    }

    @Test("A note's tags become tags of the case, one that names a verdict becomes that, and undo takes back all of it")
    func noting() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter>;seen #suspicious #forum<Enter>")
        #expect(worker.shelf.file.state.verdicts.values.map(\.finding) == [.suspicious])
        #expect(worker.shelf.file.state.tags.values.contains(["forum"]))
        worker.press("u")
        #expect(worker.work.judgements.isEmpty && worker.work.notes.isEmpty && worker.isKept)
        #expect(worker.shelf.file.state.verdicts.isEmpty && worker.shelf.file.state.tags.isEmpty)
    }

    @Test("Marks are filtered, sorted and grouped by state and assignee")
    func finding() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        worker.press("gdsd<Enter>jdsa<Enter>da<C-u>ben<Enter>")
        worker.press("/state=done<Enter>")
        #expect(worker.session.state.rows.count == 1)
        worker.press("/<C-u>assignee:ben<Enter>")
        #expect(worker.session.state.rows.count == 1)
        worker.press("/<C-u><Enter>")
        worker.session.state.place.sort = Place.Sort(column: "state", ascending: false)
        worker.press("g")
        let first = try #require(worker.session.state.rows.entity(at: 0))
        #expect(worker.work.progress(of: first)?.state == .done)
        worker.session.state.place.sort = Place.Sort(column: "assignee", ascending: true)
        worker.press("g")
        #expect(worker.session.state.rows.entity(at: 0).map { worker.work.judgement(of: $0).assignee } == "ben")
        worker.session.state.place.group = GroupColumn.progress.rawValue
        worker.press("g")
        guard case .groups(let groups) = worker.session.state.rows else {
            Issue.record("no groups:\n\(worker.session.text)")
            return
        }
        #expect(groups.map(\.label) == ["proposed", "approved", "done"])
        #expect(groups.map(\.count) == [1, 1, 1])
        worker.press("<Enter>")
        #expect(worker.session.state.place.query == "state:proposed")
        #expect(worker.session.state.rows.count == 1)
    }

    @Test("Values of the case's fields are offered while a filter is typed, and names while something is assigned")
    func completing() throws {
        let desk = try CaseDesk()
        _ = try Self.planned(desk, "ben")
        var worker = try desk.console("ana")
        worker.press("4/state:app<Tab>")
        #expect(worker.session.text.contains("filter: state:approved"))
        worker.press("<Esc>da")
        #expect(worker.session.text.contains("to: ana"))
        worker.press("<Tab><Enter>")
        #expect(worker.shelf.file.state.assignees.values.map { $0 } == ["ben"])
    }

    @Test("One console sees what another says, undo takes back nobody else's, and a conflict is shown")
    func together() throws {
        let desk = try CaseDesk()
        var ana = try Self.planned(desk)
        var ben = try desk.console("ben")
        ben.press("4gdsaben says so<Enter>")
        try ana.look()
        #expect(ana.work == ben.work)
        #expect(ana.session.text.contains("ben: approved: "))
        #expect(ana.session.text.contains("2 proposed · 1 approved"))
        ana.press("gdtnight<Enter>")
        try ben.look()
        ben.press("u")
        #expect(ben.work.judgements.values.map(\.tags) == [["night"]])
        try ana.look()
        #expect(ana.work == ben.work)
        ana.press("gdsd<Enter>")
        ben.press("gdsfno access<Enter>")
        #expect(ben.session.text.contains("not recorded"))
        #expect(ben.work == ana.work && ben.isKept)
    }

    @Test("What undo brings back is what was said then, by whoever said it")
    func broughtBack() throws {
        let desk = try CaseDesk()
        var ana = try Self.planned(desk)
        var ben = try desk.console("ben")
        ana.press("gdsdgone<Enter>")
        try ben.look()
        ben.press("4gdsfstill there<Enter>")
        ben.press("u")
        let steps = try #require(ben.shelf.file.state.plan.first { $0.state == .done }?.steps)
        #expect(steps.last?.why == "gone" && steps.last?.stamp.who == "ana" && steps.count == 2)
        try ana.look()
        #expect(ana.work == ben.work)
        #expect(ben.work.judgements.values.compactMap(\.progress?.why) == ["gone"])
        ben.press("e")
        #expect(ben.session.text.contains("done, by ana"))
    }

    @Test("What another said while a question was open is a conflict, and what was refused is nothing to undo")
    func asked() throws {
        let desk = try CaseDesk()
        var ana = try Self.planned(desk)
        var ben = try desk.console("ben")
        ben.press("4gdsd")
        ana.press("gdsaagreed<Enter>")
        try ben.look()
        let deeds = ben.session.state.work.past.count
        ben.press("by hand<Enter>")
        #expect(ben.session.text.contains("not recorded"))
        #expect(ben.work == ana.work && ben.isKept)
        #expect(ben.session.state.work.past.count == deeds)
        ben.press("gdsdby hand<Enter>")
        try ana.look()
        #expect(ana.work == ben.work && ana.work.progressCounts.contains { $0.state == .done })
    }

    @Test("What another took off the plan meanwhile is a conflict, and nothing stays unrecorded")
    func takenAway() throws {
        let desk = try CaseDesk()
        var ana = try Self.planned(desk)
        var ben = try desk.console("ben")
        ben.press("4g")
        ana.press("g ")
        ben.press("dsd<Enter>")
        #expect(ben.session.text.contains("not recorded"))
        #expect(ben.work == ana.work && ben.isKept)
        #expect(ben.work.marks.count == 2)
    }

    @Test(
        "Without a case the commands stay visible and say why they cannot run",
        arguments: ["ds", "dS", "da", "dv", "dt", "dT"])
    func none(keys: String) {
        var session = Session.after("b/kind:token<Enter> d", size: Size(rows: 30, columns: 120))
        #expect(session.text.contains("not now: no case is open: d n makes one of this"))
        session.press(String(keys.dropFirst()))
        #expect(session.text.contains("no case is open: d n makes one of this"))
        #expect(session.state.overlay == nil)
        session.press("4")
        #expect(!session.text.contains("ASSIGNEE"))
    }

    @Test("A state needs a mark, a tag to be taken away a tag")
    func obstacles() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter>ds")
        #expect(worker.session.text.contains("it is not on the plan: space marks it"))
        worker.press("dT")
        #expect(worker.session.text.contains("it has no tags"))
        worker.press("dS")
        #expect(worker.session.text.contains("nothing is on the plan"))
        worker.press("vjds")
        #expect(worker.session.text.contains("none of these rows is on the plan"))
    }

    @Test("What looks like a credential is not kept as a reason")
    func redacting() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        worker.session.state.redact = { $0.replacing("hunter2", with: "[left out]") }
        worker.press("dsdit was hunter2<Enter>")
        #expect(worker.work.judgements.values.map(\.progress?.why) == ["it was [left out]"])
        #expect(worker.session.text.contains("what looks like a credential was left out"))
    }

    @Test("What was said is in the session too, so that undo goes on where the case is opened again")
    func session() throws {
        let desk = try CaseDesk()
        var worker = try Self.planned(desk)
        worker.press("dsaby the lead<Enter>dv<Enter>odd<Enter>")
        let state = worker.session.state
        let record = state.sessionDraft.record(of: state.inventory, title: "northwind", revision: 1)
        let restored = record.restored(over: state.inventory, declared: [])
        #expect(restored.work.judgements == worker.work.judgements)
        #expect(restored.past.last?.change == state.work.past.last?.change)
        #expect(restored.past.dropLast().last?.change == state.work.past.dropLast().last?.change)
    }
}
