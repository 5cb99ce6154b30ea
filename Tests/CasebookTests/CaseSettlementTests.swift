import Inventory
import Testing

@testable import Casebook

@Suite("A conflict that was settled, and that taken back")
struct CaseSettlementTests {
    /// A case with one conflict: what it said of `shared`, and what a copy said of it.
    private static func conflicted(_ folder: CaseFolder) throws -> (file: CaseFile, conflict: CaseConflict) {
        let file = try folder.make()
        _ = try file.append([.mark("shared"), .verdict("shared", .suspicious)], by: .ana)
        let copy = try file.copy(to: folder.file("copy"))
        _ = try file.append([.verdict("shared", .cleared)], by: .ana)
        _ = try copy.append([.verdict("shared", .contained)], by: .bo)
        _ = try file.merge(copy, by: .ana)
        return (file, try #require(file.state.conflicts.first))
    }

    @Test("Undo opens the conflict again and redo ends it, by entries; undo goes on past it", arguments: [true, false])
    func undone(takes: Bool) throws {
        let folder = try CaseFolder()
        let (file, conflict) = try Self.conflicted(folder)
        let before = file.state
        _ = try file.append([.settle(entry: conflict.entry, takes: takes)], by: .ana)
        let (settlement, settled) = (file.sequence, file.state)
        #expect(settled != before && settled.conflicts.isEmpty)
        #expect(file.undoable(by: "ana")?.name == "settle")
        #expect(try file.undo(by: .ana).written.map(\.content.action) == [.undo(entry: settlement)])
        #expect(file.state == before)
        #expect(file.redoable(by: "ana")?.name == "settle")
        #expect(try CaseFile(opening: folder.file()).state == before)
        _ = try file.redo(by: .ana)
        #expect(file.state == settled)
        #expect(try CaseFile(opening: folder.file()).state == settled)
        for name in ["settle", "merge", "conclude", "conclude", "mark"] {
            #expect(file.undoable(by: "ana")?.name == name)
            _ = try file.undo(by: .ana)
        }
        #expect(file.state.marks.isEmpty && file.state.verdicts.isEmpty && file.state.conflicts.isEmpty)
        for _ in 0..<5 { _ = try file.redo(by: .ana) }
        #expect(file.state == settled)
        #expect(try CaseCheck(path: folder.file()).isSound)
    }

    @Test("It is settled the other way once it is open again, and the first settlement does not come back over that")
    func otherwise() throws {
        let folder = try CaseFolder()
        let (file, conflict) = try Self.conflicted(folder)
        _ = try file.append([.settle(entry: conflict.entry, takes: true)], by: .ana)
        let first = file.sequence
        _ = try file.undo(by: .ana)
        _ = try file.append([.settle(entry: conflict.entry, takes: false)], by: .bo)
        #expect(file.state.verdicts[.entity("shared")]?.finding == .cleared)
        #expect(throws: CaseError.self) { try file.redo(by: .ana, entry: first) }
        _ = try file.undo(by: .bo)
        _ = try file.redo(by: .ana, entry: first)
        #expect(file.state.verdicts[.entity("shared")]?.finding == .contained)
    }

    @Test("It is refused while something that was decided since builds on what it took")
    func builtOn() throws {
        let folder = try CaseFolder()
        let (file, conflict) = try Self.conflicted(folder)
        _ = try file.append([.settle(entry: conflict.entry, takes: true)], by: .ana)
        _ = try file.append([.mark("else")], by: .bo)
        _ = try file.append([.verdict("shared", .suspicious)], by: .bo)
        let later = file.sequence
        let error = #expect(throws: CaseError.self) { try file.undo(by: .ana) }
        guard case .conflict(let clashes)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(clashes.map(\.stamp.entry) == [later])
        _ = try file.undo(by: .bo)
        _ = try file.undo(by: .ana)
        #expect(file.state.conflicts == [conflict])
    }

    @Test("What was taken of an undo by another copy is taken back with the settlement")
    func takenUndo() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a")], by: .bo)
        let copy = try file.copy(to: folder.file("copy"))
        _ = try file.append([.advance("a", .approved)], by: .ana)
        _ = try copy.undo(by: .bo)
        _ = try file.merge(copy, by: .ana)
        let (before, conflict) = (file.state, try #require(file.state.conflicts.first))
        _ = try file.append([.settle(entry: conflict.entry, takes: true)], by: .ana)
        #expect(file.state.mark("a") == nil)
        _ = try file.undo(by: .ana)
        #expect(file.state == before && file.state.mark("a")?.state == .approved)
    }

    @Test("A settlement that a merge brought, and that was taken back there, is so here")
    func brought() throws {
        let folder = try CaseFolder()
        let (file, conflict) = try Self.conflicted(folder)
        let third = try CaseFile(opening: folder.file()).copy(to: folder.file("third"))
        _ = try file.append([.settle(entry: conflict.entry, takes: true)], by: .ana)
        _ = try third.merge(file, by: .bo)
        #expect(third.state.verdicts[.entity("shared")]?.finding == .contained && third.state.conflicts.isEmpty)
        _ = try file.undo(by: .ana)
        _ = try third.merge(file, by: .bo)
        #expect(third.state.verdicts[.entity("shared")]?.finding == .cleared)
        #expect(third.state.conflicts.map(\.entry) == [conflict.entry])
        // That it was taken back there is taken back here, with the merge that brought it.
        _ = try third.undo(by: .bo)
        #expect(third.state.verdicts[.entity("shared")]?.finding == .contained && third.state.conflicts.isEmpty)
    }

    @Test(
        "Marks, verdicts, tags, merges and settlements in any order: undoing them all and redoing them comes back to each state",
        arguments: 0..<30)
    func backAndForth(seed: Int) throws {
        var random = SeededRandom(UInt64(seed))
        let folder = try CaseFolder()
        let file = try folder.make()
        let copy = try file.copy(to: folder.file("copy"))
        var states = [file.state]
        var (merges, settlements) = (0, 0)
        while states.count < 25 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    _ = try copy.append([Self.action(&random)], by: .bo)
                }
                guard try file.merge(copy, by: .ana).entry != nil else { continue }
                merges += 1
            case 1, 2:
                guard let conflict = file.state.conflicts.randomElement(using: &random) else { continue }
                _ = try file.append([.settle(entry: conflict.entry, takes: .random(using: &random))], by: .ana)
                settlements += 1
            default: _ = try file.append([Self.action(&random)], by: .ana)
            }
            states.append(file.state)
        }
        for state in states.dropLast().reversed() {
            _ = try file.undo(by: .ana)
            #expect(file.state == state)
        }
        #expect(file.undoable(by: "ana") == nil)
        for state in states.dropFirst() {
            _ = try file.redo(by: .ana)
            #expect(file.state == state)
        }
        #expect(file.redoable(by: "ana") == nil)
        #expect(try CaseFile(opening: folder.file()).state == file.state)
        #expect(merges > 0 && merges + settlements > 1)
    }

    private static func action(_ random: inout SeededRandom) -> CaseAction {
        let (first, second) = (random.pick(["a", "b", "c"]), random.pick(["a", "b", "c"]))
        let items = [Mark.Item.entity(first), .relation(from: first, kind: "reads", to: second), .entity(second)]
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: return .mark(items: items, at: random.pick([nil, Instant(5)]))
        case 2: return .verdict(first, random.pick(Verdict.Finding.allCases))
        case 3: return .tag(subject: .entity(first), tags: random.pick([["x"], ["x", "y"], ["y", "z"]]))
        case 4: return .assign(subject: .entity(first), to: random.pick(["ana", "bo"]))
        default: return .note(subject: .entity(first), text: "seen")
        }
    }
}
