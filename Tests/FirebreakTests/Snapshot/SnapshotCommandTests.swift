import Foundation
import Inventory
import Testing

@Suite("Snapshots on the command line")
struct SnapshotCommandTests {
    /// Evidence with a snapshot of it, `x.firebreak`.
    private func evidence(_ incident: Incident = .small()) throws -> Evidence {
        let evidence = try Evidence(incident)
        let run = try CommandRun(["import", "incident.json", "-o", "x.firebreak"], on: evidence)
        #expect(run.status == 0, "\(run.errors)")
        return evidence
    }

    @Test(
        "Every command answers from a snapshot as it does from its sources",
        arguments: [
            ["inventory", "--format", "json"], ["inventory", "--filter", "kind:token", "--sort", "-name"],
            ["show", "--entity", Incident.role, "--format", "json"], ["show", "--entity", Incident.role],
            ["blast", "--at", "2026-01-10", "--format", "json"], ["blast", "--at", "2026-01-10"],
            ["blast", "--at", "2026-01-10", "--timeless", "--rollback", "--format", "csv"],
            ["path", "--to", Incident.role, "--format", "json"], ["impact", "--entity", Incident.role],
        ])
    func answers(arguments: [String]) throws {
        let evidence = try evidence()
        let command = arguments[0]
        let fromSources = try CommandRun([command, "incident.json"] + arguments.dropFirst(), on: evidence)
        let fromSnapshot = try CommandRun([command, "x.firebreak"] + arguments.dropFirst(), on: evidence)
        #expect(fromSnapshot.output == fromSources.output)
        #expect(fromSnapshot.status == fromSources.status)
        #expect(fromSnapshot.errors == fromSources.errors)
        #expect(!fromSnapshot.output.isEmpty)
    }

    @Test("Import says where the snapshot lies, what it holds, how large it is, and its content hash")
    func summary() throws {
        let evidence = try Evidence(.small())
        let plain = try CommandRun(["import", "incident.json"], on: evidence)
        let run = try CommandRun(["import", "incident.json", "--output", "x.firebreak"], on: evidence)
        let bytes = try Data(contentsOf: evidence.folder.appending(path: "x.firebreak"))
        let snapshot = try #require(try Inventory(snapshotAt: evidence.path("x.firebreak")).snapshot)
        let (entities, relations) = try counts(evidence)
        let expected = """
            snapshot x.firebreak: \(entities) entities, \(relations) relations, \(bytes.count) bytes
              content sha256:\(snapshot.contentHash)

            """
        #expect(run.text == plain.text + expected)
        #expect(try CommandRun(["import", "x.firebreak"], on: evidence).text == expected)
    }

    private func counts(_ evidence: Evidence) throws -> (Int, Int) {
        let inventory = try Inventory(snapshotAt: evidence.path("x.firebreak"))
        return (inventory.entityCount, inventory.relationCount)
    }

    @Test("Two processes write the same bytes, and a copy of a snapshot is the same file")
    func determinism() throws {
        let evidence = try evidence()
        for name in ["again", "copy"] {
            let source = name == "copy" ? "x.firebreak" : "incident.json"
            #expect(try CommandRun(["import", source, "-o", name], on: evidence).status == 0)
            let (first, second) = (evidence.path("x.firebreak"), evidence.path(name))
            #expect(FileManager.default.contentsEqual(atPath: first, andPath: second))
        }
    }

    @Test("A damaged snapshot is no answer: every command says so and ends with 2")
    func damaged() throws {
        let evidence = try evidence()
        let file = evidence.folder.appending(path: "x.firebreak")
        let whole = try Data(contentsOf: file)
        var flipped = whole
        flipped[whole.count - 70] ^= 0x10
        var newer = whole
        newer[14] = 9
        for (content, words) in [
            (flipped, "x.firebreak is damaged: its section 'entering "), (newer, "damaged: its header"),
            (whole.dropLast(), "\(whole.count - 1) of its \(whole.count) bytes"), (whole + [0], "should have"),
        ] {
            try content.write(to: file)
            for command in [["inventory"], ["blast"], ["show", "--entity", Incident.role], ["import"]] {
                let run = try CommandRun([command[0], "x.firebreak"] + command.dropFirst(), on: evidence)
                #expect(run.status == 2)
                #expect(run.output.isEmpty)
                #expect(run.errors.contains(words), "\(run.errors)")
            }
        }
    }

