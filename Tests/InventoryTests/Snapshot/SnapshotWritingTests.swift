import Foundation
import Synchronization
import Testing

@testable import Inventory

@Suite("Writing a snapshot")
struct SnapshotWritingTests {
    private func permissions(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("Stopped anywhere, it leaves what was there and nothing else")
    func cancelled() throws {
        let folder = try SnapshotFolder()
        let old = try folder.write(RandomInventory.make(1))
        let new = RandomInventory.make(2, entities: 50, relations: 100)
        for stop in 0..<SnapshotSection.allCases.count {
            var asked = 0
            #expect(throws: SnapshotWriteError.cancelled) {
                try new.writeSnapshot(to: folder.path()) {
                    asked += 1
                    return asked > stop
                }
            }
            #expect(try folder.names() == ["x.firebreak"])
            #expect(try folder.bytes() == old)
        }
    }

    @Test("What dead processes left is removed; what is being written is not")
    func leftovers() throws {
        let folder = try SnapshotFolder()
        try folder.put([1], ".x.firebreak.abc123.partial")
        try folder.put([1], ".y.firebreak.abc123.partial")
        try folder.put([1], "x.firebreak.partial")
        let inProgress = try ReplacingFile(folder.path())
        #expect(try !folder.names().contains(".x.firebreak.abc123.partial"))
        _ = try folder.write(RandomInventory.make(1))
        let names = try folder.names()
        #expect(names.isSuperset(of: ["x.firebreak", ".y.firebreak.abc123.partial", "x.firebreak.partial"]))
        #expect(names.count == 4)
        inProgress.abandon()
        #expect(try folder.names().count == 3)
    }

    @Test("A new file is its owner's alone; one that is replaced keeps its permissions; a link stays a link")
    func permissions() throws {
        let folder = try SnapshotFolder()
        _ = try folder.write(RandomInventory.make(1))
        #expect(permissions(folder.path()) == 0o600)
        chmod(folder.path(), 0o640)
        let bytes = try folder.write(RandomInventory.make(2))
        #expect(permissions(folder.path()) == 0o640)
        #expect(symlink("x.firebreak", folder.path("link")) == 0)
        #expect(try folder.write(RandomInventory.make(3), "link") != bytes)
        #expect(try folder.bytes() != bytes)
        var status = stat()
        #expect(lstat(folder.path("link"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test("Folders, devices and folders that are not there are refused")
    func places() throws {
        let folder = try SnapshotFolder()
        let inventory = RandomInventory.make(1)
        #expect(throws: SnapshotWriteError.isFolder) { try inventory.writeSnapshot(to: folder.url.path) }
        #expect(throws: SnapshotWriteError.isFolder) { try inventory.writeSnapshot(to: folder.path("") + "/") }
        #expect(throws: SnapshotWriteError.notAFile) { try inventory.writeSnapshot(to: "/dev/null") }
        #expect(throws: SnapshotWriteError.system(ENOENT, .create)) {
            try inventory.writeSnapshot(to: folder.path("none/x.firebreak"))
        }
        #expect(try folder.names().isEmpty)
    }

    @Test("A name as long as names may be is written too")
    func longName() throws {
        let folder = try SnapshotFolder()
        let name = String(repeating: "é", count: 127)
        _ = try folder.write(RandomInventory.make(1), name)
        #expect(folder.refusal(name) == nil)
        #expect(try folder.names().count == 1)
    }
}
