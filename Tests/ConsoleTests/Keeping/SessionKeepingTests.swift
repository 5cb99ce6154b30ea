import Inventory
import TerminalKit
import Testing

@testable import Console

@Suite("A session that saves itself")
struct SessionKeepingTests {
    private func runtime(
        _ memory: MemoryShelf, console: Int = 1, isFresh: Bool = false
    ) -> ConsoleRuntime {
        ConsoleRuntime(
            inventory: Northwind.inventory(isMarked: true), title: "northwind", at: Northwind.opened,
            world: ConsoleWorld(sessions: memory.shelf(of: console)), isFresh: isFresh)
    }

    /// Runs a console until the keys are pressed and `shown` is on the screen; at a bar they wait for the blast radius.
    @discardableResult
    private func run(
        _ runtime: ConsoleRuntime, _ keys: String, until shown: String, then end: String = "Q"
    ) throws -> (terminal: ScriptedTerminal, exit: ConsoleRuntime.Exit) {
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 140))
        for part in keys.split(separator: "|") {
            terminal.play(try KeyScript.keys(String(part)).map { .event(.key($0)) })
            if part.contains("b") { terminal.play([.untilShown("18 reached"), .untilShown(" of 21")]) }
        }
        terminal.play([.untilShown(shown)])
        terminal.play(try KeyScript.keys(end).map { .event(.key($0)) })
        let exit = runtime.run(on: terminal)
        #expect(!terminal.wokeTooLate)
        return (terminal, exit)
    }

    @Test("Reopening comes back to where one was, and says so")
    func reopen() throws {
        let memory = MemoryShelf()
        let first = try run(runtime(memory), "b|/kind:token<Enter>j ", until: " saved ")
        #expect(memory.writes > 0)
        memory.content.withLock { $0.owner = nil }
        let second = try run(runtime(memory), "", until: "plan (1 mark): ")
        let words = "the session of 2026-03-15 11:30Z goes on: 1 mark; R begins anew"
        #expect(second.terminal.screens.contains { $0.text.contains(words) })
        #expect(second.exit.place == first.exit.place)
        #expect(second.exit.marks.map(\.id) == first.exit.marks.map(\.id))
    }

    @Test("Leaving needs no second key where the session is saved, and saves the last move of the cursor")
    func leaving() throws {
        let memory = MemoryShelf()
        let first = try run(runtime(memory), "b| ", until: " saved ", then: "jjQ")
        #expect(first.terminal.isExhausted)
        let record = try SessionRecord(bytes: memory.bytes ?? [])
        #expect(record.current.value?.cursor == first.exit.place.cursor)
    }

    @Test("A hang-up saves what was done last")
    func hangup() throws {
        let memory = MemoryShelf()
        let terminal = ScriptedTerminal(size: Size(rows: 24, columns: 80))
        terminal.play([.event(.key(.character("b"))), .untilShown("18 reached")])
        terminal.play([.event(.key(.character(" "))), .event(.hangup)])
        _ = runtime(memory).run(on: terminal)
        #expect(try SessionRecord(bytes: memory.bytes ?? []).marks == [Northwind.runner])
    }

    @Test("Decisions, filters and ways are saved at once, the cursor now and then, nothing for nothing")
    func debounced() {
        var session = Session.after("b")
        session.state.keeping.mode = .on
        func saves() -> Int { session.effects.count { if case .save = $0 { true } else { false } } }
        session.press("j")
        #expect(saves() == 0)
        session.press("k")
        #expect(saves() == 0)
        session.press(" ")
        #expect(saves() == 1)
        session.press("/tok")
        #expect(saves() == 1)
        session.press("<Enter>")
        #expect(saves() == 2)
        session.press("2")
        #expect(saves() == 3)
        session.press("?<Esc>&")
        #expect(saves() == 3)
        session.press(String(repeating: "jk", count: Keeping.movesWorthSaving + 1))
        #expect(saves() == 4)
    }

    @Test("A damaged or later session is put aside with words, and another begun")
    func putAside() throws {
        for (text, reason) in [("{\"format\":", "damaged"), (#"{"format":"firebreak.session","version":9}"#, "newer")] {
            let memory = MemoryShelf()
            memory.content.withLock { $0.bytes = Array(text.utf8) }
            try run(runtime(memory), "", until: "begun anew, and kept beside it as \(reason)-1.json", then: " Q")
            #expect(memory.content.withLock { $0.aside[reason] } == Array(text.utf8))
            #expect(try SessionRecord(bytes: memory.bytes ?? []).marks == [Northwind.runner])
        }
    }

    @Test("Begun anew, the session before is kept under another name")
    func fresh() throws {
        let memory = MemoryShelf()
        try run(runtime(memory), "b| ", until: " saved ")
        let before = memory.bytes
        memory.content.withLock { $0.owner = nil }
        try run(runtime(memory, isFresh: true), "", until: "begun anew; the session before is kept as earlier-1.json")
        #expect(memory.content.withLock { $0.aside["earlier"] } == before)
        #expect(try SessionRecord(bytes: memory.bytes ?? []).marks.isEmpty)
    }

    @Test("A second console works apart: it begins from what the first saved, and neither writes over the other")
    func two() throws {
        let memory = MemoryShelf()
        let first = runtime(memory)
        try run(runtime(memory), "b| ", until: " saved ")
        let saved = memory.bytes
        let second = try run(
            runtime(memory, console: 2), "", until: " of 21", then: "j Q")
        #expect(second.terminal.screens.contains { $0.text.contains("a second console: its work is saved apart") })
        #expect(second.terminal.screens.contains { $0.text.contains("begun from what the first saved (1 mark)") })
        #expect(second.terminal.screens.contains { $0.text.contains("d n makes a case, which two can share") })
        #expect(second.terminal.screens.contains { $0.text.contains("saved apart") })
        #expect(second.terminal.screens.allSatisfy { !$0.text.contains("would be lost") })
        #expect(memory.bytes == saved)
        let apart = try SessionRecord(bytes: #require(memory.content.withLock { $0.apart[2] }))
        #expect(apart.marks.count == 2)
        // The first goes on as if nobody else were there.
        try run(first, "b|jj ", until: " saved ")
        #expect(try SessionRecord(bytes: memory.bytes ?? []).marks.count == 1)
    }

    @Test("A second console in which nothing is done leaves nothing behind, and needs no second key to leave")
    func idle() throws {
        let memory = MemoryShelf()
        _ = runtime(memory)
        let second = try run(runtime(memory, console: 2), "", until: "saved apart", then: "jkQ")
        #expect(second.terminal.isExhausted)
        #expect(memory.writes == 0)
    }

    @Test("A session that is opened again although it is set apart goes on where it is")
    func apart() throws {
        let memory = MemoryShelf()
        _ = runtime(memory)
        try run(runtime(memory, console: 2), "b| ", until: "saved apart", then: "")
        let again = try run(runtime(memory, console: 2), "", until: "which is set apart", then: "")
        #expect(again.exit.marks.map(\.id) == [Northwind.runner])
        #expect(memory.bytes == nil)
    }

    @Test("A session whose marks mean nothing in this evidence is kept, and not written over")
    func unmatched() throws {
        let memory = MemoryShelf()
        let session = Session.after("b ")
        var record = session.state.sessionDraft.record(of: session.state.inventory, title: "x", revision: 3)
        var marks = PackedMarks(session.state.work.present.marks, in: session.state.inventory)
        (marks.ids, marks.check) = (nil, nil)
        record.markBits = Readable(marks)
        record.marks = []
        memory.content.withLock { $0.bytes = record.bytes }
        try run(
            runtime(memory), "", until: "the session as it was is kept as unmatched-1.json",
            then: " Q")
        #expect(memory.content.withLock { $0.aside["unmatched"] } == record.bytes)
        #expect(memory.bytes != record.bytes)
    }

    @Test("Where nothing can be saved, what was saved is there to be looked at")
    func readOnly() throws {
        let memory = MemoryShelf()
        try run(runtime(memory), "b| ", until: " saved ")
        let saved = memory.bytes
        memory.content.withLock { $0.isReadOnly = true }
        let second = try run(runtime(memory), "", until: "the session is not saved: read-only", then: "QQ")
        #expect(second.exit.marks.map(\.id) == [Northwind.runner])
        #expect(memory.bytes == saved)
    }

    @Test("A full disk is said, leaving asks, and the next change tries again")
    func failing() {
        var session = Session.after("b")
        session.state.keeping.mode = .on
        session.press("jk ")
        session.apply(.kept(.failed("no space left")))
        #expect(session.text.contains("the session could not be saved: no space left"))
        #expect(session.text.contains("not saved"))
        session.press("Q")
        #expect(session.text.contains("would be lost: Q again leaves (not saved: no space left)"))
        session.press(" ")
        guard case .save(let draft)? = session.effects.last else {
            Issue.record("not tried again")
            return
        }
        session.apply(.kept(.saved(draft.number)))
        #expect(session.state.keeping.isSafe)
        session.effects = []
        session.press("Q")
        #expect(session.effects == [.quit])
    }

    @Test("Beginning anew asks once more, and what was decided comes back by undo")
    func beginAnew() {
        var session = Session.after("R")
        #expect(session.text.contains("begin anew: nothing was done yet"))
        session.press("b 2R")
        #expect(session.state.place.view == .inventory)
        #expect(session.text.contains("R again begins anew: 1 mark"))
        session.press("jR")
        #expect(session.state.place.view == .inventory)
        session.press("R")
        #expect(session.state.place.view == .start)
        #expect(session.state.work.present.marks.isEmpty)
        #expect(session.state.work.present.seeds.map(\.origin) == [.source])
        #expect(session.state.history.back.isEmpty)
        session.press("u")
        #expect(session.state.work.present.marks.count == 1)
    }
}