    @Test("A snapshot beside other sources is refused, in words, and nothing is written over a source")
    func refusals() throws {
        let evidence = try evidence()
        let before = try Data(contentsOf: evidence.folder.appending(path: "incident.json"))
        for (arguments, words) in [
            (["blast", "x.firebreak", "incident.json"], "is a snapshot and is opened alone"),
            (["import", "incident.json", "x.firebreak"], "is a snapshot and is opened alone"),
            (["import", "incident.json", "-o", "incident.json"], "is one of the sources"),
            (["import", ".", "-o", "incident.json"], "is one of the sources"),
            (["import", "x.firebreak", "-o", "./x.firebreak"], "is one of the sources"),
            (["import", "incident.json", "-o", "-"], "not written to a stream"),
            (["import", "incident.json", "-o", "."], "is a folder"),
            (["import", "incident.json", "-o", "/dev/null"], "no regular file"),
            (["import", "incident.json", "-o", "none/x.firebreak"], "its folder is not there"),
        ] {
            let run = try CommandRun(arguments, on: evidence)
            #expect(run.status == 2)
            #expect(run.errors.contains(words), "\(run.errors)")
        }
        #expect(try Data(contentsOf: evidence.folder.appending(path: "incident.json")) == before)
    }

    @Test("A folder is read without the snapshots in it, so that one may be written there")
    func folder() throws {
        let evidence = try evidence()
        let first = try CommandRun(["import", ".", "-o", "x.firebreak"], on: evidence)
        let bytes = try Data(contentsOf: evidence.folder.appending(path: "x.firebreak"))
        let second = try CommandRun(["import", ".", "-o", "x.firebreak", "--strict"], on: evidence)
        #expect(first.status == 0 && second.status == 0)
        #expect(second.errors == "firebreak: x.firebreak: a snapshot, passed over; name it alone to open it\n")
        try FileManager.default.removeItem(at: evidence.folder.appending(path: "incident.json"))
        let alone = try CommandRun(["blast", "."], on: evidence)
        #expect(alone.status == 2)
        #expect(alone.errors.contains("name it alone to open it"))
        try bytes.write(to: evidence.folder.appending(path: "x.firebreak"))
        #expect(try Data(contentsOf: evidence.folder.appending(path: "x.firebreak")) == bytes)
    }

    @Test("Where the disk takes no more, it says so and leaves what was there", arguments: [1, 4, 8])
    func full(blocks: Int) throws {
        let evidence = try evidence()
        let before = try Data(contentsOf: evidence.folder.appending(path: "x.firebreak"))
        let source = try CommandRun(["import", "incident.json", "-o", "larger"], on: evidence)
        #expect(source.status == 0)
        let run = try Shell.run(
            "ulimit -f \(blocks); \"$0\" import incident.json -o x.firebreak 2>&1", on: evidence)
        #expect(run.status == 2)
        #expect(run.text.contains("x.firebreak was not written: it could not be written in full"))
        #expect(try Data(contentsOf: evidence.folder.appending(path: "x.firebreak")) == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path)
        #expect(!names.contains { $0.hasSuffix(".partial") })
    }
}

/// The program run by a shell, for what only a shell can set up.
struct Shell {
    let text: String
    let status: Int32

    static func run(_ script: String, on evidence: Evidence) throws -> Shell {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script, PseudoTerminal.firebreak]
        process.currentDirectoryURL = evidence.folder
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Shell(text: String(decoding: output, as: UTF8.self), status: process.terminationStatus)
    }
}
