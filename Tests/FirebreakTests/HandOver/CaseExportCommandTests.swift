import Foundation
import Testing

@Suite("firebreak case export")
struct CaseExportCommandTests {
    private static func fixture() throws -> Evidence {
        let evidence = try Evidence(.small())
        for words in [
            ["case", "new", "a.case", "incident.json", "--analyst", "one"],
            ["case", "mark", "a.case", "token:deploy key", "--analyst", "one"],
        ] {
            let run = try CommandRun(words, on: evidence)
            #expect(run.status == 0, "\(run.errors)")
        }
        return evidence
    }

    @Test(
        "Each form is written, prints the journal's head, and twice the same", arguments: ["markdown", "html", "json"])
    func forms(format: String) throws {
        let evidence = try Self.fixture()
        let words = ["case", "export", "a.case", "--format", format, "-o"]
        let run = try CommandRun(words + ["report"], on: evidence)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let head = try #require(run.text.split(separator: " ").last?.split(separator: "\n").first.map(String.init))
        #expect(head.count == 64)
        let text = try Data(contentsOf: evidence.folder.appending(path: "report"))
        #expect(String(decoding: text, as: UTF8.self).contains(head))
        let again = try CommandRun(words + ["-"], on: evidence)
        #expect(again.status == 0 && again.output == text)
        let check = try CommandRun(["case", "check", "a.case", "--head", head], on: evidence)
        #expect(check.status == 0, "\(check.text)")
    }

    @Test("Comma-separated values are a file for each table, named after the one that is named")
    func tables() throws {
        let evidence = try Self.fixture()
        let run = try CommandRun(["case", "export", "a.case", "--format", "csv", "-o", "r.csv"], on: evidence)
        #expect(run.status == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path)
        for name in ["identities", "code", "timeline", "remediation", "remaining", "journal", "figures"] {
            #expect(files.contains("r.\(name).csv"), "\(name)")
        }
        let stream = try CommandRun(["case", "export", "a.case", "--format", "csv", "-o", "-"], on: evidence)
        #expect(stream.status == 2 && stream.output.isEmpty)
    }

    @Test(
        "The graph forms are those of firebreak export, written as safely as the report",
        arguments: ["opengraph", "graphml", "dot", "svg"])
    func graphs(format: String) throws {
        let evidence = try Self.fixture()
        let words = ["case", "export", "a.case", "--format", format, "-o"]
        let run = try CommandRun(words + ["graph"], on: evidence)
        #expect(run.status == 0, "\(run.errors)")
        let graph = try Data(contentsOf: evidence.folder.appending(path: "graph"))
        let other = try CommandRun(["export", "a.case", "--format", format, "-o", "-"], on: evidence)
        #expect(!graph.isEmpty && other.output == graph)
        #expect(try CommandRun(words + ["-"], on: evidence).output == graph)
        for output in ["a.case", "incident.json"] {
            let before = try Data(contentsOf: evidence.folder.appending(path: output))
            #expect(try CommandRun(words + [output], on: evidence).status == 2)
            #expect(try Data(contentsOf: evidence.folder.appending(path: output)) == before)
        }
        let moment = try CommandRun(words + ["other", "--at", "2026-03-15"], on: evidence)
        #expect(moment.status != 0 && moment.errors.contains("no moment"), "\(moment.errors)")
    }

    @Test("Neither the case nor its evidence is ever written over", arguments: ["a.case", "incident.json"])
    func refused(output: String) throws {
        let evidence = try Self.fixture()
        let before = try Data(contentsOf: evidence.folder.appending(path: output))
        let run = try CommandRun(["case", "export", "a.case", "-o", output], on: evidence)
        let reason = output == "a.case" ? "is a case" : "one of the sources"
        #expect(run.status == 2 && run.errors.contains(reason), "\(run.errors)")
        #expect(try Data(contentsOf: evidence.folder.appending(path: output)) == before)
    }

    @Test(
        "No report is written into a folder that is evidence, of which it would become a part", arguments: ["", "sub/"])
    func intoEvidence(folder: String) throws {
        let evidence = try Evidence(.small())
        let nested = evidence.folder.appending(path: "estate")
        try FileManager.default.createDirectory(
            at: nested.appending(path: "sub"), withIntermediateDirectories: true)
        try Incident.small().json.write(to: nested.appending(path: "incident.json"))
        #expect(try CommandRun(["case", "new", "a.case", "estate"], on: evidence).status == 0)
        let inside = "estate/\(folder)report.md"
        let run = try CommandRun(["case", "export", "a.case", "-o", inside], on: evidence)
        #expect(run.status == 2 && run.errors.contains("would count as changed"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: evidence.path(inside)))
        let beside = try CommandRun(["case", "export", "a.case", "-o", "estate.md"], on: evidence)
        #expect(beside.status == 0, "\(beside.errors)")
    }

    @Test("Evidence that changed is said at the head of the report")
    func changed() throws {
        let evidence = try Self.fixture()
        try Incident.small(isDeclared: false).json.write(to: evidence.folder.appending(path: "incident.json"))
        let run = try CommandRun(["case", "export", "a.case", "-o", "-"], on: evidence)
        #expect(run.status == 0)
        #expect(run.text.components(separatedBy: "**Attention:**").count == 2)
        #expect(run.text.contains("**Attention:** THE EVIDENCE CHANGED"))
        #expect(run.text.contains("changed: incident.json"), "\(run.text.prefix(900))")
        // It names what was really read, and says of nothing that it is from what was added.
        let read = try #require(run.text.firstMatch(of: /it is ([0-9a-f]{64})/)?.1)
        #expect(run.text.contains("is not what was added: \(read)") && !run.text.contains("from what was added last"))
    }

    @Test(
        "A plan on evidence that changed says so in every form", arguments: ["table", "json", "csv", "markdown", "sh"])
    func changedPlan(format: String) throws {
        let evidence = try Self.fixture()
        let words = ["plan", "a.case", "--at", "2026-01-10", "--format", format]
        let before = try CommandRun(words, on: evidence)
        #expect(before.status == 0 && !before.text.contains("THE EVIDENCE CHANGED"))
        try Incident.small(isDeclared: false).json.write(to: evidence.folder.appending(path: "incident.json"))
        let after = try CommandRun(words, on: evidence)
        #expect(after.status == 0 && after.text.contains("THE EVIDENCE CHANGED"))
        if format == "json" { #expect((after.json?["warnings"] as? [String])?.count == 1) }
    }
}
