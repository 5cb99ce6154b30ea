import Foundation
import Inventory
import Testing

@testable import Casebook

@Suite("Saving from a case that somebody altered")
struct CaseSalvageTests {
    private static func sample(_ folder: CaseFolder) throws -> CaseFile {
        let file = try folder.make()
        for number in 2...8 { _ = try file.append([.verdict("x-\(number)", .contained)], by: .ana) }
        _ = try file.append([.verdict("x-8", .suspicious)], by: .ana)
        _ = try file.undo(by: .ana)
        return file
    }

    @Test(
        "An altered entry does not pass for what was written: it is named, set aside and without effect",
        arguments: [
            "UPDATE journal SET body = replace(body, 'contained', 'cleared') WHERE sequence = 5",
            // With a hash that fits the new text: the entry behind it still names the old one.
            "UPDATE journal SET body = replace(body, 'contained', 'cleared'), hash = 'HASH' WHERE sequence = 5",
            "UPDATE journal SET hash = (SELECT hash FROM journal WHERE sequence = 6) WHERE sequence = 5",
        ])
    func altered(sql: String) throws {
        let folder = try CaseFolder()
        let entries = try Self.sample(folder).entries()
        let forged = JournalEntry.hash(of: entries[4].body.replacing("contained", with: "cleared"))
        try folder.tamper(sql.replacing("HASH", with: forged))
        let salvage = try CaseSalvage(path: folder.file())
        #expect(salvage.chain == Array(entries.prefix(4)))
        #expect(salvage.rest.map(\.sequence) == [5, 6, 7, 8, 9, 10])
        #expect(salvage.missing.isEmpty)
        #expect(salvage.altered == [.init(first: 5, last: 5)])
        let saved = try salvage.save(to: folder.file("saved"), by: .bo, version: "1")
        #expect(saved.state.verdicts[.entity("x-5")] == nil)
        #expect(saved.state.conflicts.map(\.entry) == [6])
        // What follows is as it was, also what was undone, and none of it is in conflict with what stands before it.
        #expect(saved.state.verdicts[.entity("x-8")]?.finding == .contained)
        #expect(saved.state.verdicts.count == 6)
        let check = try CaseCheck(path: saved.path)
        #expect(check.isSound)
        #expect(
            check.salvages.map(\.action) == [
                .salvage(identifier: saved.identifier, missing: [], altered: [.init(first: 5, last: 5)])
            ])
        _ = try saved.append([.settle(entry: 6, takes: true)], by: .bo)
        #expect(saved.state.verdicts[.entity("x-5")] != nil)
    }

    @Test("From the bare bytes alone an altered entry is told by the hash that lies behind it")
    func bare() throws {
        let folder = try CaseFolder()
        let entries = try Self.sample(folder).entries()
        try folder.tamper("UPDATE journal SET body = replace(body, 'contained', 'cleared!!') WHERE sequence = 5")
        var bytes = try Data(contentsOf: URL(filePath: folder.file()))
        bytes.replaceSubrange(0..<100, with: Data(repeating: 0, count: 100))
        try bytes.write(to: URL(filePath: folder.file()))
        let salvage = try CaseSalvage(path: folder.file())
        #expect(salvage.chain == Array(entries.prefix(4)))
        #expect(salvage.rest.contains { $0.sequence == 10 })
    }

    @Test("A sound case is saved as it was, with nothing set aside")
    func sound() throws {
        let folder = try CaseFolder()
        let file = try Self.sample(folder)
        let salvage = try CaseSalvage(path: folder.file())
        #expect(try salvage.chain == file.entries() && salvage.rest.isEmpty && salvage.altered.isEmpty)
        let saved = try salvage.save(to: folder.file("saved"), by: .bo, version: "1")
        #expect(saved.head == file.head)
        #expect(try CaseCheck(path: saved.path).salvages.isEmpty)
    }
}
