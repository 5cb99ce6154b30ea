import Casebook
import Foundation
import Testing

@Suite("Killed while it adds to a case")
struct CommandCaseKillTests {
    @Test("Everything that was acknowledged is there, whenever the program is killed")
    func killed() throws {
        let evidence = try Evidence(.small())
        #expect(try CommandRun(["case", "new", "x.case", "incident.json"], on: evidence).status == 0)
        let lines = (0..<2_000).map { #"{"mark":{"items":[{"entity":"item-\#($0)"}]}}"# + "\n" }.joined()
        try Data(lines.utf8).write(to: evidence.folder.appending(path: "lines"))
        var random = SystemRandomNumberGenerator()
        var acknowledged: Set<String> = []
        var unfinished = 0
        for _ in 0..<16 {
            let (hashes, isUnfinished) = try kill(after: Int.random(in: 1...12, using: &random), evidence)
            acknowledged.formUnion(hashes)
            if isUnfinished { unfinished += 1 }
            let file = try CaseFile(opening: evidence.path("x.case"))
            #expect(Set(try file.entries().map(\.hash)).isSuperset(of: acknowledged))
            #expect(try CaseCheck(path: evidence.path("x.case")).isSound)
        }
        #expect(acknowledged.count >= 16)
        // Some of the kills hit a change that was on its way.
        #expect(unfinished > 0)
    }

    /// Lets the program add changes, and kills it once it has acknowledged so many and is about the next one.
    private func kill(after count: Int, _ evidence: Evidence) throws -> (hashes: [String], isUnfinished: Bool) {
        let process = Process()
        process.executableURL = URL(filePath: PseudoTerminal.firebreak)
        process.arguments = ["case", "record", "x.case"]
        process.currentDirectoryURL = evidence.folder
        process.environment = ["PATH": "/usr/bin:/bin", "FIREBREAK_ANALYST": "ana"]
        process.standardInput = try FileHandle(forReadingFrom: evidence.folder.appending(path: "lines"))
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var output = Data()
        while output.count(where: { $0 == UInt8(ascii: "\n") }) < count {
            let piece = pipe.fileHandleForReading.availableData
            guard !piece.isEmpty else { break }
            output += piece
        }
        let journal = evidence.path("x.case-journal")
        while process.isRunning, !FileManager.default.fileExists(atPath: journal) {}
        Foundation.kill(process.processIdentifier, SIGKILL)
        output += try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        let complete = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        return (
            complete.compactMap { $0.split(separator: " ").last.map(String.init) },
            FileManager.default.fileExists(atPath: journal)
        )
    }
}
