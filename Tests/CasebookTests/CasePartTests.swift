import Inventory
import Testing

@testable import Casebook

@Suite("Merging entries that are about several things")
struct CasePartTests {
    /// A case that said something of `b`, and a copy of which one entry speaks of `a`, `b` and `c`.
    private static func parted(
        _ folder: CaseFolder, _ theirs: CaseAction = .mark(items: items("a", "b", "c"), at: Instant(7))
    ) throws -> (ours: CaseFile, theirs: CaseFile) {
        let file = try folder.make()
        let copy = try file.copy(to: folder.file("copy"))
        _ = try file.append([.mark("b")], by: .ana)
        _ = try copy.append([theirs], by: .bo)
        return (file, copy)
    }

    private static func items(_ ids: String...) -> [Mark.Item] { ids.map { .entity($0) } }

    @Test("What does not conflict is taken, what does is set aside, and both say of which entry they are parts")
    func split() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(folder)
        let outcome = try ours.merge(theirs, by: .ana)
        #expect(
            outcome.taken.map(\.content.action) == [
                .mark(items: Self.items("a", "c"), at: Instant(7)), .mark(items: Self.items("b"), at: Instant(7)),
            ])
        #expect(outcome.taken.map { $0.content.origin?.isAside } == [false, true])
        let source = try #require(try theirs.entries().last)
        for entry in outcome.taken {
            let origin = try #require(entry.content.origin)
            #expect(origin.isPart == true && origin.hash == source.hash && origin.entry == source.sequence)
            #expect(origin.identifier == theirs.identifier && entry.content.who == "bo")
        }
        #expect(
            ours.state.marks.mapValues(\.at) == [.entity("a"): Instant(7), .entity("b"): nil, .entity("c"): Instant(7)])
        #expect(ours.state.conflicts.map(\.entry) == [outcome.taken[1].sequence])
        #expect(ours.state.conflicts.first?.against == [2])
        #expect(try ours.merge(theirs, by: .ana).taken.isEmpty)
        #expect(try CaseFile(opening: folder.file()).state == ours.state)
        _ = try ours.append([.settle(entry: outcome.taken[1].sequence, takes: true)], by: .ana)
        #expect(ours.state.mark("b")?.at == Instant(7))
        #expect(try CaseCheck(path: folder.file()).isSound)
    }

    @Test("An entry that conflicts in all or in nothing stays one, and says nothing of parts")
    func whole() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(folder, .mark(items: Self.items("b"), at: Instant(7)))
        _ = try theirs.append([.tag(subject: .entity("b"), tags: ["x", "y"])], by: .bo)
        let outcome = try ours.merge(theirs, by: .ana)
        #expect(outcome.taken.map { $0.content.origin?.isAside } == [true, false])
        #expect(outcome.taken.allSatisfy { $0.content.origin?.isPart == nil && !$0.body.contains("isPart") })
    }

    @Test("Tags and states are split like marks")
    func others() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a", "b")], by: .ana)
        let copy = try file.copy(to: folder.file("copy"))
        _ = try file.append([.unmark("b"), .tag(subject: .wholeCase, tags: ["x"])], by: .ana)
        _ = try file.append([.untag(subject: .wholeCase, tags: ["x"])], by: .ana)
        let state = CaseAction.advance(items: Self.items("a", "b"), state: .done, why: "gone", proof: nil)
        _ = try copy.append([state, .tag(subject: .wholeCase, tags: ["y", "x"])], by: .bo)
        let outcome = try file.merge(copy, by: .ana)
        #expect(file.state.mark("a")?.state == .done && file.state.mark("b") == nil)
        // The same tag was given here too: both agree on it.
        #expect(file.state.tags[.wholeCase] == ["x", "y"])
        #expect(outcome.setAside == 1)
    }

    @Test("What takes back the whole entry there takes back its parts here")
    func undone() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(folder)
        _ = try ours.merge(theirs, by: .ana)
        _ = try theirs.undo(by: .bo)
        _ = try ours.merge(theirs, by: .ana)
        #expect(ours.state.mark("a") == nil && ours.state.mark("c") == nil && ours.state.mark("b")?.at == nil)
    }

    @Test("Who has the whole entry knows its parts; what takes back one of them is set aside there")
    func onward() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(folder)
        let outcome = try ours.merge(theirs, by: .ana)
        _ = try ours.undo(by: .ana, entry: outcome.taken[0].sequence)
        #expect(ours.state.mark("a") == nil)
        let brought = try theirs.merge(ours, by: .bo)
        #expect(theirs.state.mark("a") != nil)
        #expect(brought.taken.last?.content.action == .undo(entry: 2))
        #expect(brought.taken.last?.content.origin?.isAside == true)
        // A third case takes the parts as parts, each of the entry that they come from.
        let third = try folder.make("third")
        let parts = try third.merge(ours, by: .bo).taken.compactMap(\.content.origin).filter { $0.isPart == true }
        #expect(parts.count == 2 && Set(parts.map(\.hash)).count == 1)
        #expect(third.state.conflicts.count == 1)
    }

    @Test("What nobody settled in the other copy has no effect here either until somebody does")
    func openElsewhere() throws {
        let folder = try CaseFolder()
        let (ours, theirs) = try Self.parted(folder)
        let aside = try #require(try ours.merge(theirs, by: .ana).taken.last)
        let third = try folder.make("third")
        _ = try third.merge(ours, by: .bo)
        #expect(third.state.mark("b")?.at == nil)
        #expect(third.state.conflicts.count == 1)
        _ = try ours.append([.settle(entry: aside.sequence, takes: true)], by: .ana)
        _ = try third.merge(ours, by: .bo)
        #expect(third.state.mark("b")?.at == Instant(7) && third.state.conflicts.isEmpty)
    }
}
