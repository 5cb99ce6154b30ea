import Casebook
import Crypto
import Foundation
import Testing

@Suite("The command line keeps a case")
struct CommandCaseTests {
    /// The small incident, and a case on it.
    private static func opened() throws -> Evidence {
        let evidence = try Evidence(.small())
        #expect(try run(evidence, "new", "x.case", "incident.json", "--title", "night").status == 0)
        return evidence
    }

    @discardableResult
    private static func run(_ evidence: Evidence, _ words: String..., analyst: String = "ana") throws -> CommandRun {
        try CommandRun(["case"] + words, on: evidence, environment: ["FIREBREAK_ANALYST": analyst])
    }

    @Test("From opening a case to its replay: every change is said with its hash, and every count comes out the same")
    func wholeWay() throws {
        let evidence = try Self.opened()
        let marked = try Self.run(evidence, "mark", "x.case", "token:deploy key")
        #expect(marked.status == 0)
        #expect(marked.text.contains("entry 3  "))
        #expect(marked.text.contains("marked key-1"))
        #expect(marked.text.contains("entry 4  ") && marked.text.contains("measured: "))
        for words in [
            ["set-state", "x.case", "done", "key-1", "--why", "revoked by hand"],
            ["note", "x.case", "ask the owner", "--on", "key-1"],
            ["verdict", "x.case", "contained", "--on", "build-1", "--on", "run-1"], ["tag", "x.case", "night"],
            ["assign", "x.case", "bo", "--on", "key-1"],
            ["declare", "x.case", "web@2026-01-01..2026-01-02", "--why", "pushed to"],
            ["mark", "x.case", "--sever", "deploy,reads,AWS_KEY", "--at", "2026-01-05"],
        ] {
            let run = try CommandRun(["case"] + words, on: evidence)
            #expect(run.status == 0, "\(words): \(run.errors)")
        }
        let info = try Self.run(evidence, "info", "x.case")
        for words in [
            "case night", "done  key-1", "(revoked by hand)", "ask the owner", "the path build-1 → run-1",
            "web  2026-01-01",
        ] {
            #expect(info.text.contains(words), "\(words)")
        }
        let json = try Self.run(evidence, "info", "x.case", "--format", "json").json
        #expect(json?["schema"] as? String == "firebreak.case/1")
        #expect((json?["plan"] as? [[String: Any]])?.count == 2)
        let replay = try Self.run(evidence, "replay", "x.case")
        #expect(replay.status == 0)
        #expect(replay.text.contains("3 of 3 recorded answers came out the same"))
        #expect(try Self.run(evidence, "check", "x.case").status == 0)
    }

    @Test("The lines of the journal are what is hashed, and each names the hash of the line before it")
    func lines() throws {
        let evidence = try Self.opened()
        try Self.run(evidence, "note", "x.case", "\u{202E}hostile \u{1B}[31m \"quoted\"\n")
        let text = try Self.run(evidence, "journal", "x.case", "--format", "lines").text
        #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
        var previous = String(repeating: "0", count: 64)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines {
            let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(entry?["previous"] as? String == previous)
            previous = SHA256.hash(data: Data(line.utf8)).map { String(format: "%02x", $0) }.joined()
        }
        #expect(try Self.run(evidence, "check", "x.case").text.contains("head \(previous)"))
        #expect(try Self.run(evidence, "journal", "x.case", "--after", "2").text.contains("\\u{202E}hostile \\e[31m"))
    }

