import Foundation
import Inventory
import Synchronization
import Testing

@testable import Casebook

@Suite("Two programs on one case")
struct CaseTwoWritersTests {
    @Test("Each sees what the other did, and neither's is lost")
    func both() throws {
        let folder = try CaseFolder()
        let first = try folder.make()
        let second = try CaseFile(opening: folder.file())
        #expect(try second.news() == nil)
        _ = try first.append([.mark("a")], by: .ana)
        let news = try #require(try second.news())
        #expect(news.entries.map(\.content.action) == [.mark("a")])
        #expect(news.state == first.state)
        #expect(try second.news() == nil)
        let receipt = try second.append([.mark("b")], by: .bo)
        #expect(receipt.others.isEmpty)
        let later = try first.append([.mark("c")], by: .ana)
        #expect(later.others.map(\.content.who) == ["bo"])
        #expect(try second.news()?.entries.count == 1)
        #expect(first.state == second.state && first.head == second.head)
        #expect(first.state.marks.count == 3)
        #expect(try first.news() == nil)
    }

    @Test("Who decides on what somebody changed meanwhile is told so, and nothing is overwritten")
    func conflict() throws {
        let folder = try CaseFolder()
        let (first, second) = (try folder.make(), try CaseFile(opening: folder.file()))
        _ = try first.append([.verdict("x", .suspicious)], by: .ana)
        let seen = first.sequence
        _ = try second.append([.verdict("x", .cleared)], by: .bo)
        let error = #expect(throws: CaseError.self) {
            try first.append([.verdict("x", .contained)], by: .ana, seen: seen)
        }
        guard case .conflict(let clashes)? = error else {
            Issue.record("no conflict: \(String(describing: error))")
            return
        }
        #expect(clashes.map(\.stamp.who) == ["bo"])
        #expect(clashes.map(\.action) == [.verdict("x", .cleared)])
        #expect(first.state.verdicts[.entity("x")]?.finding == .cleared)
        #expect(first.sequence == 3)
        // Another thing is in nobody's way, and having looked again neither is the same one.
        _ = try first.append([.verdict("y", .contained)], by: .ana, seen: seen)
        _ = try first.append([.verdict("x", .contained)], by: .ana, seen: first.sequence)
        #expect(first.state.verdicts[.entity("x")]?.finding == .contained)
    }

    @Test("A count of what others changed meanwhile is not recorded; what is not counted is in nobody's way")
    func counted() throws {
        let folder = try CaseFolder()
        let (first, second) = (try folder.make(), try CaseFile(opening: folder.file()))
        let count = Measurement(
            evidence: "h", terms: .init(at: Instant(5)),
            figures: .init(reached: 0, live: 0, conditional: 0, rollbackOnly: 0, afterPlan: 0))
        let counted = first.state
        _ = try second.append([.note(subject: .wholeCase, text: "n")], by: .bo)
        #expect(try first.measure(count, of: counted, by: .ana).written.count == 1)
        for change in [CaseAction.mark("a"), .declare(entity: "b", windows: [], why: "")] {
            let counted = first.state
            _ = try second.append([change], by: .bo)
            #expect(try first.measure(count, of: counted, by: .ana).written.isEmpty)
        }
        let before = first.state
        _ = try second.undo(by: .bo)
        #expect(try first.measure(count, of: before, by: .ana).written.isEmpty)
        #expect(try first.measure(count, of: first.state, by: .ana).written.count == 1)
        #expect(first.state.measurements.count == 2)
    }

    @Test("Undo does not take away what another analyst built on")
    func undoConflict() throws {
        let folder = try CaseFolder()
        let (first, second) = (try folder.make(), try CaseFile(opening: folder.file()))
        _ = try first.append([.mark("a")], by: .ana)
        _ = try second.append([.advance("a", .approved)], by: .bo)
        #expect(throws: CaseError.self) { try first.undo(by: .ana) }
        #expect(first.state.mark("a")?.state == .approved)
        _ = try second.undo(by: .bo)
        _ = try first.undo(by: .ana)
        #expect(first.state.mark("a") == nil)
        #expect(throws: CaseError.self) { try second.undo(by: .bo) }
    }

    @Test("Two that write at once lose nothing and keep the chain whole")
    func atOnce() async throws {
        let folder = try CaseFolder()
        _ = try folder.make()
        let path = folder.file()
        let acknowledged = try await withThrowingTaskGroup(of: [String].self) { group in
            for author in [CaseAuthor.ana, .bo] {
                group.addTask {
                    let file = try CaseFile(opening: path)
                    return try (0..<40).map { number in
                        let receipt = try file.append([.mark("\(author.who)-\(number)")], by: author)
                        return receipt.written.map(\.hash).joined()
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let file = try CaseFile(opening: path)
        let hashes = Set(try file.entries().map(\.hash))
        #expect(acknowledged.count == 80)
        #expect(hashes.isSuperset(of: acknowledged))
        #expect(hashes.count == 81)
        #expect(file.state.marks.count == 80)
    }

    @Test("A file whose journal was exchanged under the program takes no change")
    func rewritten() throws {
        let folder = try CaseFolder()
        let file = try folder.make()
        _ = try file.append([.mark("a")], by: .ana)
        try folder.tamper("DELETE FROM journal WHERE sequence = 2")
        #expect(throws: CaseError.rewritten) { try file.append([.mark("b")], by: .ana) }
        #expect(throws: CaseError.rewritten) { try file.news() }
    }
}
