import Foundation
import Testing

@testable import Inventory

@Suite("Killed while it writes a snapshot")
struct SnapshotKillTests {
    /// A snapshot of some megabytes.
    private static func large(_ mark: String) -> Inventory {
        var builder = InventoryBuilder()
        let source = builder.add(source: Source(path: "large.json", format: "test"))
        for number in 0..<20_000 {
            var fact = EntityFact(
                id: "\(mark)/\(number)", kind: .token, name: "token number \(number)",
                provenance: Provenance(source: source, location: "L\(number)"))
            fact.parent = "\(mark)/\(number / 2)"
            builder.add(fact)
        }
        return builder.build().inventory
    }

    @Test("The file is the old one or the new one, whole, and the next import leaves nothing else")
    func killed() throws {
        let evidence = try Evidence([:])
        let (old, new) = (Self.large("old"), Self.large("new"))
        let oldHash = try old.writeSnapshot(to: evidence.path("x.firebreak")).contentHash
        let newHash = try new.writeSnapshot(to: evidence.path("new.firebreak")).contentHash
        var random = SystemRandomNumberGenerator()
        var killedWhileWriting = 0
        for _ in 0..<24 {
            let size = Int.random(in: 0..<2_200_000, using: &random)
            if try killWhenWritten(size, evidence) { killedWhileWriting += 1 }
            let opened = try Inventory(snapshotAt: evidence.path("x.firebreak"))
            try opened.snapshot?.verify()
            try opened.snapshot?.verifyContentHash()
            #expect([oldHash, newHash].contains(opened.snapshot?.contentHash))
        }
        #expect(killedWhileWriting > 0)
        #expect(try CommandRun(["import", "new.firebreak", "-o", "x.firebreak"], on: evidence).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path)
        #expect(Set(names) == ["x.firebreak", "new.firebreak"])
        #expect(try Inventory(snapshotAt: evidence.path("x.firebreak")).snapshot?.contentHash == newHash)
    }

    /// Copies the new snapshot over the old one and kills the copying process once its temporary file has `size` bytes.
    /// - Returns: Whether it was killed before it was done.
    private func killWhenWritten(_ size: Int, _ evidence: Evidence) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: PseudoTerminal.firebreak)
        process.arguments = ["import", "new.firebreak", "-o", "x.firebreak"]
        process.currentDirectoryURL = evidence.folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let earlier = Set(try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path))
        try process.run()
        while process.isRunning {
            let names = try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path)
            let partial = names.first { $0.hasSuffix(".partial") && !earlier.contains($0) }
            guard let partial else { continue }
            var status = stat()
            if stat(evidence.path(partial), &status) == 0, status.st_size >= size {
                kill(process.processIdentifier, SIGKILL)
                break
            }
        }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}
