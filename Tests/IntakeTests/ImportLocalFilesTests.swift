import Foundation
import Inventory
import Testing

@testable import Intake

@Suite("Import: the file system of this machine")
struct ImportLocalFilesTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("import-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test("Files, directories, links and pipes are told apart, and a pipe does not block")
    func kinds() throws {
        try withFolder { folder in
            let files = LocalFiles()
            try Data("hello".utf8).write(to: URL(fileURLWithPath: folder + "/a.txt"))
            try FileManager.default.createSymbolicLink(atPath: folder + "/l", withDestinationPath: "a.txt")
            #expect(mkfifo(folder + "/pipe", 0o600) == 0)
            #expect(try files.status(of: folder, followingLinks: true).kind == .directory)
            #expect(try files.status(of: folder + "/a.txt", followingLinks: true).size == 5)
            #expect(try files.status(of: folder + "/l", followingLinks: false).kind == .link)
            #expect(try files.status(of: folder + "/l", followingLinks: true).kind == .file)
            #expect(try files.names(in: folder).sorted() == ["a.txt", "l", "pipe"])
            #expect(try files.read(folder + "/a.txt", limit: 3) == Array("hel".utf8))
            #expect(try files.read(folder + "/l", limit: 99) == Array("hello".utf8))
            #expect(throws: FileTreeError.notAFile) { try files.read(folder + "/pipe", limit: 1) }
            #expect(throws: FileTreeError.notAFile) { try files.read(folder, limit: 1) }
            #expect(throws: FileTreeError.notFound) { try files.read(folder + "/none", limit: 1) }
            #expect(throws: FileTreeError.notFound) { try files.names(in: folder + "/a.txt") }
            let result = Import().run([folder])
            #expect(result.reports.map(\.outcome) == [.unreadable])
        }
    }

    @Test("Large files arrive whole")
    func large() throws {
        try withFolder { folder in
            let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try Data(bytes).write(to: URL(fileURLWithPath: folder + "/big"))
            #expect(try LocalFiles().read(folder + "/big", limit: .max) == bytes)
        }
    }

    @Test("Paths are made absolute without touching the disk")
    func absolute() {
        let files = LocalFiles()
        #expect(files.absolutePath(of: "/a/./b//../c/") == "/a/c")
        #expect(files.absolutePath(of: "/../..") == "/")
        #expect(files.absolutePath(of: "x").hasSuffix("/x"))
        #expect(files.absolutePath(of: ".") == files.absolutePath(of: ""))
    }
}
