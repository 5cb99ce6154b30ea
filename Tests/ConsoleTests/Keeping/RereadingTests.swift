import Foundation
import Inventory
import Synchronization
import TerminalKit
import Testing

@testable import Console

@Suite("Reading the evidence again")
struct RereadingTests {
    /// A console that can read its evidence again.
    private func session(_ keys: String = "") -> Session {
        var session = Session(size: Size(rows: 24, columns: 120))
        session.state.canReread = true
        session.press(keys)
        return session
    }

    private var rereads: [Effect] { [.reread(number: 1)] }

    @Test("It is asked for, tells how far it is, and is taken up")
    func course() {
        var session = session("b=")
        #expect(session.effects == rereads)
        #expect(session.text.contains("reading the evidence again, ctrl-C gives it up"))
        session.press("j")
        session.apply(.reread(.reading("reading 2 of 3: runs.json"), number: 1))
        #expect(session.text.contains("ctrl-C gives it up: reading 2 of 3: runs.json"))
        session.press("=")
        #expect(session.text.contains("read again: it is being read already"))
        session.apply(.reread(.read("12 entities more, 3 gone"), number: 1))
        #expect(session.effects == rereads + [.goOn("12 entities more, 3 gone")])
        #expect(session.state.rereading == nil)
    }

    @Test("It is found in the palette; where the evidence cannot be read again, that is said")
    func palette() {
        var able = session(":read the evidence again")
        #expect(able.state.paletteEntries(for: "read the evidence again").first?.target == .command(.readAgain))
        able = session(":read again<Enter>")
        #expect(able.effects == rereads)
        let unable = Session.after("=")
        #expect(unable.effects.isEmpty)
        #expect(unable.text.contains("read again: where the evidence comes from is not known here"))
    }

    @Test("Given up, it changes nothing, and what still arrives of it is not taken")
    func cancelled() {
        var session = session("b=<C-c>")
        #expect(session.effects == rereads + [.stopRereading])
        #expect(session.text.contains("reading again is given up, the evidence stays as it was"))
        session.apply(.reread(.read("news"), number: 1))
        session.press("=")
        session.apply(.reread(.read("old news"), number: 1))
        #expect(session.effects == rereads + [.stopRereading, .reread(number: 2)])
    }

    @Test("When it fails, the evidence at hand stays, and why is said")
    func failed() {
        var session = session("b=")
        let before = session.state.rows.count
        session.apply(.reread(.failed("/evidence is gone"), number: 1))
        #expect(session.text.contains("not read again: /evidence is gone; the evidence stays as it was"))
        session.press("j")
        #expect(session.state.rows.count == before && session.effects == rereads)
    }

    @Test("It cuts short nothing that is being typed or chosen")
    func waiting() {
        for (open, close) in [("/kind:token", "<Enter>"), (":", "<Esc>"), ("v", "v"), ("?", "<Esc>")] {
            var session = session("b=" + open)
            session.apply(.reread(.read("news"), number: 1))
            #expect(session.effects == rereads, "\(open)")
            session.press(close)
            #expect(session.effects.last == .goOn("news"), "\(open)")
        }
    }

    @Test("Over lost evidence it is offered, and what was saved goes on")
    func lost() {
        var session = session("b")
        _ = session.state.lose("the snapshot changed while it was open")
        #expect(session.text.contains("= reads it again, and goes on with what was saved."))
        session.press("=")
        #expect(session.effects == rereads)
        #expect(session.text.contains("reading the evidence again"))
        session.apply(.reread(.failed("it is gone"), number: 1))
        #expect(session.text.contains("not read again: it is gone"))
        session.press("=<C-c>=")
        session.apply(.reread(.read("news"), number: 3))
        #expect(session.effects.last == .goOn("news"))
    }

