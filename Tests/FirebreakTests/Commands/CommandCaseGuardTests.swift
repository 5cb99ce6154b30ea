import Casebook
import Foundation
import Testing

@Suite("What the commands of a case refuse, and how they say it")
struct CommandCaseGuardTests {
    /// A folder of sources, and a case on it.
    private static func opened() throws -> Evidence {
        let evidence = try Evidence(["a.case.txt": Data("x".utf8)])
        let folder = evidence.folder.appending(path: "sources")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Incident.small().json.write(to: folder.appending(path: "incident.json"))
        #expect(try run(evidence, "case", "new", "x.case", "sources").status == 0)
        return evidence
    }

    @discardableResult
    private static func run(_ evidence: Evidence, _ words: String..., analyst: String = "ana") throws -> CommandRun {
        try CommandRun(words, on: evidence, environment: ["FIREBREAK_ANALYST": analyst])
    }

    @Test("What failed is not written down without why; a window that begins later than now is, and that is said")
    func reasons() throws {
        let evidence = try Self.opened()
        #expect(try Self.run(evidence, "case", "mark", "x.case", "key-1").status == 0)
        for words in [[], ["--why", "  "]] {
            let run = try CommandRun(["case", "set-state", "x.case", "failed", "key-1"] + words, on: evidence)
            #expect(run.status == 2 && run.errors.contains("say why it failed: --why TEXT"), "\(run.errors)")
        }
        let failed = try Self.run(evidence, "case", "set-state", "x.case", "failed", "key-1", "--why", "no access")
        #expect(failed.status == 0, "\(failed.errors)")
        let later = try Self.run(evidence, "case", "declare", "x.case", "web@2999-01-01")
        #expect(later.status == 0 && later.errors.contains("'web@2999-01-01' begins later than now"), "\(later.errors)")
        let past = try Self.run(evidence, "case", "declare", "x.case", "web@2026-01-01")
        #expect(past.status == 0 && !past.errors.contains("begins later"), "\(past.errors)")
    }

    @Test(
        "No command writes over a file in a folder of sources",
        arguments: [
            "export sources --format opengraph -o sources/incident.json",
            "export sources --format graphml -o sources/incident.json",
            "export sources --format csv -o sources/incident.json",
            "import sources -o sources/incident.json", "case export x.case -o sources/incident.json",
            "case export x.case --format csv -o sources/incident.json",
            "picture sources --place start -o sources/incident.json",
        ])
    func sources(line: String) throws {
        let evidence = try Self.opened()
        let source = evidence.folder.appending(path: "sources/incident.json")
        let before = try Data(contentsOf: source)
        let run = try CommandRun(line.split(separator: " ").map(String.init), on: evidence)
        #expect(run.status == 2, "\(run.errors)")
        #expect(try Data(contentsOf: source) == before)
    }

    @Test("No sibling of a file of comma-separated values is written over either")
    func siblings() throws {
        let evidence = try Self.opened()
        try FileManager.default.moveItem(
            at: evidence.folder.appending(path: "sources/incident.json"),
            to: evidence.folder.appending(path: "sources/g.relations.csv"))
        let relations = evidence.folder.appending(path: "sources/g.relations.csv")
        let before = try Data(contentsOf: relations)
        let run = try Self.run(evidence, "export", "sources", "--format", "csv", "-o", "sources/g.csv")
        #expect(run.status == 2 && run.errors.contains("g.relations.csv is one of the sources"), "\(run.errors)")
        #expect(try Data(contentsOf: relations) == before)
        #expect(!FileManager.default.fileExists(atPath: evidence.path("sources/g.csv")))
    }

    @Test(
        "No command writes over a case, its own or another",
        arguments: ["x.case", "y.case"],
        [
            "export sources --format opengraph", "export sources --format csv", "import sources", "case export x.case",
            "case export x.case --format html", "picture sources --place start",
        ])
    func cases(target: String, line: String) throws {
        let evidence = try Self.opened()
        #expect(try Self.run(evidence, "case", "new", "y.case", "sources").status == 0)
        let before = try Data(contentsOf: evidence.folder.appending(path: target))
        let run = try CommandRun(line.split(separator: " ").map(String.init) + ["-o", target], on: evidence)
        #expect(run.status == 2 && run.errors.contains("is a case"), "\(run.errors)")
        #expect(try Data(contentsOf: evidence.folder.appending(path: target)) == before)
    }

    @Test(
        "A case is no source, and that is said",
        arguments: ["plan sources x.case", "diff x.case sources", "blast x.case", "inventory x.case", "import x.case"])
    func noSource(line: String) throws {
        let run = try CommandRun(line.split(separator: " ").map(String.init), on: try Self.opened())
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(
            run.errors.contains("x.case is a case, and no source") && run.errors.contains("--case"), "\(run.errors)")
    }

    @Test("A window that ends before it begins, or that says nothing, is refused")
    func windows() throws {
        let evidence = try Self.opened()
        for (words, reason) in [
            (["build-1@2026-03-15..2026-03-14"], "ends before it begins"), (["build-1@5..5"], "ends before it begins"),
            (["build-1@2026-03-14", "--cleared"], "takes no window"),
            (["build-1@2026-03-14", "--undo"], "takes no window"),
            (["build-1@zzz"], "build-1@zzz\n          ^^^ no time"),
            (["build-1@2026-03-14..zzz"], "                      ^^^ no time"),
        ] {
            let run = try CommandRun(["case", "declare", "x.case"] + words, on: evidence)
            #expect(run.status == 2 && run.errors.contains(reason), "\(words): \(run.errors)")
        }
        #expect(try CaseFile(opening: evidence.path("x.case")).sequence == 2)
    }

