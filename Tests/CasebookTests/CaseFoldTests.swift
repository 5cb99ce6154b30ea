import Inventory
import Testing

@testable import Casebook

@Suite("What a journal says")
struct CaseFoldTests {
    /// A change that makes sense or none, of a few things only, so that changes meet.
    private static func action(_ random: inout SeededRandom, _ fold: CaseFold) -> CaseAction {
        let id = random.pick(["a", "b", "c"])
        let subject = random.pick([CaseSubject.entity("a"), .wholeCase, .path(["a", "b"])])
        let item = random.pick([Mark.Item.entity(id), .relation(from: id, kind: "reads", to: "c")])
        let note = fold.state.notes.keys.sorted().last ?? 1
        switch Int.random(in: 0..<18, using: &random) {
        case 0: return .retitle(title: id)
        case 1: return .declare(entity: id, windows: [Window(.always)], why: "")
        case 2: return .declare(entity: id, windows: [], why: "seen")
        case 3: return .undeclare(entity: id)
        case 4, 5: return .mark(items: [item, .entity("a"), item], at: random.pick([nil, Instant(5)]))
        case 6: return .unmark(items: [item])
        case 7, 8: return .advance(items: [item], state: random.pick(Mark.State.allCases), why: "", proof: nil)
        case 9: return .note(subject: subject, text: id)
        case 10: return .rewrite(note: note, text: "new \(id)")
        case 11: return .strike(note: note)
        case 12: return .conclude(subject: subject, finding: random.pick(Verdict.Finding.allCases), why: "")
        case 13: return .tag(subject: subject, tags: [id, "x"])
        case 14: return .untag(subject: subject, tags: ["x"])
        case 15: return .assign(subject: subject, to: random.pick(["ana", nil]))
        case 16: return .bookmark(name: id, place: "blast:live")
        default: return .aim(targets: random.pick([["a"], [], ["b", "c"]]))
        }
    }

    @Test(
        "After any changes, undone and redone by two analysts, the state is what the changes that count say",
        arguments: 0..<60)
    func refold(seed: Int) throws {
        var random = SeededRandom(UInt64(seed))
        var journal = try Journal()
        var (undone, redone) = (0, 0)
        for _ in 0..<120 {
            let who = random.pick(["ana", "bo"])
            switch Int.random(in: 0..<10, using: &random) {
            case 0...2:
                guard let number = journal.fold.undoable(by: who) else { continue }
                try journal.add(.undo(entry: number), by: who)
                undone += 1
            case 3, 4:
                guard let number = journal.fold.redoable(by: who) else { continue }
                try journal.add(.redo(entry: number), by: who)
                redone += 1
            default: try journal.add(Self.action(&random, journal.fold), by: who)
            }
            #expect(journal.fold.state.facts == ReferenceCase.facts(journal.entries))
        }
        #expect(undone > 5 && redone > 0)
    }

    @Test("Undoing everything and redoing it comes back to exactly the same state", arguments: 0..<20)
    func backAndForth(seed: Int) throws {
        var random = SeededRandom(UInt64(seed))
        var journal = try Journal()
        var states = [journal.fold.state]
        for _ in 0..<40 {
            try journal.add(Self.action(&random, journal.fold))
            states.append(journal.fold.state)
        }
        for state in states.dropLast().reversed() {
            let number = try #require(journal.fold.undoable(by: "ana"))
            try journal.add(.undo(entry: number))
            #expect(journal.fold.state == state)
        }
        #expect(journal.fold.undoable(by: "ana") == nil)
        for state in states.dropFirst() {
            let number = try #require(journal.fold.redoable(by: "ana"))
            try journal.add(.redo(entry: number))
            #expect(journal.fold.state == state)
        }
        #expect(journal.fold.redoable(by: "ana") == nil)
    }

    @Test("A new change ends what could be redone, for that analyst alone")
    func newChange() throws {
        var journal = try Journal()
        try journal.add(.mark("a"), by: "ana")
        try journal.add(.mark("b"), by: "bo")
        try journal.add(.undo(entry: 2), by: "ana")
        try journal.add(.undo(entry: 3), by: "bo")
        try journal.add(.mark("c"), by: "ana")
        #expect(journal.fold.redoable(by: "ana") == nil)
        #expect(journal.fold.redoable(by: "bo") == 3)
    }

    @Test("A mark keeps every state that it went through, and says when it was decided and done")
    func steps() throws {
        var journal = try Journal()
        try journal.add(.mark("a"))
        #expect(journal.fold.state.mark("a")?.decided == Instant(1))
        for state in [Mark.State.approved, .failed, .approved, .done, .verified] {
            try journal.add(.advance("a", state))
        }
        let mark = try #require(journal.fold.state.mark("a"))
        #expect(mark.state == .verified)
        #expect(mark.steps.map(\.state) == [.proposed, .approved, .failed, .approved, .done, .verified])
        #expect(mark.decided == Instant(4))
        #expect(mark.done == Instant(5))
    }

    @Test("What makes no sense is refused with a reason")
    func objections() throws {
        var journal = try Journal()
        try journal.add(.mark("a"))
        let fold = journal.fold
        let nonsense: [CaseAction] = [
            .open(title: "", identifier: "", version: ""), .unmark("b"), .advance("b", .done),
            .rewrite(note: 2, text: ""),
            .strike(note: 9), .undo(entry: 1), .undo(entry: 9), .redo(entry: 2), .settle(entry: 2, takes: true),
            .removeEvidence(hash: "x"), .dropBookmark(name: "x"),
        ]
        for action in nonsense { #expect(fold.objection(to: action) != nil, "\(action.name)") }
        for action in [.undo(entry: 2), .advance("a", .done), .mark("a")] as [CaseAction] {
            #expect(fold.objection(to: action) == nil, "\(action.name)")
        }
    }
}
