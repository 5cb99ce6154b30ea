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

    @Test("A second console never writes over the first: it saves nothing, says so, and asks before it leaves")
    func two() throws {
        let memory = MemoryShelf()
        let claimed = runtime(memory)
        let saved = memory.bytes
        let second = try run(
            runtime(memory, console: 2), "", until: "another console has this session open", then: " QQ")
        #expect(second.terminal.isExhausted)
        #expect(second.terminal.screens.contains { $0.text.contains("1 mark would be lost: Q again leaves") })
        #expect(memory.bytes == saved)
        try run(claimed, "b| ", until: " saved ")
        #expect(memory.writes > 0)
    }

    @Test("When the first console ended without a change the second takes over; after a change it leaves it alone")
    func takeOver() throws {
        for hasChanged in [false, true] {
            let memory = MemoryShelf()
            _ = runtime(memory)
            let second = runtime(memory, console: 2)
            if hasChanged { try run(runtime(memory), "b| ", until: " saved ") }
            let before = memory.bytes
            memory.content.withLock { $0.owner = nil }
            let shown = hasChanged ? "left as it is" : "this session is saved from now on"
            try run(second, " ", until: shown, then: "QQ")
            #expect((memory.bytes == before) == hasChanged)
        }
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
