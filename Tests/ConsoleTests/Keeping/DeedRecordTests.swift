import Inventory
import Testing

@testable import Console

@Suite("A deed as it is saved")
struct DeedRecordTests {
    private let inventory = Northwind.inventory(isMarked: true)

    /// What was said of three entities, and the same with one of them changed, one left out and one new.
    private var sides: (before: Investigation, after: Investigation) {
        var before = Investigation()
        for entity in 0..<3 {
            before.notes[entity] = "note \(entity)"
            before.judge(entity) { $0.tag(["tag-\(entity)"]) }
        }
        var after = before
        after.notes[0] = "changed"
        after.notes[1] = nil
        after.notes[3] = "new"
        after.judge(0) { $0.tag(["more"]) }
        after.judge(1) { $0 = Judgement() }
        after.judge(3) { $0.tag(["new"]) }
        return (before, after)
    }

    @Test("Of notes and of what is said besides only what it changed is saved, and it can be gone both ways")
    func difference() throws {
        let (before, after) = sides
        let change = try #require(InvestigationChange(from: before, to: after, in: inventory))
        let notes = try #require(change.notes)
        #expect(Set(notes.before.map(\.text)) == ["note 0", "note 1"])
        #expect(Set(notes.after.map(\.text)) == ["changed", "new"])
        let judgements = try #require(change.judgements)
        #expect(judgements.before.count == 2 && judgements.after.count == 2)
        #expect(change.turned(before, isBack: false, in: inventory) == after)
        #expect(change.turned(after, isBack: true, in: inventory) == before)
    }

    @Test("What an earlier version saved, which is all there was on either side, can be gone both ways")
    func earlier() throws {
        let (before, after) = sides
        var change = try #require(InvestigationChange(from: before, to: after, in: inventory))
        change.notes = Sides(before: before.noteRecords(in: inventory), after: after.noteRecords(in: inventory))
        change.judgements = Sides(
            before: before.judgementRecords(in: inventory), after: after.judgementRecords(in: inventory))
        #expect(change.turned(before, isBack: false, in: inventory) == after)
        #expect(change.turned(after, isBack: true, in: inventory) == before)
    }
}
