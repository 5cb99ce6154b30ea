import Foundation
import Testing

@testable import firebreak

@Suite("firebreak export")
struct ExportCommandTests {
    @Test(
        "Each format is written whole, says what it holds, and twice the same",
        arguments: [
            "opengraph", "graphml", "dot", "svg", "csv",
        ])
    func formats(format: String) throws {
        let evidence = try Evidence(.small())
        let files = format == "csv" ? ["out.x", "out.relations.x"] : ["out.x"]
        var texts: [[Data]] = []
        for _ in 0..<2 {
            let run = try CommandRun(["export", "incident.json", "--format", format, "-o", "out.x"], on: evidence)
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(run.text.hasPrefix("\(format) out.x"))
            texts.append(try files.map { try Data(contentsOf: evidence.folder.appending(path: $0)) })
        }
        #expect(texts[0] == texts[1] && texts[0].allSatisfy { $0.count > 100 })
        let path = evidence.path("out.x")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let left = try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path)
        #expect(left.sorted() == (files + ["incident.json"]).sorted())
        guard format != "csv" else { return }
        let run = try CommandRun(["export", "incident.json", "--format", format, "-o", "-"], on: evidence)
        #expect(run.status == 0 && run.output == texts[0][0])
    }

    @Test(
        "A case is written as its evidence with what it says of that",
        arguments: ["opengraph", "graphml", "dot", "svg", "csv"])
    func ofCase(format: String) throws {
        let evidence = try Evidence(.small(isDeclared: false))
        for words in [
            ["new", "a.case", "incident.json"], ["declare", "a.case", "build-1@2026-01-01..2026-01-02"],
            ["mark", "a.case", "key-1"], ["set-state", "a.case", "done", "key-1"],
        ] {
            let run = try CommandRun(["case"] + words, on: evidence)
            #expect(run.status == 0, "\(run.errors)")
        }
        let run = try CommandRun(["export", "a.case", "--format", format, "-o", "out.json"], on: evidence)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let text = try String(contentsOfFile: evidence.path("out.json"), encoding: .utf8)
        let declared = ["dot": "declared compromised", "svg": "runner · declared", "graphml": "2026-01-01"]
        let state = ["dot": "remediation done", "svg": "token · done", "opengraph": "\"case_state\":\"done\""]
        #expect(text.contains(declared[format] ?? "2026-01-01T00:00:00Z"))
        #expect(text.contains(state[format] ?? "case_state"))
        guard format == "opengraph" else { return }
        // It reads back with the case's seeds.
        let read = try CommandRun(["blast", "out.json", "--at", "2026-01-10", "--format", "json"], on: evidence)
        let own = try CommandRun(
            ["blast", "incident.json", "--case", "a.case", "--at", "2026-01-10", "--format", "json"], on: evidence)
        #expect(read.text == own.text && read.text.contains("build-1"))
    }

    @Test("An exported graph answers as the one it was made from")
    func answers() throws {
        let evidence = try Evidence(.small())
        _ = try CommandRun(["export", "incident.json", "--format", "opengraph", "-o", "copy.json"], on: evidence)
        for words in [["blast"], ["inventory"], ["path", "--to", "customers"], ["cut", "--to", "customers"]] {
            let rest =
                words.dropFirst() + ["--format", "json"] + (words[0] == "inventory" ? [] : ["--at", "2026-01-10"])
            let runs = try ["incident.json", "copy.json"].map {
                try CommandRun([words[0], $0] + rest, on: evidence)
            }
            #expect(runs[0].status == 0 && runs[1].status == runs[0].status)
            // Paths also say where each step was read.
            if words[0] != "path" { #expect(runs[0].text == runs[1].text) }
        }
    }

    @Test("A filter narrows what is written, and the line says of how much")
    func filter() throws {
        let evidence = try Evidence(.small())
        let run = try CommandRun(
            ["export", "incident.json", "--filter", "kind:token", "--format", "opengraph", "-o", "t.json"], on: evidence
        )
        #expect(run.status == 0 && run.text.contains(" of "))
        let inventory = try CommandRun(["inventory", "t.json", "--format", "json"], on: evidence)
        #expect(!inventory.ids().isEmpty)
        let kinds = (inventory.json?["entities"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } ?? []
        #expect(Set(kinds) == ["token"])
    }

    @Test("A picture is never written under the name of another format; a path from home is that of a shell")
    func names() throws {
        let evidence = try Evidence(.small())
        let run = try CommandRun(["picture", "incident.json", "-o", "q.PNG"], on: evidence)
        #expect(run.status == 2 && run.errors.contains("a picture is SVG"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: evidence.path("q.PNG")))
        #expect(LocalFileWriter.expanded("~/x.csv", home: "/home/x") == "/home/x/x.csv")
        for path in ["~x/y.csv", "a/~/y.csv", "y.csv"] {
            #expect(LocalFileWriter.expanded(path, home: "/home/x") == path)
        }
        #expect(LocalFileWriter.expanded("~/x.csv", home: nil) == "~/x.csv")
    }

    @Test(
        "What cannot be written says why, and leaves what was there",
        arguments: [
            (["--format", "dot", "-o", "incident.json"], "one of the sources"),
            (["--format", "csv", "-o", "-"], "two files"),
            (["--format", "svg", "-o", "none/x.svg"], "its folder is not there: none/x.svg"),
            (["--format", "svg", "-o", "."], "is a folder"),
            (["--format", "opengraph", "-o", "x", "--filter", "kind:"], "filter"),
            (["--format", "pdf", "-o", "x"], "pdf"), (["--format", "dot"], "--output"),
        ])
    func refused(words: [String], reason: String) throws {
        let evidence = try Evidence(.small())
        let before = try Data(contentsOf: evidence.folder.appending(path: "incident.json"))
        let run = try CommandRun(["export", "incident.json"] + words, on: evidence)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains(reason), "\(run.errors)")
        #expect(try Data(contentsOf: evidence.folder.appending(path: "incident.json")) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: evidence.folder.path) == ["incident.json"])
    }

    @Test("Too much to draw is said with its limit and a way out")
    func tooLarge() throws {
        let nodes = (0..<201).map { #"{"id":"t\#($0)","kinds":["token"]}"# }.joined(separator: ",")
        let graph = #"{"graph":{"nodes":[\#(nodes)],"edges":[]}}"#
        let evidence = try Evidence(["g.json": Data(graph.utf8)])
        let run = try CommandRun(["export", "g.json", "--format", "svg", "-o", "g.svg"], on: evidence)
        #expect(run.status == 2 && run.errors.contains("201 entities") && run.errors.contains("--filter"))
        let part = try CommandRun(
            ["export", "g.json", "--format", "svg", "--filter", "id:t1*", "-o", "g.svg"], on: evidence)
        #expect(part.status == 0, "\(part.errors)")
    }
}
