import Foundation
import GRDB
import Inventory
import Testing

@testable import Casebook

@Suite("A case that was left in the middle of a change")
struct UnfinishedCaseTests {
    /// A case of forty entries and, beside it, SQLite's journal of a change of which half is on the disk.
    private static func left(in folder: CaseFolder) throws -> [JournalEntry] {
        let file = try folder.make("whole")
        for number in 2...40 { _ = try file.append([.mark("item-\(number)")], by: .ana) }
        let queue = try DatabaseQueue(path: folder.file("whole"))
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE")
            for number in 41...400 {
                try database.execute(
                    sql: "INSERT INTO journal VALUES (?, ?, 'x')",
                    arguments: [number, String(repeating: "half a change ", count: 50)])
            }
            for suffix in ["", "-journal"] {
                try FileManager.default.copyItem(
                    atPath: folder.file("whole" + suffix), toPath: folder.file("one.case" + suffix))
            }
            try database.execute(sql: "ROLLBACK")
        }
        let spilt = try Data(contentsOf: URL(filePath: folder.file()))
        #expect(spilt.range(of: Data("half a change".utf8)) != nil, "the change never reached the disk")
        return try file.entries()
    }

    @Test("It is checked, opened and saved from with all that was acknowledged, and nothing else")
    func everyWay() throws {
        for way in 0..<3 {
            let folder = try CaseFolder()
            let entries = try Self.left(in: folder)
            switch way {
            case 0:
                let check = try CaseCheck(path: folder.file())
                #expect(check.isSound && check.entries == 40 && check.head == entries.last?.hash)
            case 1: #expect(try CaseFile(opening: folder.file()).entries() == entries)
            default:
                let salvage = try CaseSalvage(path: folder.file())
                #expect(salvage.chain == entries && salvage.rest.isEmpty)
            }
            #expect(try !folder.names.contains("one.case-journal"))
            #expect(try CaseCheck(path: folder.file()).isSound)
        }
    }

    @Test("Where it can only be read a copy is opened that leaves nothing behind, and the file stays as it is")
    func copied() throws {
        let folder = try CaseFolder()
        let entries = try Self.left(in: folder)
        let before = try Data(contentsOf: URL(filePath: folder.file()))
        let unfinished = try #require(UnfinishedCase(path: folder.file()))
        var place = ""
        let queue = try unfinished.openCopy { place = $0 }
        let hashes = try queue.inDatabase { try String.fetchAll($0, sql: "SELECT hash FROM journal ORDER BY sequence") }
        #expect(hashes == entries.map(\.hash))
        #expect(!place.isEmpty && !FileManager.default.fileExists(atPath: place))
        #expect(!FileManager.default.fileExists(atPath: URL(filePath: place).deletingLastPathComponent().path))
        #expect(try Data(contentsOf: URL(filePath: folder.file())) == before)
        #expect(try folder.names.contains("one.case-journal"))
        #expect(UnfinishedCase(path: folder.file("whole")) == nil)
    }
}