    @Test("What differs is told by ids and figures")
    func news() throws {
        func inventory(_ ids: [String], isRelated: Bool = false) -> Inventory {
            var maker = FactMaker()
            for id in ids { maker.declare(id, .token, id) }
            if isRelated { maker.relate(.authenticatesAs, ids[0], ids[1]) }
            return maker.builder.build().inventory
        }
        func words(_ old: Inventory, _ new: Inventory) -> String? {
            EvidenceNews(from: old, to: new) { false }?.words
        }
        let two = inventory(["a", "b"])
        #expect(words(two, inventory(["a", "b"])) == "the same 2 entities, as many relations")
        #expect(words(two, inventory(["a", "b"], isRelated: true)) == "the same 2 entities, 1 relation more")
        #expect(words(two, inventory(["b", "c", "d"])) == "2 entities more, 1 gone")
        #expect(words(two, inventory(["b"])) == "1 entity gone")
        #expect(EvidenceNews(from: two, to: two) { true } == nil)
    }

    /// The incident with one entity more, and without one of those that a session marks.
    private func later() -> Inventory {
        var maker = FactMaker()
        maker.declare(
            Northwind.runner, .runner, "prod-linux-07", flags: [.selfHosted], compromised: Northwind.window)
        maker.declare("token:AWS_KEY", .token, "AWS key AKIA…7Q")
        maker.declare("new", .token, "new")
        return maker.builder.build().inventory
    }

    @Test(
        "All goes on by id: places, cursor, marks, notes, what was typed; what names nothing now stays in the session")
    func carried() throws {
        let before = session("2/kind:token<Enter>*;<C-u>seen in the logs<Enter>AJ<Esc>bgg\\prod<Enter>")
        let record = before.state.sessionDraft.record(
            of: before.state.inventory, title: "northwind", revision: 4, isForOther: true)
        var opening = SessionOpening()
        opening.mode = .on
        opening.record = record
        opening.carried = CarriedSession(record, news: "1 entity more, 20 gone", isMouseOn: true)
        var after = Session(later(), size: Size(rows: 24, columns: 160))
        after.state.take(up: opening)
        let marked = before.state.work.present.marks.count
        #expect(marked > 2)
        #expect(after.state.work.present.marks.map { after.state.inventory.entity(at: $0).id } == ["token:AWS_KEY"])
        let strays = after.state.keeping.strays.count
        #expect(after.state.keeping.strays.marks.count == marked - 1)
        #expect(after.state.history.back == before.state.history.back)
        #expect(after.state.place.cursor == before.state.place.cursor)
        #expect(after.state.typed[.note] == ["seen in the logs"])
        #expect(after.state.isMouseOn)
        after.apply(.resize(after.state.size))
        #expect(after.text.contains("read again: 1 entity more, 20 gone; "), "\(after.text)")
        #expect(after.text.contains("names nothing now") || after.text.contains("name nothing now"))
        // It lies nowhere yet, so it is saved before anything is done.
        guard case .save(let draft)? = after.effects.last else {
            Issue.record("not saved")
            return
        }
        #expect(draft.strays.count == strays)
        let saved = draft.record(of: after.state.inventory, title: "northwind", revision: 5)
        #expect(Set(saved.marks) == Set(record.marks))
    }

    @Test("Where every id is there, what was done can still be undone")
    func undo() {
        let before = session("b jj ")
        var inventory = FactMaker()
        for entity in 0..<before.state.inventory.entityCount {
            let entity = before.state.inventory.entity(at: entity)
            inventory.declare(entity.id, entity.kind, entity.name, compromised: entity.compromised)
        }
        inventory.declare("new", .token, "new")
        let record = before.state.sessionDraft.record(
            of: before.state.inventory, title: "northwind", revision: 4, isForOther: true)
        var opening = SessionOpening()
        opening.record = record
        opening.carried = CarriedSession(record, news: "1 entity more", isMouseOn: false)
        var after = Session(inventory.builder.build().inventory)
        after.state.take(up: opening)
        #expect(after.state.work.present.marks.count == 2)
        after.press("uu")
        #expect(after.state.work.present.marks.isEmpty)
    }

