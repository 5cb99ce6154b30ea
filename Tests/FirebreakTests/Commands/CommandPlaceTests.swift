import Foundation
import Testing

@Suite("Places, pictures and scripts from the command line")
struct CommandPlaceTests {
    @Test("show --place prints a place in words and in JSON, and refuses what there is not")
    func place() throws {
        let evidence = try Evidence(.small())
        let text = try CommandRun(
            ["show", "incident.json", "--place", "blast?query=kind:token", "--at", "2026-01-10"], on: evidence)
        #expect(text.status == 0 && text.errors.isEmpty)
        #expect(
            text.text.contains(
                "1 of 1: token deploy key, identity plane, held since 2026-01-01 02:00Z, live, used since"))
        #expect(text.text.contains("rollback only: 5 live"))
        let json = try CommandRun(
            ["show", "incident.json", "--place", "blast", "--at", "2026-01-10", "--limit", "2", "--format", "json"],
            on: evidence)
        #expect(json.json?["schema"] as? String == "firebreak.place/1")
        #expect(json.json?["total"] as? Int == 10 && (json.json?["rows"] as? [Any])?.count == 2)
        let refusals: [([String], String)] = [
            (["--place", "nowhere"], "is no view"), (["--place", "path:token:nobody"], "nothing is called"),
            (["--place", "path:token:twin"], "name one by its id"),
            (["--place", "blast:nothing"], "one of: everything"),
            (["--place", "blast?query=owner:"], "the filter cannot be read"),
            (["--place", "blast?sort=x"], "no column"),
            (["--place", "blast?at=soon"], "is not a time"), (["--place", "blast", "--limit", "-1"], "--limit"),
            (["--place", "blast", "--entity", "web"], "one of --entity"), ([], "one of --entity"),
            (["--place", "blast", "--from", "nobody"], "nothing is called"),
        ]
        for (words, reason) in refusals {
            let run = try CommandRun(["show", "incident.json"] + words, on: evidence)
            #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(reason), "\(words): \(run.errors)")
        }
    }

    @Test("--from declares, for a place, what the sources do not")
    func declared() throws {
        let evidence = try Evidence(.small(isDeclared: false))
        let run = try CommandRun(
            [
                "show", "incident.json", "--place", "blast", "--at", "2026-01-10", "--from",
                "runner:build-1@2026-01-01..2026-01-02",
            ], on: evidence)
        #expect(run.text.contains("given at the start") && run.text.contains("10 rows"))
    }

    @Test("A picture is written as SVG, to a file or to standard output")
    func picture() throws {
        let evidence = try Evidence(.small())
        let words = ["picture", "incident.json", "--place", "blast", "--at", "2026-01-10", "--size", "100x30"]
        let file = try CommandRun(words + ["-o", "blast.svg"], on: evidence)
        #expect(file.status == 0 && file.output.isEmpty)
        let stream = try CommandRun(words + ["-o", "-"], on: evidence)
        #expect(try Data(contentsOf: evidence.folder.appending(path: "blast.svg")) == stream.output)
        #expect(stream.text.hasPrefix("<svg") && stream.text.contains("deploy key"))
        let marked = try CommandRun(words + ["--keys", " ", "--background", "dark", "-o", "-"], on: evidence)
        #expect(marked.text.contains("plan (1 mark)") && !marked.text.contains("prefers-color-scheme"))
        for (more, reason) in [
            (["--size", "wide", "-o", "-"], "no size"), (["--keys", "<Nokey>", "-o", "-"], "no key"),
            (["-o", "no/such/folder/x.svg"], "No such file"), (["--theme", "none", "-o", "-"], "no theme"),
        ] {
            let run = try CommandRun(words + more, on: evidence)
            #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(reason), "\(more): \(run.errors)")
        }
    }

    @Test("A script ends with 0 when all is as written, and with 1 and the difference when not")
    func script() throws {
        let incident = try Incident.small().json
        let evidence = try Evidence([
            "incident.json": incident, "good.keys": Data("at 2026-01-10\npress b\nexpect deploy key\n".utf8),
            "bad.keys": Data("at 2026-01-10\npress b\nreject deploy key\n".utf8), "odd.keys": Data("dance\n".utf8),
            "new.keys": Data("at 2026-01-10\nsize 40x10\npress b\nscreen\n".utf8),
        ])
        let good = try CommandRun(["script", "good.keys", "incident.json"], on: evidence)
        #expect(good.status == 0 && good.text == "1 check: all as written\n")
        let bad = try CommandRun(["script", "bad.keys", "incident.json"], on: evidence)
        #expect(bad.status == 1 && bad.text.contains("bad.keys, line 3: the screen holds: deploy key"))
        #expect(bad.text.contains("\n|"))
        let odd = try CommandRun(["script", "odd.keys", "incident.json"], on: evidence)
        #expect(odd.status == 2 && odd.errors.contains("odd.keys, line 1: "))
        #expect(try CommandRun(["script", "none.keys", "incident.json"], on: evidence).status == 2)
        #expect(try CommandRun(["script", "new.keys", "incident.json"], on: evidence).status == 1)
        #expect(try CommandRun(["script", "new.keys", "incident.json", "--record"], on: evidence).status == 0)
        #expect(try CommandRun(["script", "new.keys", "incident.json"], on: evidence).status == 0)
    }
}