    @Test("REACH takes its seeds from the case, beside what the sources mark; --from stands in place of both")
    func seeds() throws {
        let evidence = try Evidence(.small(isDeclared: false))
        try Self.run(evidence, "new", "x.case", "incident.json")
        let at = ["--at", "2026-01-10", "--format", "json"]
        #expect(try CommandRun(["blast", "incident.json"] + at, on: evidence).ids("seeds").isEmpty)
        try Self.run(evidence, "declare", "x.case", "key-1@2026-01-01", "web@2026-01-02..2026-01-03")
        let blast = try CommandRun(["blast", "incident.json", "--case", "x.case"] + at, on: evidence)
        #expect(blast.ids("seeds").sorted() == ["key-1", "web"])
        let named = try CommandRun(
            ["blast", "incident.json", "--case", "x.case", "--from", "deploy"] + at, on: evidence)
        #expect(named.ids("seeds") == ["deploy"])
        try Self.run(evidence, "declare", "x.case", "key-1", "--cleared")
        #expect(
            try CommandRun(["blast", "incident.json", "--case", "x.case"] + at, on: evidence).ids("seeds") == ["web"])
        #expect(try CommandRun(["blast", "incident.json", "--case", "no.case"] + at, on: evidence).status == 2)
        #expect(blast.errors.isEmpty)
        try Incident.hostile().json.write(to: evidence.folder.appending(path: "other.json"))
        let other = try CommandRun(["blast", "other.json", "--case", "x.case"] + at, on: evidence)
        #expect(other.errors.contains("other.json is not the evidence of this case"))
        #expect(other.errors.contains("2 ids of the case are not in the evidence, and in no count: key-1, web"))
    }

    @Test("Evidence that changed since is pointed out before anything else, and a replay on it says so")
    func changedEvidence() throws {
        let evidence = try Self.opened()
        try Self.run(evidence, "mark", "x.case", "key-1")
        #expect(try Self.run(evidence, "info", "x.case").errors.isEmpty)
        var changed = Incident.small()
        changed.declare("new", "token", "new")
        try changed.json.write(to: evidence.folder.appending(path: "incident.json"))
        let info = try Self.run(evidence, "info", "x.case")
        #expect(info.errors.contains("THE EVIDENCE CHANGED") && info.errors.contains("changed: incident.json"))
        #expect(try Self.run(evidence, "replay", "x.case").status == 1)
        let marked = try Self.run(evidence, "mark", "x.case", "new")
        #expect(marked.errors.contains("THE EVIDENCE CHANGED") && !marked.text.contains("measured"))
        try FileManager.default.removeItem(atPath: evidence.path())
        let blind = try Self.run(evidence, "note", "x.case", "gone", "--on", "key-1")
        #expect(blind.status == 0)
        #expect(blind.errors.contains("cannot be read") && blind.errors.contains("was not looked up"))
    }

    @Test("Undo and redo are the analyst's own, and what another built on stays")
    func undo() throws {
        let evidence = try Self.opened()
        try Self.run(evidence, "mark", "x.case", "key-1")
        try Self.run(evidence, "set-state", "x.case", "approved", "key-1", analyst: "bo")
        let refused = try Self.run(evidence, "undo", "x.case")
        #expect(refused.status == 2 && refused.errors.contains("entry 5 by bo (called approved)"))
        #expect(try Self.run(evidence, "undo", "x.case", analyst: "bo").text.contains("undid entry 5: approved: key-1"))
        #expect(try Self.run(evidence, "undo", "x.case").text.contains("undid entry 3: marked key-1"))
        #expect(try Self.run(evidence, "redo", "x.case").text.contains("did entry 3 again: marked key-1"))
        #expect(try Self.run(evidence, "redo", "x.case").status == 2)
    }

    @Test("Changes come from standard input, one a line, until one makes no sense")
    func recorded() throws {
        let evidence = try Self.opened()
        let lines = [
            #"{"mark":{"items":[{"entity":"key-1"}]}}"#, "",
            #"{"advance":{"items":[{"entity":"key-1"}],"state":"done","why":""}}"#,
            #"{"open":{"title":"x","identifier":"y","version":"z"}}"#, #"{"mark":{"items":[{"entity":"web"}]}}"#,
        ]
        try Data(lines.joined(separator: "\n").utf8).write(to: evidence.folder.appending(path: "lines"))
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.currentDirectoryURL = evidence.folder
        shell.arguments = ["-c", "\"$0\" case record x.case < lines > out 2> errors", PseudoTerminal.firebreak]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 2)
        let file = try CaseFile(opening: evidence.path("x.case"))
        let entries = try file.entries(after: 2)
        #expect(entries.map(\.content.action.name) == ["mark", "advance"])
        let output = try String(contentsOfFile: evidence.path("out"), encoding: .utf8)
        #expect(output == entries.map { "\($0.sequence) \($0.hash)\n" }.joined())
        #expect(try String(contentsOfFile: evidence.path("errors"), encoding: .utf8).contains("line 4 "))
    }

    @Test("Two programs that add at once both keep all that they acknowledged, in one whole chain")
    func twoPrograms() throws {
        let evidence = try Self.opened()
        let programs = try ["ana", "bo"].map { who -> Process in
            let lines = (0..<60).map { #"{"mark":{"items":[{"entity":"\#(who)-\#($0)"}]}}"# + "\n" }.joined()
            try Data(lines.utf8).write(to: evidence.folder.appending(path: who))
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.currentDirectoryURL = evidence.folder
            shell.arguments = [
                "-c", "\"$0\" case record x.case --analyst \(who) < \(who) > \(who).out", PseudoTerminal.firebreak,
            ]
            try shell.run()
            return shell
        }
        for program in programs { program.waitUntilExit() }
        #expect(programs.allSatisfy { $0.terminationStatus == 0 })
        let held = Set(try CaseFile(opening: evidence.path("x.case")).entries().map(\.hash))
        for who in ["ana", "bo"] {
            let output = try String(contentsOfFile: evidence.path(who + ".out"), encoding: .utf8)
            let hashes = output.split(separator: "\n").compactMap { $0.split(separator: " ").last.map(String.init) }
            #expect(hashes.count == 60 && held.isSuperset(of: hashes))
        }
        #expect(held.count == 122)
    }

    @Test("Names that SQLite takes for something else are names", arguments: ["file:y.case", ":memory:", "-y.case"])
    func names(name: String) throws {
        let evidence = try Evidence(.small())
        #expect(try CommandRun(["case", "new", "--title", "t", "--", name], on: evidence).status == 0)
        #expect(try CommandRun(["case", "check", "--", name], on: evidence).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path)
        #expect(Set(names) == [name, "incident.json"])
    }

    @Test("Copies are merged, a conflict ends with status 1 until it is settled")
    func merged() throws {
        let evidence = try Self.opened()
        try FileManager.default.copyItem(atPath: evidence.path("x.case"), toPath: evidence.path("y.case"))
        try Self.run(evidence, "verdict", "x.case", "cleared", "--on", "web")
        try Self.run(evidence, "verdict", "y.case", "suspicious", "--on", "web", analyst: "bo")
        try Self.run(evidence, "mark", "y.case", "key-1", analyst: "bo")
        let merged = try Self.run(evidence, "merge", "x.case", "y.case")
        #expect(merged.status == 1)
        #expect(merged.text.contains("2 taken over, 1 of them set aside"))
        let info = try Self.run(evidence, "info", "x.case").text
        for words in [
            "set aside  entry 5 by bo, ", "found web suspicious", "against  entry 3 by ana, ", "found web cleared",
            "firebreak case settle x.case 5 take\n",
        ] {
            #expect(info.contains(words), "\(words)")
        }
        #expect(merged.text.contains("measured: "))
        #expect(try Self.run(evidence, "replay", "x.case").status == 0)
        #expect(try Self.run(evidence, "settle", "x.case", "5", "dismiss").status == 0)
        #expect(try Self.run(evidence, "merge", "x.case", "y.case").status == 0)
        #expect(try Self.run(evidence, "check", "x.case").status == 0)
    }

    @Test(
        "A merge names the command that takes it back, which is refused while something builds on it, and can be redone"
    )
    func unmerged() throws {
        let evidence = try Self.opened()
        try FileManager.default.copyItem(atPath: evidence.path("x.case"), toPath: evidence.path("y.case"))
        try Self.run(evidence, "mark", "y.case", "key-1", analyst: "bo")
        try Self.run(evidence, "note", "y.case", "theirs", "--on", "web", analyst: "bo")
        let before = try Self.run(evidence, "info", "x.case", "--format", "json").json
        let merged = try Self.run(evidence, "merge", "x.case", "y.case")
        let line = try #require(merged.text.split(separator: "\n").first { $0.contains("takes all of it back") })
        let words = line.split(separator: " ").map(String.init)
        #expect(words.prefix(5) == ["firebreak", "case", "undo", "x.case", "--entry"])
        let number = try #require(words.dropFirst(5).first)
        try Self.run(evidence, "set-state", "x.case", "approved", "key-1")
        let refused = try Self.run(evidence, "undo", "x.case", "--entry", number)
        #expect(refused.status == 2 && refused.errors.contains("by ana (called approved)"), "\(refused.errors)")
        #expect(try Self.run(evidence, "undo", "x.case").status == 0)
        let undone = try Self.run(evidence, "undo", "x.case", "--entry", number)
        #expect(undone.status == 0 && undone.text.contains("undid entry \(number): took over 2 entries"))
        #expect(undone.text.contains("measured: "))
        let after = try Self.run(evidence, "info", "x.case", "--format", "json").json
        for member in ["plan", "notes", "conflicts"] {
            #expect((after?[member] as? [Any])?.count == (before?[member] as? [Any])?.count, "\(member)")
        }
        let again = try Self.run(evidence, "merge", "x.case", "y.case").text
        #expect(again.contains("0 taken over"))
        #expect(again.contains("firebreak case redo x.case --entry \(number) brings it back"))
        #expect(try Self.run(evidence, "redo", "x.case", "--entry", number).status == 0)
        #expect(try Self.run(evidence, "info", "x.case").text.contains("theirs"))
        #expect(try Self.run(evidence, "replay", "x.case").status == 0)
        #expect(try Self.run(evidence, "check", "x.case").status == 0)
    }

    @Test("A damaged case is refused, and what can be read of it lies beside it")
    func damaged() throws {
        let evidence = try Self.opened()
        for number in 0..<40 { try Self.run(evidence, "note", "x.case", "note \(number)") }
        var bytes = try Data(contentsOf: evidence.folder.appending(path: "x.case"))
        let text = try #require(bytes.firstRange(of: Data(#""text":"note 20""#.utf8)))
        bytes[text.upperBound - 2] = UInt8(ascii: "9")
        try bytes.write(to: evidence.folder.appending(path: "x.case"))
        let refused = try Self.run(evidence, "info", "x.case")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("entry 23 was altered") && refused.errors.contains("x.case.saved-1"))
        #expect(try Self.run(evidence, "check", "x.case").status == 1)
        #expect(try Self.run(evidence, "check", "x.case.saved-1").status == 0)
        #expect(try Self.run(evidence, "info", "x.case.saved-1").text.contains("note 39"))
        #expect(try Self.run(evidence, "check", "x.case").status == 1)
    }

    @Test("A file that is there is no place for a new case, and no case is opened where there is none")
    func refusals() throws {
        let evidence = try Self.opened()
        #expect(try Self.run(evidence, "new", "x.case").status == 2)
        #expect(try Self.run(evidence, "new", "incident.json").status == 2)
        for words in [["info"], ["journal"], ["check"], ["undo"], ["replay"]] {
            #expect(try CommandRun(["case"] + words + ["no.case"], on: evidence).status == 2)
            #expect(try CommandRun(["case"] + words + ["incident.json"], on: evidence).status == 2)
        }
        #expect(try CaseFile(opening: evidence.path("x.case")).sequence == 2)
    }
}
