import Casebook
import Inventory
import Testing

@testable import Console

@Suite("A console that works on a case")
struct CaseTests {
    @Test("Whatever is decided is in the journal, and comes back when the case is opened again")
    func recorded() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter> j ;seen #suspicious #forum<Enter>DA<C-u>tokens<Enter>")
        worker.press("2/kind:runner<Enter>c<C-u>2026-03-14T01:00Z..<Enter>")
        #expect(worker.isKept)
        #expect(worker.session.text.contains("recorded"))
        #expect(!worker.work.marks.isEmpty && !worker.work.notes.isEmpty && !worker.work.targets.isEmpty)
        #expect(worker.work.seeds.contains { $0.origin == .analyst })
        let again = try desk.console("ben")
        #expect(again.work == worker.work)
        let state = worker.shelf.file.state
        #expect(state.tags.values.contains(["forum"]))
        #expect(state.verdicts.values.map(\.finding) == [.suspicious])
        worker.press("8")
        #expect(worker.session.text.contains("Journal") && worker.session.text.contains("chain whole"))
        #expect(worker.session.text.contains("ana"))
    }

    @Test("Undo is recorded too, and a withdrawn mark of a source stays withdrawn")
    func undo() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        let before = worker.work
        worker.press("b/kind:token<Enter> ;kept<Enter>")
        worker.press("uu")
        #expect(worker.work.marks == before.marks && worker.work.notes.isEmpty)
        #expect(try desk.console("ben").work == worker.work)
        worker.press("1x")
        #expect(worker.work.seeds.isEmpty)
        #expect(try desk.console("ben").work.seeds.isEmpty)
        worker.press("u")
        #expect(worker.work.seeds == before.seeds)
        #expect(try desk.console("ben").work.seeds == before.seeds)
    }

    @Test("Two consoles see each other's work, and undo of one takes back nothing of the other")
    func together() throws {
        let desk = try CaseDesk()
        var (ana, ben) = (try desk.console("ana"), try desk.console("ben"))
        ana.press("b/kind:token<Enter> ")
        try ben.look()
        #expect(ben.work.marks == ana.work.marks)
        #expect(ben.session.text.contains("ana: marked"))
        ben.press("b/kind:secret<Enter> ")
        try ana.look()
        #expect(ana.work.marks == ben.work.marks)
        #expect(ana.work.marks.count == 2)
        ana.press("u")
        #expect(ana.work.marks.count == 1)
        try ben.look()
        #expect(ben.work.marks == ana.work.marks)
        ben.press("u")
        try ana.look()
        #expect(ana.work.marks.isEmpty && ben.work.marks.isEmpty)
    }

    @Test("What two decide of the same thing at once is shown as a conflict, and the first stays")
    func conflict() throws {
        let desk = try CaseDesk()
        var (ana, ben) = (try desk.console("ana"), try desk.console("ben"))
        ana.press("2/kind:runner<Enter>c<C-u>2026-03-14T01:00Z..<Enter>")
        ben.press("2/kind:runner<Enter>c<C-u>2026-03-14T02:00Z..<Enter>")
        #expect(ben.session.text.contains("not recorded"))
        #expect(ben.work.seeds == ana.work.seeds)
        #expect(ben.isKept)
        ben.press("c<C-u>2026-03-14T02:00Z..<Enter>")
        try ana.look()
        #expect(ana.work.seeds == ben.work.seeds)
        #expect(ana.work.seeds.contains { $0.seed.window.from == Northwind.moment("2026-03-14T02:00Z") })
    }

    @Test("What cannot be recorded is said, keeps leaving from being easy, and is recorded later")
    func failing() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.shelf.failure.withLock { $0 = .full }
        worker.press("b/kind:token<Enter> ")
        #expect(worker.session.text.contains("the disk is full"))
        #expect(worker.session.text.contains("not recorded"))
        #expect(!worker.isKept)
        worker.press("Q")
        #expect(!worker.session.effects.contains(.quit))
        worker.press("u")
        #expect(worker.isKept)
        #expect(worker.session.text.contains("· recorded"))
        worker.press("U")
        #expect(!worker.isKept)
        worker.shelf.failure.withLock { $0 = nil }
        worker.press("j ")
        #expect(worker.isKept)
        #expect(try desk.console("ben").work.marks.count == 2)
    }

    @Test("Without a case the journal says how to open one")
    func none() {
        let session = Session.after("8")
        #expect(session.text.contains("no case is open"))
    }
}
