import Foundation
import Inventory
import Testing

@testable import Casebook

@Suite("Journals that were tampered with or damaged")
struct CaseTamperingTests {
    private static func sample(_ folder: CaseFolder, entries: Int = 12) throws -> CaseFile {
        let file = try folder.make()
        for number in 1..<entries { _ = try file.append([.mark("item-\(number)")], by: .ana) }
        return file
    }

    @Test(
        "Whatever is altered, the check names the entry and the case is not opened",
        arguments: [
            (
                "UPDATE journal SET body = replace(body, 'item-4', 'item-9') WHERE sequence = 5", 5,
                JournalFault.Kind.altered
            ),
            ("UPDATE journal SET hash = (SELECT hash FROM journal WHERE sequence = 6) WHERE sequence = 5", 5, .altered),
            ("UPDATE journal SET body = x'00ff', hash = 7 WHERE sequence = 5", 5, .altered),
            ("DELETE FROM journal WHERE sequence = 5", 5, .missing),
            ("DELETE FROM journal WHERE sequence <= 2", 1, .missing),
            ("UPDATE journal SET sequence = -sequence WHERE sequence = 12", 1, .missing),
            ("DELETE FROM journal", 1, .missing),
            (
                "CREATE TABLE t AS SELECT * FROM journal WHERE sequence = 5; DELETE FROM journal WHERE sequence = 5; "
                    + "UPDATE journal SET sequence = 5 WHERE sequence = 6; INSERT INTO journal SELECT 6, body, hash FROM t",
                5, .misnumbered
            ),
        ])
    func altered(sql: String, entry: Int, kind: JournalFault.Kind) throws {
        let folder = try CaseFolder()
        _ = try Self.sample(folder)
        try folder.tamper(sql)
        let fault = JournalFault(entry: entry, kind: kind)
        let check = try CaseCheck(path: folder.file())
        #expect(check.fault == fault)
        #expect(!check.isSound)
        #expect(check.entries == entry - 1)
        #expect(throws: CaseError.broken(fault)) { try CaseFile(opening: folder.file()) }
    }

    @Test(
        "What guards the journal and was taken away, altered or added is named; the chain is still whole",
        arguments: [
            ("DROP TRIGGER journal_is_not_cut", "journal_is_not_cut"),
            (
                "DROP TRIGGER journal_is_not_changed; CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN SELECT 1; END",
                "journal_is_not_changed"
            ),
            ("CREATE TRIGGER more AFTER INSERT ON journal BEGIN DELETE FROM session; END", "more"),
        ])
    func unguarded(sql: String, name: String) throws {
        let folder = try CaseFolder()
        _ = try Self.sample(folder)
        #expect(try CaseCheck(path: folder.file()).unguarded.isEmpty)
        try folder.alter(sql)
        let check = try CaseCheck(path: folder.file())
        #expect(check.isSound && check.unguarded == [name])
    }

    @Test("A journal that was cut at its end is whole, and shows against a report that prints its head")
    func cut() throws {
        let folder = try CaseFolder()
        let file = try Self.sample(folder)
        let (head, earlier) = (file.head, try #require(try file.entries().dropLast(3).last))
        try folder.tamper("DELETE FROM journal WHERE sequence > 9")
        let check = try CaseCheck(path: folder.file())
        #expect(check.isSound)
        #expect(check.entry(hash: head) == nil)
        #expect(check.entry(hash: earlier.hash) == 9)
        #expect(check.entry(hash: String(earlier.hash.prefix(12)).uppercased()) == 9)
        #expect(check.entry(hash: String(earlier.hash.prefix(4))) == nil)
    }

    @Test("A journal that was written anew from one entry on shows against an earlier report")
    func rewritten() throws {
        let folder = try CaseFolder()
        let file = try Self.sample(folder)
        let head = file.head
        let kept = Array(try file.entries().prefix(6))
        let forged = try CaseFile.make(at: folder.file("forged"), entries: kept)
        for number in 6..<12 { _ = try forged.append([.mark("other-\(number)")], by: .ana) }
        let check = try CaseCheck(path: forged.path)
        #expect(check.isSound && check.entries == 12)
        #expect(check.entry(hash: head) == nil)
        #expect(check.entry(hash: kept[5].hash) == 6)
    }

    @Test("What can be read of an altered journal is saved, with what is missing")
    func salvageAltered() throws {
        let folder = try CaseFolder()
        let file = try Self.sample(folder)
        let entries = try file.entries()
        try folder.tamper("DELETE FROM journal WHERE sequence IN (5, 6, 9); VACUUM")
        let salvage = try CaseSalvage(path: folder.file())
        #expect(salvage.chain == Array(entries.prefix(4)))
        #expect(salvage.rest.map(\.sequence) == [7, 8, 10, 11, 12])
        #expect(salvage.missing == [.init(first: 5, last: 6), .init(first: 9, last: 9)])
        let saved = try salvage.save(to: folder.file("saved"), by: .bo, version: "1")
        #expect(saved.identifier == file.identifier)
        #expect(Set(saved.state.marks.keys) == Set([1, 2, 3, 6, 7, 9, 10, 11].map { Mark.Item.entity("item-\($0)") }))
        #expect(saved.state.mark("item-9")?.stamp.who == "ana")
        let written = try saved.entries()
        #expect(Array(written.prefix(4)) == Array(entries.prefix(4)))
        #expect(
            written[4].content.action == .salvage(identifier: file.identifier, missing: salvage.missing, altered: nil))
        #expect(written.last?.content.origin?.hash == entries.last?.hash)
        #expect(try CaseCheck(path: saved.path).isSound)
    }

