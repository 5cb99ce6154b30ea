import Inventory
import Testing

@testable import Casebook

@Suite("How far marks are, and what counts depend on")
struct CaseProgressTests {
    @Test("An item may be marked and come to a state at once; one that nobody marks may not")
    func markedAtOnce() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a"), .advance("a", .approved)], by: .ana)
        #expect(file.state.mark("a")?.state == .approved)
        #expect(throws: CaseError.refused("b is not in the plan: mark it first")) {
            try file.append([.mark("c"), .advance("b", .done)], by: .ana)
        }
        #expect(file.sequence == 3 && file.state.mark("c") == nil)
        let again = try CaseFile(opening: folder.file())
        #expect(again.state == file.state)
    }

    @Test("That another took an item out of the plan is a conflict, not a refusal")
    func takenOut() throws {
        let folder = try CaseFolder()
        let (first, second) = (try folder.make(), try CaseFile(opening: folder.file()))
        _ = try first.append([.mark("a")], by: .ana)
        let seen = first.sequence
        _ = try second.append([.unmark("a")], by: .bo)
        let error = #expect(throws: CaseError.self) {
            try first.append([.advance("a", .done)], by: .ana, seen: seen)
        }
        guard case .conflict(let clashes)? = error else {
            Issue.record("no conflict: \(String(describing: error))")
            return
        }
        #expect(clashes.map(\.stamp.who) == ["bo"])
    }

    @Test("What is taken back to proposed or approved is neither decided nor done any more")
    func takenBack() throws {
        var journal = try Journal()
        for action in [CaseAction.mark("a"), .advance("a", .approved), .advance("a", .done)] { try journal.add(action) }
        let done = try #require(journal.fold.state.mark("a"))
        #expect(done.decided == Instant(2) && done.done == Instant(3))
        try journal.add(.advance("a", .approved))
        let approved = try #require(journal.fold.state.mark("a"))
        #expect(approved.decided == Instant(4) && approved.done == nil)
        try journal.add(.advance("a", .proposed))
        let proposed = try #require(journal.fold.state.mark("a"))
        #expect(proposed.decided == Instant(1) && proposed.done == nil)
    }

    @Test("Counts are recorded of what they were asked of, and of nothing else")
    func measuring() throws {
        let folder = try CaseFolder()
        let (first, second) = (try folder.make(), try CaseFile(opening: folder.file()))
        _ = try first.append([.mark("a")], by: .ana)
        let figures = Measurement.Figures(reached: 1, live: 1, conditional: 0, rollbackOnly: 1, afterPlan: 0)
        let measurement = Measurement(evidence: "e", terms: Measurement.Terms(at: Instant(5)), figures: figures)
        let asked = first.state
        // What no count depends on may change meanwhile.
        _ = try second.append([.advance("a", .done), .verdict("a", .cleared)], by: .bo)
        let receipt = try first.measure(measurement, of: asked, by: .ana)
        #expect(receipt.written.map(\.content.action) == [.measure(measurement: measurement)])
        for change in [
            CaseAction.mark("b"), .unmark("a"), .mark(items: [.entity("b")], at: Instant(9)),
            .declare(entity: "x", windows: [Window(.always)], why: ""),
        ] {
            let before = first.state
            _ = try second.append([change], by: .bo)
            #expect(try first.measure(measurement, of: before, by: .ana).written.isEmpty, "\(change)")
        }
        #expect(first.state.measurements.count == 1)
    }
}
