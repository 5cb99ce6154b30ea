import Inventory
import Testing

@testable import Casebook

@Suite("A merge that is taken back as a whole")
struct CaseMergeUndoTests {
    /// A case that took over a copy which went another way: what it said before, and the number of the merge.
    private struct Merged {
        let ours: CaseFile
        let theirs: CaseFile
        let before: CaseState
        let number: Int

        init(_ folder: CaseFolder, ours: [CaseAction] = [], theirs: (CaseFile) throws -> Void) throws {
            self.ours = try folder.make()
            _ = try self.ours.append([.mark("shared"), .verdict("shared", .suspicious)], by: .bo)
            self.theirs = try self.ours.copy(to: folder.file("copy"))
            for action in ours { _ = try self.ours.append([action], by: .ana) }
            try theirs(self.theirs)
            before = self.ours.state
            number = self.ours.sequence + 1
            _ = try self.ours.merge(self.theirs, by: .ana)
        }
    }

    private static func several(_ copy: CaseFile) throws {
        _ = try copy.append([.mark("b"), .tag(subject: .entity("b"), tags: ["x"])], by: .bo)
        _ = try copy.append([.verdict("shared", .contained)], by: .bo)
        _ = try copy.append([.note(subject: .wholeCase, text: "theirs")], by: .ana)
        // What they undid is brought too.
        _ = try copy.undo(by: .bo, entry: 2)
    }

    @Test(
        "One entry takes all of it back, what was undone there and what was set aside included; another brings it back")
    func whole() throws {
        let folder = try CaseFolder()
        let merged = try Merged(folder, ours: [.verdict("shared", .cleared)], theirs: Self.several)
        let file = merged.ours
        let after = file.state
        #expect(after.mark("shared") == nil && after.mark("b") != nil && after.conflicts.count == 1)
        #expect(file.undoable(by: "ana")?.name == "merge")
        let undone = try file.undo(by: .ana)
        #expect(undone.written.map(\.content.action) == [.undo(entry: merged.number)])
        #expect(file.state == merged.before)
        #expect(try CaseFile(opening: folder.file()).state == file.state)
        #expect(try CaseCheck(path: folder.file()).isSound)
        // It is known here, and is not brought a second time.
        #expect(try file.merge(merged.theirs, by: .ana).taken.isEmpty)
        _ = try file.redo(by: .ana)
        #expect(file.state == after)
        #expect(try CaseFile(opening: folder.file()).state == after)
    }

    @Test("What was settled or undone of it by itself goes and comes with it")
    func settled() throws {
        let folder = try CaseFolder()
        let merged = try Merged(folder, ours: [.verdict("shared", .cleared)], theirs: Self.several)
        let file = merged.ours
        let conflict = try #require(file.state.conflicts.first)
        _ = try file.append([.settle(entry: conflict.entry, takes: true)], by: .ana)
        _ = try file.undo(by: .ana, entry: merged.number + 1)
        let after = file.state
        #expect(after.verdicts[.entity("shared")]?.finding == .contained && after.mark("b") == nil)
        _ = try file.undo(by: .ana, entry: merged.number)
        #expect(file.state == merged.before)
        #expect(throws: CaseError.self) { try file.append([.redo(entry: merged.number + 1)], by: .ana) }
        _ = try file.redo(by: .ana, entry: merged.number)
        #expect(file.state == after)
    }

    @Test("It is refused while something that was decided since builds on it, and says what that is")
    func refused() throws {
        let folder = try CaseFolder()
        let merged = try Merged(folder, theirs: Self.several)
        let file = merged.ours
        _ = try file.append([.mark("else")], by: .bo)
        _ = try file.append([.advance("b", .approved)], by: .bo)
        let later = file.sequence
        let error = #expect(throws: CaseError.self) { try file.undo(by: .ana, entry: merged.number) }
        guard case .conflict(let clashes)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(clashes.map(\.stamp.entry) == [later])
        _ = try file.undo(by: .bo)
        _ = try file.undo(by: .ana, entry: merged.number)
        #expect(file.state.mark("b") == nil && file.state.mark("else") != nil)
        #expect(file.state.mark("shared") == merged.before.mark("shared"))
    }

    @Test("Evidence that a merge brought goes with it only when that is asked for")
    func evidence() throws {
        let folder = try CaseFolder()
        let evidence = CaseEvidence(
            hash: "h", form: .files, paths: ["x"], entities: 1, relations: 0, version: "1")
        let merged = try Merged(folder) { _ = try $0.append([.addEvidence(evidence: evidence)], by: .bo) }
        #expect(throws: CaseError.self) { try merged.ours.undo(by: .ana) }
        _ = try merged.ours.undo(by: .ana, evidence: true)
        #expect(merged.ours.state == merged.before)
    }

    @Test("Who merges a copy that took a merge back has nothing of it either, and has it where it was done again")
    func onward() throws {
        let folder = try CaseFolder()
        let merged = try Merged(folder, theirs: Self.several)
        let third = try CaseFile(opening: folder.file()).copy(to: folder.file("third"))
        let other = try folder.make("other")
        _ = try merged.ours.undo(by: .ana)
        // The third copy knows the merge, the other case does not.
        for file in [third, other] {
            _ = try file.merge(merged.ours, by: .bo)
            #expect(file.state.mark("b") == nil && file.state.noted.isEmpty && file.state.mark("shared") != nil)
        }
        _ = try merged.ours.redo(by: .ana)
        for file in [third, other] {
            _ = try file.merge(merged.ours, by: .bo)
            #expect(file.state.mark("b") != nil && file.state.noted.count == 1 && file.state.mark("shared") == nil)
            #expect(file.state.conflicts.isEmpty)
        }
    }

    @Test("Among any changes, taking a merge back leaves what is there without it", arguments: 0..<20)
    func random(seed: Int) throws {
        var random = SeededRandom(UInt64(seed))
        let folder = try CaseFolder()
        let merged = try Merged(folder) { copy in
            for number in 0..<Int.random(in: 1...12, using: &random) {
                let id = random.pick(["shared", "a", "b"])
                let actions: [CaseAction] = [
                    .mark(id), .verdict(id, random.pick(Verdict.Finding.allCases)),
                    .tag(subject: .entity(id), tags: ["t\(number)"]), .note(subject: .entity(id), text: "n\(number)"),
                ]
                _ = try copy.append([random.pick(actions)], by: random.pick([.ana, .bo]))
                if number % 3 == 2 { _ = try? copy.undo(by: random.pick([.ana, .bo])) }
            }
        }
        let file = merged.ours
        let after = file.state
        for _ in 0..<2 {
            _ = try file.append([.mark("later")], by: .bo)
            _ = try file.append([.unmark("later")], by: .bo)
            _ = try file.undo(by: .ana, entry: merged.number)
            #expect(file.state == merged.before)
            _ = try file.redo(by: .ana, entry: merged.number)
            #expect(file.state == after)
        }
    }
}
