import Casebook
import Console
import Foundation
import Inventory
import Testing

@testable import firebreak

@Suite("The case file behind a console")
struct ConsoleCaseTests {
    @Test("After a conflict what others wrote is seen, and a change that knows of it is taken")
    func conflict() throws {
        let path = NSTemporaryDirectory() + "firebreak-\(UUID().uuidString).case"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let author = CaseAuthor(who: "ana", when: Instant(0))
        _ = try CaseFile.make(at: path, title: "test", by: author, version: "1")
        let ana = try ConsoleCase(CaseFile(opening: path), by: "ana", on: nil)
        let ben = try ConsoleCase(CaseFile(opening: path), by: "ben", on: nil)
        let seen = ben.present.sequence
        let note = { (text: String) in
            CaseAction.conclude(subject: .entity("x"), finding: .suspicious, why: text)
        }
        let first = try ana.append([note("one")], seen: ana.present.sequence, at: nil)
        #expect(first.sequence == seen + 1)
        #expect(throws: CaseError.self) { try ben.append([note("two")], seen: seen, at: nil) }
        let view = try #require(try ben.news())
        #expect(view.sequence == first.sequence)
        #expect(view.journal.map(\.hash) == first.journal.map(\.hash))
        let second = try ben.append([note("two")], seen: view.sequence, at: nil)
        #expect(second.sequence == first.sequence + 1)
        #expect(try ben.news() == nil)
        #expect(try ana.news()?.journal.map(\.hash) == second.journal.map(\.hash))
    }
}
