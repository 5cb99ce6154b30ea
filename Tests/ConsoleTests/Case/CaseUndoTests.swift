import Casebook
import Inventory
import Testing

@testable import Console

@Suite("Undo and redo of a console are entries of the journal")
struct CaseUndoTests {
    /// What was written behind an entry.
    private static func actions(_ worker: CaseWorker, after number: Int) throws -> [CaseAction] {
        try worker.shelf.file.entries(after: number).map(\.content.action)
    }

    private static func isTurn(_ action: CaseAction) -> Bool {
        switch action {
        case .undo, .redo: true
        default: false
        }
    }

    @Test("Each names what it takes back or does again, and comes back to exactly that, also in a console opened anew")
    func named() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        let empty = worker.work
        worker.press("b/kind:token<Enter> ")
        let marked = worker.work
        worker.press("4dsdby hand<Enter>")
        let done = worker.work
        #expect(worker.shelf.file.sequence == 3)
        worker.press("u")
        #expect(try Self.actions(worker, after: 3) == [.undo(entry: 3)])
        #expect(worker.work == marked && worker.session.text.contains("recorded: undone: done"))
        worker.press("u")
        #expect(try Self.actions(worker, after: 4) == [.undo(entry: 2)])
        #expect(worker.work == empty)
        worker.press("UU")
        #expect(try Self.actions(worker, after: 5) == [.redo(entry: 2), .redo(entry: 3)])
        #expect(worker.work == done && worker.isKept)
        #expect(try desk.console("ben").work == done)
        // The steps of the mark are those that were said, once each.
        #expect(worker.shelf.file.state.plan.first?.steps.map(\.why) == ["", "by hand"])
        // A console that is opened anew knows by the session what can be undone: the journal knows the entries.
        var again = try desk.console("ana")
        again.session.state.work = Work(again.work, past: worker.session.state.work.past)
        again.press("uu")
        #expect(try Self.actions(again, after: 7) == [.undo(entry: 3), .undo(entry: 2)])
        #expect(again.work == empty)
    }

    @Test("One decision of several entries is taken back with all of them")
    func several() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.press("b/kind:token<Enter>;seen #suspicious #forum<Enter>")
        let number = worker.shelf.file.sequence
        #expect(number == 4)
        worker.press("u")
        #expect(Set(try Self.actions(worker, after: number)) == Set((2...4).map { .undo(entry: $0) }))
        #expect(worker.work.judgements.isEmpty && worker.work.notes.isEmpty)
    }

    @Test("What is decided while something is being recorded has entries of its own, in order")
    func queued() throws {
        let desk = try CaseDesk()
        var worker = try desk.console("ana")
        worker.session.press("b/kind:token<Enter>  u U u ")
        #expect(!worker.isKept && worker.session.text.contains("recording"))
        worker.record()
        #expect(worker.isKept && worker.session.text.contains("· recorded"))
        let actions = try Self.actions(worker, after: 1)
        #expect(actions.map(\.name) == ["mark", "mark", "undo", "mark", "mark", "undo", "mark"])
        #expect(try desk.console("ben").work == worker.work)
        // On leaving all of it is recorded too, and nothing twice.
        var leaving = try desk.console("cy")
        leaving.session.press("b/kind:secret<Enter> u da<Enter>")
        let number = leaving.shelf.file.sequence
        let inventory = leaving.session.state.inventory
        let keeper = CaseKeeper(leaving.shelf, inventory: inventory) { _ in }
        #expect(keeper.finish(leaving.session.state.unrecorded, nil) == nil)
        #expect(try Self.actions(leaving, after: number).map(\.name) == ["mark", "undo", "mark", "assign"])
        #expect(keeper.finish(leaving.session.state.unrecorded, nil) == nil)
        #expect(leaving.shelf.file.sequence == number + 4)
    }

    @Test("Where another built on it, it is said anew, and who did is told")
    func hindered() throws {
        let desk = try CaseDesk()
        var (ana, ben) = (try desk.console("ana"), try desk.console("ben"))
        ana.press("b/kind:token<Enter> ")
        try ben.look()
        ben.press("4gdsaby ben<Enter>")
        try ana.look()
        let number = ana.shelf.file.sequence
        ana.press("u")
        #expect(try Self.actions(ana, after: number).map(\.name) == ["unmark"])
        #expect(ana.work.marks.isEmpty && ana.isKept)
        #expect(ana.session.text.contains("said anew"), "\(ana.session.text)")
        let message = ana.session.state.message?.text ?? ""
        #expect(message.contains("entry 3 by ben (called approved)"), "\(message)")
        // What was said anew is taken back by an entry.
        ana.press("U")
        #expect(try Self.actions(ana, after: number + 1) == [.undo(entry: number + 1)])
        #expect(ana.work.marks.count == 1)
        try ben.look()
        #expect(ben.work == ana.work)
    }

    @Test(
        "Any decisions of two consoles, undone, redone and reopened, are what the case says, and all of it by entries",
        arguments: 0..<12)
    func sequences(seed: Int) throws {
        var random = RandomKeys(seed: UInt64(seed))
        let desk = try CaseDesk()
        // Each works on rows of its own, so that nobody builds on the other's.
        let lists = ["ana": "b/<C-u>kind:token<Enter>", "ben": "b/<C-u>kind:secret<Enter>"]
        var workers = ["ana": try desk.console("ana"), "ben": try desk.console("ben")]
        for who in lists.keys.sorted() { workers[who]?.press(lists[who] ?? "") }
        let decisions = [
            " ", "j ", "da<C-u>cy<Enter>", "da<C-u><Enter>", "dt#night<Enter>", "dv<Enter>seen<Enter>",
            ";a note<Enter>",
            ";<C-u><Enter>", "g ", "G",
        ]
        var turns = 0
        for _ in 0..<40 {
            let who = random.number(below: 2) == 0 ? "ana" : "ben"
            guard var worker = workers[who] else { continue }
            try worker.look()
            let (before, number) = (worker.work, worker.shelf.file.sequence)
            switch random.number(below: 8) {
            case 0, 1, 2:
                worker.press("u")
                let written = try Self.actions(worker, after: number)
                #expect(written.allSatisfy(Self.isTurn), "\(written)")
                if worker.work != before {
                    turns += 1
                    let after = worker.work
                    worker.press("U")
                    #expect(worker.work == before)
                    worker.press("u")
                    #expect(worker.work == after)
                    #expect(try Self.actions(worker, after: number).allSatisfy(Self.isTurn))
                }
            case 3:
                worker.press("U")
                #expect(try Self.actions(worker, after: number).allSatisfy(Self.isTurn))
            case 4:
                var again = try desk.console(who)
                again.session.state.history = worker.session.state.history
                let work = worker.session.state.work
                again.session.state.work = Work(again.work, past: work.past, future: work.future)
                #expect(again.work == worker.work)
                worker = again
                worker.press(lists[who] ?? "")
            default: worker.press(decisions[random.number(below: decisions.count)])
            }
            #expect(worker.isKept)
            #expect(try desk.console("dee").work == worker.work)
            workers[who] = worker
        }
        #expect(turns > 0)
        #expect(try CaseCheck(path: desk.path).isSound)
    }
}
