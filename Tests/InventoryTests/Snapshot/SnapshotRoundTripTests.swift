import Crypto
import Testing

@testable import Inventory

@Suite("A snapshot")
struct SnapshotRoundTripTests {
    @Test("Opened, it says everything that was written, through every accessor", arguments: UInt64(0)..<24)
    func roundTrip(seed: UInt64) throws {
        let folder = try SnapshotFolder()
        let sizes = [(0, 0), (1, 0), (1, 4), (5, 9), (40, 150)]
        let (entities, relations) = sizes[Int(seed) % sizes.count]
        let built = RandomInventory.make(seed, entities: entities, relations: relations)
        _ = try folder.write(built)
        let opened = try folder.openVerified()
        try opened.snapshot?.verifyContentHash()
        // By bytes: texts that only look alike are not the same.
        #expect(opened.everything.map { Array($0.utf8) } == built.everything.map { Array($0.utf8) })
        #expect(opened.answers.map { Array($0.utf8) } == built.answers.map { Array($0.utf8) })
    }

    @Test("Names of imported kinds, sources and blind spots come back as they were")
    func words() throws {
        let folder = try SnapshotFolder()
        let built = RandomInventory.make(3)
        _ = try folder.write(built)
        let opened = try folder.open()
        #expect(opened.importedKinds == built.importedKinds)
        #expect(opened.importedRelations == built.importedRelations)
        #expect(opened.sources == built.sources)
        #expect(opened.blindSpots == built.blindSpots)
        #expect(!built.importedKinds.isEmpty && !built.importedRelations.isEmpty)
    }

    @Test("Equal inventories give equal bytes, and so does a snapshot of a snapshot")
    func determinism() throws {
        let folder = try SnapshotFolder()
        let first = try folder.write(RandomInventory.make(7), "first")
        let second = try folder.write(RandomInventory.make(7), "second")
        let copy = try folder.write(try folder.openVerified("first"), "copy")
        #expect(first == second)
        #expect(first == copy)
        #expect(first != (try folder.write(RandomInventory.make(8), "other")))
    }

    @Test("The content hash is SHA-256 of what follows the header")
    func hash() throws {
        let folder = try SnapshotFolder()
        let summary = try RandomInventory.make(7).writeSnapshot(to: folder.path())
        let bytes = try folder.bytes()
        #expect(summary.contentHash == SHA256.hash(data: bytes.dropFirst(128)).hexadecimal)
        #expect(summary.bytes == UInt64(bytes.count))
        #expect(try folder.open().snapshot?.contentHash == summary.contentHash)
    }

    @Test("It is told by its first bytes, whatever its name")
    func recognition() throws {
        let folder = try SnapshotFolder()
        _ = try folder.write(RandomInventory.make(7), "evidence.json")
        try folder.put(Array("{}".utf8), "x.firebreak")
        try folder.put([], "empty.firebreak")
        #expect(SnapshotFile.isSnapshot(at: folder.path("evidence.json")))
        for name in ["x.firebreak", "empty.firebreak", "none", ""] {
            #expect(!SnapshotFile.isSnapshot(at: folder.path(name)))
        }
    }

    @Test("Sections stand in the table once each, in the order of their numbers, with the size of a row in memory")
    func table() throws {
        let numbers = SnapshotSection.table.map(\.section.rawValue)
        #expect(numbers == SnapshotSection.allCases.map(\.rawValue))
        #expect(numbers == numbers.sorted())
        let contents = RandomInventory.make(1).sections
        #expect(contents.map(\.section) == SnapshotSection.allCases)
        for content in contents { #expect(content.rowSize == content.section.row.element.size, "\(content.section)") }
    }

    @Test("Header and entries are as long as their parts, and the parts stand where the documentation says")
    func layout() throws {
        #expect(SnapshotFormat.headerFields.map(\.size).reduce(0, +) == SnapshotFormat.headerLength)
        #expect(SnapshotFormat.entryFields.map(\.size).reduce(0, +) == SnapshotFormat.entryLength)
        let header = SnapshotHeader(
            version: 0x0102, minimumReader: 0x0304, fileLength: 5, sectionCount: 6, directoryChecksum: 7,
            contentHash: [UInt8](repeating: 8, count: 32), entityCount: 9, relationCount: 10)
        var place = 0
        let parts = SnapshotFormat.headerFields.map { field in
            defer { place += field.size }
            return Array(header.bytes[place..<place + field.size])
        }
        let known: [[UInt8]] = [
            SnapshotFormat.magic, [0x0D, 0x0C, 0x0B, 0x0A], [2, 1], [4, 3], [5, 0, 0, 0, 0, 0, 0, 0], [6, 0, 0, 0],
            [7, 0, 0, 0], [UInt8](repeating: 8, count: 32), [9, 0, 0, 0, 0, 0, 0, 0], [10, 0, 0, 0, 0, 0, 0, 0],
            [UInt8](repeating: 0, count: 44),
        ]
        #expect(Array(parts.dropLast()) == known)
        let entry = SnapshotEntry(section: 1, rowSize: 2, offset: 3, length: 4, checksum: 5)
        #expect(entry.bytes.enumerated().filter { $0.element != 0 }.map(\.offset) == [0, 4, 8, 16, 24])
    }

    @Test("Another program's optional sections are passed over")
    func furtherSections() throws {
        let folder = try SnapshotFolder()
        let built = RandomInventory.make(9)
        var forgery = try SnapshotForgery(try folder.write(built))
        forgery.sections.append((number: 60_000, rowSize: 3, bytes: [1, 2, 3, 4, 5, 6]))
        forgery.header.version += 1
        try folder.put(forgery.bytes)
        #expect(try folder.openVerified().everything == built.everything)
    }
}
