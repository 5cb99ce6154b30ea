import Foundation
import Testing

@testable import Inventory

@Suite("A snapshot that changes while it is open")
struct SnapshotChangeTests {
    @Test(
        "Cut short under its reader, it reads on as nothing and says that it changed", arguments: [0, 1, 4_096, 8_192])
    func truncated(length: Int) throws {
        let folder = try SnapshotFolder()
        _ = try folder.write(RandomInventory.make(5, entities: 300, relations: 900))
        let opened = try folder.open()
        #expect(truncate(folder.path(), off_t(length)) == 0)
        #expect(opened.everything.count > 0)
        #expect(throws: SnapshotError.changed) { try opened.snapshot?.check() }
        #expect(throws: SnapshotError.changed) { try opened.snapshot?.verify() }
    }

    @Test("Overwritten in place, it says that it changed, for good")
    func overwritten() throws {
        let folder = try SnapshotFolder()
        let bytes = try folder.write(RandomInventory.make(5, entities: 300, relations: 900))
        let opened = try folder.openVerified()
        let file = try #require(fopen(folder.path(), "r+"))
        fseek(file, 4_096, SEEK_SET)
        let noise = [UInt8](repeating: 0xA5, count: 40_000)
        #expect(fwrite(noise, 1, noise.count, file) == noise.count)
        fclose(file)
        #expect(opened.everything.count > 0)
        #expect(throws: SnapshotError.changed) { try opened.snapshot?.check() }
        try folder.put(bytes)
        #expect(throws: SnapshotError.changed) { try opened.snapshot?.check() }
    }

    @Test("Replaced by another file, or removed, it stays what it was")
    func replaced() throws {
        let folder = try SnapshotFolder()
        let built = RandomInventory.make(5)
        _ = try folder.write(built)
        let opened = try folder.open()
        _ = try folder.write(RandomInventory.make(6))
        #expect(opened.everything == built.everything)
        try opened.snapshot?.verify()
        try FileManager.default.removeItem(atPath: folder.path())
        try opened.snapshot?.verify()
        #expect(opened.everything == built.everything)
    }

    @Test("Columns outlive the inventory, and its memory goes with the last of them")
    func lifetime() throws {
        let folder = try SnapshotFolder()
        let built = RandomInventory.make(5)
        _ = try folder.write(built)
        // More than could be watched at once.
        for _ in 0..<600 {
            let kinds = try folder.open().entityKinds
            #expect(Array(kinds) == Array(built.entityKinds))
        }
    }
}