    @Test("What could not be held in its window stands among the warnings of the report")
    func impossible() throws {
        let evidence = try Self.opened()
        #expect(try Self.run(evidence, "case", "declare", "x.case", "run-1@2026-02-01").status == 0)
        let report = try Self.run(evidence, "case", "export", "x.case", "-o", "-")
        #expect(report.text.contains("**Attention:** run-1 could not be held in its window"))
    }

    @Test("Another case is merged only where that is said, and what came is listed")
    func otherCase() throws {
        let evidence = try Self.opened()
        try Self.run(evidence, "case", "new", "y.case", "sources")
        try Self.run(evidence, "case", "note", "y.case", "theirs", analyst: "bo")
        let refused = try Self.run(evidence, "case", "merge", "x.case", "y.case")
        #expect(refused.status == 2 && refused.errors.contains("--other-case"))
        #expect(try CaseFile(opening: evidence.path("x.case")).sequence == 2)
        let merged = try Self.run(evidence, "case", "merge", "x.case", "y.case", "--other-case")
        #expect(merged.text.contains("noted on the case: theirs"), "\(merged.text) \(merged.errors)")
        #expect(try CaseFile(opening: evidence.path("x.case")).state.notes.count == 1)
    }

    @Test("Fewer than eight digits of a head say nothing, and accuse nobody", arguments: ["6325ff", "", "no digits"])
    func shortHead(text: String) throws {
        let run = try Self.run(try Self.opened(), "case", "check", "x.case", "--head", text)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("at least eight"))
    }

    @Test("What says nothing is no entry")
    func empty() throws {
        let evidence = try Self.opened()
        for words in [
            ["note", "x.case", ""], ["note", "x.case", "  "], ["tag", "x.case", ""], ["assign", "x.case", ""],
            ["note", "x.case", "n", "--analyst", "  "], ["tag", "x.case", "zz", "--remove"],
            ["verdict", "x.case", "none"],
        ] {
            let run = try CommandRun(["case"] + words, on: evidence)
            #expect(run.status == 2 && !run.errors.isEmpty, "\(words)")
        }
        #expect(try CaseFile(opening: evidence.path("x.case")).sequence == 2)
    }

    @Test("Undo does not take back the evidence unless that is said")
    func evidence() throws {
        let evidence = try Self.opened()
        let refused = try Self.run(evidence, "case", "undo", "x.case")
        #expect(refused.status == 2 && refused.errors.contains("--evidence"))
        let undone = try Self.run(evidence, "case", "undo", "x.case", "--evidence")
        #expect(undone.status == 0 && undone.text.contains("undid entry 2: added evidence"))
    }

    @Test("What cannot be read is named, and not the case that was to be made of it")
    func unreadable() throws {
        let evidence = try Self.opened()
        let run = try Self.run(evidence, "case", "salvage", "a.case.txt", "-o", "z.case")
        #expect(run.status == 2 && run.errors.contains("a.case.txt") && !run.errors.contains("z.case"))
        #expect(!FileManager.default.fileExists(atPath: evidence.path("z.case")))
    }

    @Test("An entry that somebody altered is said when the case is saved from, when it is checked and in the report")
    func forged() throws {
        let evidence = try Self.opened()
        for number in 0..<9 {
            try Self.run(evidence, "case", "verdict", "x.case", "contained", "--on", "web", "--why", "reason \(number)")
        }
        let file = evidence.folder.appending(path: "x.case")
        var bytes = try Data(contentsOf: file)
        let text = try #require(bytes.firstRange(of: Data("reason 5".utf8)))
        bytes[text.upperBound - 1] = UInt8(ascii: "7")
        try bytes.write(to: file)
        let saved = try Self.run(evidence, "case", "salvage", "x.case", "-o", "y.case")
        #expect(
            saved.status == 0 && saved.text.contains("ALTERED, not what was written, and set aside without effect: 8"))
        let check = try Self.run(evidence, "case", "check", "y.case")
        #expect(check.status == 0 && check.text.contains("entry 8 saved what follows from a damaged file"))
        #expect(check.text.contains("ALTERED, not what was written, and set aside: 8"))
        #expect(try Self.run(evidence, "case", "info", "y.case").text.contains("contained  web (reason 8)"))
        let report = try Self.run(evidence, "case", "export", "y.case", "-o", "-")
        #expect(report.text.contains("**Attention:** Entry 8 of the journal saved what follows from a damaged file"))
    }

    @Test("A limit on the size of files is an error, not a death, and the case is whole after it")
    func limited() throws {
        let evidence = try Self.opened()
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.currentDirectoryURL = evidence.folder
        let note = String(repeating: "x", count: 100_000)
        shell.arguments = [
            "-c", "ulimit -f 40; \"$0\" case note x.case \"$1\" > out 2> errors", PseudoTerminal.firebreak, note,
        ]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationReason == .exit && shell.terminationStatus == 2)
        let check = try Self.run(evidence, "case", "check", "x.case")
        #expect(check.status == 0 && check.text.contains("2 entries"))
    }
}