    @Test("The runtime reads beside the console, and hands over the session; another console goes on with it")
    func runtime() throws {
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 140))
        terminal.play(try KeyScript.keys("b").map { .event(.key($0)) })
        terminal.play([.untilShown("18 reached"), .untilShown(" of 21")])
        terminal.play(try KeyScript.keys(" j =").map { .event(.key($0)) })
        // Woken until it leaves by itself.
        terminal.play([.untilShown("never shown")])
        let memory = MemoryShelf()
        let next = later()
        let reader: EvidenceReader = { progress, _ in
            progress("half")
            return next
        }
        let exit = ConsoleRuntime(
            inventory: Northwind.inventory(isMarked: true), title: "northwind", at: Northwind.opened,
            world: ConsoleWorld(sessions: memory.shelf(of: 1), reader: reader)
        ).run(on: terminal)
        let carried = try #require(exit.carried)
        #expect(carried.news.contains("gone"))
        let marked = Set(exit.marks.map(\.id))
        #expect(marked.count == 2 && marked.contains(Northwind.runner))
        let other = ScriptedTerminal(size: Size(rows: 24, columns: 140))
        other.play([.untilShown(" saved "), .event(.key(.character("Q")))])
        let after = ConsoleRuntime(
            inventory: later(), title: "northwind", at: Northwind.opened,
            world: ConsoleWorld(sessions: memory.shelf(of: 1)), carrying: carried
        ).run(on: other)
        #expect(other.screens.contains { $0.text.contains("read again: 1 entity more") })
        #expect(after.marks.map(\.id) == [Northwind.runner])
        #expect(try Set(SessionRecord(bytes: memory.bytes ?? []).marks) == marked)
        #expect(memory.content.withLock { $0.aside.isEmpty })
    }

    @Test("The reading is told that it is given up, and the console goes on over what it has")
    func stopped() throws {
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 140))
        terminal.play(try KeyScript.keys("2=").map { .event(.key($0)) })
        terminal.play([.untilShown("gives it up: half"), .event(.key(.control("c")))])
        terminal.play([.untilShown("reading again is given up"), .event(.key(.character("j")))])
        terminal.play([.untilShown("2 of "), .event(.key(.character("Q")))])
        let wasCancelled = Atomic(false)
        let reader: EvidenceReader = { progress, isCancelled throws(UnreadEvidence) in
            progress("half")
            while !isCancelled() { sched_yield() }
            wasCancelled.store(true, ordering: .relaxed)
            throw UnreadEvidence("given up")
        }
        let exit = ConsoleRuntime(
            inventory: Northwind.inventory(), title: "northwind", at: Northwind.opened,
            world: ConsoleWorld(reader: reader)
        ).run(on: terminal)
        #expect(!terminal.wokeTooLate && terminal.isExhausted)
        #expect(exit.carried == nil)
        while !wasCancelled.load(ordering: .relaxed) { sched_yield() }
        #expect(terminal.screens.allSatisfy { !$0.text.contains("not read again") })
    }

    @Test("Another session that lies where one goes on is kept under another name")
    func aside() throws {
        let memory = MemoryShelf()
        let other = Session.after("2")
        let inventory = other.state.inventory
        let lying = other.state.sessionDraft.record(of: other.state.inventory, title: "x", revision: 9).bytes
        memory.content.withLock { $0.bytes = lying }
        let record = other.state.sessionDraft.record(of: other.state.inventory, title: "x", revision: 4)
        let carried = CarriedSession(record, news: "news", isMouseOn: false)
        let opening = SessionOpening(memory.shelf(of: 1), over: inventory, carrying: carried)
        #expect(opening.mode == .on && opening.record == record)
        #expect(memory.content.withLock { $0.aside["earlier"] } == lying)
        #expect(opening.notices == ["another session of this evidence is kept as earlier-1.json"])
        // Its own is written over.
        memory.content.withLock { ($0.bytes, $0.aside) = (record.bytes, [:]) }
        #expect(SessionOpening(memory.shelf(of: 1), over: inventory, carrying: carried).notices.isEmpty)
        #expect(memory.content.withLock { $0.aside.isEmpty })
    }
}