    @Test("Of what can be read behind a gap, the new case leaves out what means nothing without it, and names that")
    func leftOut() throws {
        let folder = try CaseFolder()
        let file = try Self.sample(folder)
        let figures = Measurement.Figures(reached: 1, live: 1, conditional: 0, rollbackOnly: 1, afterPlan: 1)
        let measurement = Measurement(evidence: "e", terms: Measurement.Terms(at: Instant(5)), figures: figures)
        _ = try file.measure(measurement, of: file.state, by: .ana)
        _ = try file.append([.verdict("x", .cleared)], by: .ana)
        _ = try file.undo(by: .ana, entry: 5)
        let entries = try file.entries()
        let measured = try #require(
            entries.first { if case .measure = $0.content.action { true } else { false } }?.sequence)
        try folder.tamper("DELETE FROM journal WHERE sequence = 5; VACUUM")
        let salvage = try CaseSalvage(path: folder.file())
        #expect(salvage.count == entries.count - 1)
        let out = salvage.leftOut.flatMap { Array($0.first...$0.last) }
        // The undo is of the entry that is lost.
        #expect(out == [measured, entries.count])
        let saved = try salvage.save(to: folder.file("saved"), by: .bo, version: "1")
        // What could be read, less what is left out, and the entry that tells of the loss.
        #expect(saved.sequence == salvage.count - out.count + 1)
    }

    @Test("A file with any page spoilt is opened with everything, or refused and saved from", arguments: 0..<40)
    func spoilt(seed: Int) throws {
        let folder = try CaseFolder()
        var random = SeededRandom(UInt64(seed))
        let entries = try Self.sample(folder, entries: 120).entries()
        var bytes = try Data(contentsOf: URL(filePath: folder.file()))
        let page = Int.random(in: 0..<bytes.count / 4_096, using: &random) * 4_096
        let start = page + Int.random(in: 0..<4_000, using: &random)
        for place in start..<min(start + Int.random(in: 1...2_000, using: &random), bytes.count) {
            bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        try bytes.write(to: URL(filePath: folder.file()))
        let opened = Result { () throws(CaseError) in try CaseFile(opening: folder.file()).entries() }
        switch opened {
        case .success(let read): #expect(read == entries)
        case .failure(let error):
            #expect(![.missing, .exists, .busy, .full].contains(error))
            let salvage = try CaseSalvage(path: folder.file())
            #expect(salvage.count > 60, "\(salvage.count) of \(entries.count) entries; page \(page / 4_096)")
            let known = Set(entries)
            #expect(known.isSuperset(of: salvage.chain))
            #expect(known.isSuperset(of: salvage.rest))
            let saved = try salvage.save(to: folder.file("saved"), by: .bo, version: "1")
            #expect(saved.state.marks.count + saved.state.conflicts.count >= salvage.count - 1)
        }
    }

    @Test("From a file of which only the bytes are left every short entry is saved")
    func bare() throws {
        let folder = try CaseFolder()
        let entries = try Self.sample(folder, entries: 60).entries()
        var bytes = try Data(contentsOf: URL(filePath: folder.file()))
        bytes.replaceSubrange(0..<100, with: Data(repeating: 0, count: 100))
        try bytes.write(to: URL(filePath: folder.file()))
        #expect(throws: CaseError.notACase) { try CaseFile(opening: folder.file()) }
        #expect(try CaseSalvage(path: folder.file()).chain == entries)
    }
}
