import Foundation
import Inventory
import Testing

@testable import Casebook

@Suite("Merging two copies of a case")
struct CaseMergeTests {
    /// A case and a copy of it that went different ways.
    private static func parted(
        _ folder: CaseFolder, _ ours: [CaseAction], _ theirs: [CaseAction]
    ) throws -> (ours: CaseFile, theirs: CaseFile) {
        let file = try folder.make()
        _ = try file.append([.mark("shared"), .verdict("shared", .suspicious)], by: .ana)
        let copy = try file.copy(to: folder.file("copy"))
        for action in ours { _ = try file.append([action], by: .ana) }
        for action in theirs { _ = try copy.append([action], by: .bo) }
        return (file, copy)
    }

    @Test("What touches different things comes together, with who did it and when, and a second merge brings nothing")
    func together() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(
            folder, [.mark("a"), .note(subject: .wholeCase, text: "ours")],
            [.mark("b"), .note(subject: .wholeCase, text: "theirs"), .tag(subject: .entity("b"), tags: ["x"])])
        let before = theirs.head
        let outcome = try ours.merge(theirs, by: .ana)
        #expect(outcome.taken.count == 3 && outcome.setAside == 0 && outcome.isSameCase)
        #expect(Set(ours.state.marks.keys) == [.entity("shared"), .entity("a"), .entity("b")])
        #expect(ours.state.mark("b")?.stamp.who == "bo")
        #expect(ours.state.mark("b")?.stamp.when == CaseAuthor.bo.when)
        #expect(ours.state.noted.map(\.text) == ["ours", "theirs"])
        #expect(theirs.head == before)
        #expect(try ours.merge(theirs, by: .ana).taken.isEmpty)
        // And the other way round: what came from there does not come twice.
        let back = try theirs.merge(ours, by: .bo)
        #expect(back.taken.count == 2)
        // Notes are called by the number of their entry.
        func facts(_ file: CaseFile) -> [String: String] { file.state.facts.filter { !$0.key.hasPrefix("note") } }
        #expect(facts(theirs) == facts(ours))
        #expect(try theirs.merge(ours, by: .bo).taken.isEmpty)
        #expect(try ours.merge(theirs, by: .ana).taken.isEmpty)
        #expect(try CaseCheck(path: ours.path).isSound)
    }

    @Test(
        "Where both changed the same, ours stays, theirs is set aside, and settling decides", arguments: [true, false])
    func conflict(takes: Bool) throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(
            folder, [.verdict("shared", .cleared)], [.verdict("shared", .contained), .mark("b")])
        let outcome = try ours.merge(theirs, by: .ana)
        #expect(outcome.taken.count == 2 && outcome.setAside == 1)
        #expect(ours.state.verdicts[.entity("shared")]?.finding == .cleared)
        #expect(ours.state.mark("b") != nil)
        let conflict = try #require(ours.state.conflicts.first)
        #expect(ours.state.conflicts.count == 1)
        #expect(conflict.against == [3, 4])
        #expect(try CaseFile(opening: folder.file()).state == ours.state)
        _ = try ours.append([.settle(entry: conflict.entry, takes: takes)], by: .ana)
        #expect(ours.state.conflicts.isEmpty)
        #expect(ours.state.verdicts[.entity("shared")]?.finding == (takes ? .contained : .cleared))
        #expect(try ours.merge(theirs, by: .ana).taken.isEmpty)
    }

    @Test("The same change on both sides is no conflict")
    func agreed() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(folder, [.mark("a")], [.mark("a")])
        #expect(try ours.merge(theirs, by: .ana).setAside == 0)
        #expect(ours.state.mark("a")?.stamp.who == "ana")
    }

    @Test("What is taken holds against what was decided while it was set aside, also when the case is opened anew")
    func takenLate() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(
            folder, [.verdict("shared", .suspicious)], [.verdict("shared", .cleared)])
        _ = try ours.merge(theirs, by: .ana)
        _ = try ours.append([.verdict("shared", .contained)], by: .ana)
        let conflict = try #require(ours.state.conflicts.first)
        _ = try ours.append([.settle(entry: conflict.entry, takes: true)], by: .ana)
        #expect(ours.state.conflicts.isEmpty)
        #expect(ours.state.verdicts[.entity("shared")]?.finding == .cleared)
        #expect(try CaseFile(opening: folder.file()).state == ours.state)
        _ = try ours.append([.verdict("shared", .contained)], by: .ana)
        #expect(ours.state.verdicts[.entity("shared")]?.finding == .contained)
    }

    @Test("What they undid is undone here, unless we built on it")
    func undone() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a")], by: .bo)
        _ = try file.append([.mark("b")], by: .bo)
        let copy = try file.copy(to: folder.file("copy"))
        _ = try file.append([.advance("a", .approved)], by: .ana)
        _ = try copy.undo(by: .bo)
        _ = try copy.undo(by: .bo)
        let outcome = try file.merge(copy, by: .ana)
        #expect(outcome.taken.count == 2 && outcome.setAside == 1)
        #expect(file.state.mark("b") == nil)
        #expect(file.state.mark("a")?.state == .approved)
        let conflict = try #require(file.state.conflicts.first)
        _ = try file.append([.settle(entry: conflict.entry, takes: true)], by: .ana)
        #expect(file.state.mark("a") == nil)
    }

    @Test("Another case can be taken over too, and says that it is another")
    func another() throws {
        let folder = try CaseFolder()
        let (ours, other) = (try folder.make(), try folder.make("other.case"))
        _ = try other.append([.mark("b")], by: .bo)
        let outcome = try ours.merge(other, by: .ana)
        #expect(outcome.taken.count == 1 && !outcome.isSameCase)
        #expect(ours.state.mark("b") != nil)
        #expect(ours.state.title == "a case")
    }

    @Test("What was counted there is not taken over: it was counted of what had been said there")
    func measured() throws {
        let folder = try CaseFolder()
        let count = Measurement(
            evidence: "h", terms: .init(at: Instant(5)),
            figures: .init(reached: 1, live: 1, conditional: 0, rollbackOnly: 0, afterPlan: 0))
        let (ours, theirs) = try Self.parted(folder, [.mark("a")], [.mark("b"), .measure(measurement: count)])
        let outcome = try ours.merge(theirs, by: .ana)
        #expect(outcome.taken.map(\.content.action) == [.mark("b")])
        #expect(ours.state.measurements.isEmpty && theirs.state.measurements.count == 1)
    }
}
