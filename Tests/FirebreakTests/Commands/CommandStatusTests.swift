import Foundation
import Testing

@Suite("Exit status and diagnostics")
struct CommandStatusTests {
    @Test(
        "Bad usage is 2, and says why on standard error alone",
        arguments: [
            ("inventory incident.json --bogus", "--bogus"), ("inventory", "name a source"), ("blast", "name a source"),
            ("path --to customers", "name a source"), ("import", "name a source"), ("show incident.json", "--entity"),
            ("path incident.json", "--to"), ("inventory incident.json --sort colour", "no column 'colour'"),
            ("inventory incident.json --limit -1", "--limit"),
            ("blast incident.json --at teatime", "'teatime' is not a time"),
            ("inventory incident.json --filter kind:", "the filter cannot be read"),
            ("blast incident.json --from nobody", "nothing is called 'nobody'"),
            ("show incident.json --entity beast:x", "'beast' is no kind"),
            ("blast incident.json --sever deploy,AWS_KEY", "is not FROM,RELATION,TO"),
            ("blast incident.json --sever web,reads,AWS_KEY", "no relation matches"),
            ("blast incident.json --rollback --rollback-at soon", "--rollback-at"),
            ("cut incident.json", "--crown-jewels"), ("cut incident.json --to nobody", "nothing is called 'nobody'"),
            ("cut incident.json --to web --cost gold", "gold"),
            ("chokepoints incident.json --to nobody", "nothing is called 'nobody'"),
            ("incident.json --theme beige", "no theme 'beige'"), ("no-such-command", "no-such-command"),
        ])
    func badUsage(line: String, reason: String) throws {
        let run = try CommandRun(line.split(separator: " ").map(String.init), on: Evidence(.small()))
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(reason), "\(run.errors)")
    }

    @Test("A name that several have lists them, and an id settles it")
    func ambiguous() throws {
        let evidence = try Evidence(.small())
        let run = try CommandRun(["impact", "incident.json", "--entity", "token:twin"], on: evidence)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("twin-1") && run.errors.contains("twin-2"))
        #expect(try CommandRun(["impact", "incident.json", "--entity", "twin-2"], on: evidence).status == 0)
    }

    @Test(
        "A missing file is bad input, among good ones too: nothing is answered",
        arguments: ["inventory", "blast", "import"])
    func missing(command: String) throws {
        let evidence = try Evidence(.small())
        let some = try CommandRun([command, "incident.json", "absent.json"], on: evidence)
        #expect(some.status == 2 && some.output.isEmpty)
        #expect(some.errors.contains("absent.json"))
        let none = try CommandRun([command, "absent.json", "gone.json"], on: evidence)
        #expect(none.status == 2)
        for name in ["absent.json", "gone.json"] { #expect((none.text + none.errors).contains(name)) }
    }

    @Test(
        "A file that cannot be read gives a line with the place, and the rest is read",
        arguments: [
            ("broken.json", Data("{\"graph\": nope}".utf8), "line 1, column 11"),
            ("truncated.json", Data("{\"graph\":{\"nodes\":[\n{\"id\":\"a\"".utf8), "line 2"),
            ("empty.json", Data(), "empty"), ("binary.json", Data([0x89, 0x50, 0x4E, 0, 0, 0xFF]), "not a text file"),
            ("odd.json", Data("{\"graph\":{\"nodes\":[{\"id\":\"".utf8) + Data([0xFF, 0x22, 0x7D]), "odd.json"),
            ("deep.json", Data(String(repeating: "[", count: 200_000).utf8), "deep.json"),
        ])
    func unreadable(name: String, content: Data, place: String) throws {
        let evidence = try Evidence(["incident.json": Incident.small().json, name: content])
        let mixed = try CommandRun(["blast", "incident.json", name, "--format", "json"], on: evidence)
        #expect(mixed.status == 0)
        #expect(mixed.json != nil)
        #expect(mixed.errors.contains(name) && mixed.errors.contains(place), "\(mixed.errors)")
        let alone = try CommandRun(["blast", name], on: evidence)
        #expect(alone.status == 2 && alone.output.isEmpty)
        #expect(alone.errors.contains(name) && alone.errors.contains(place), "\(alone.errors)")
    }

    @Test("A folder without anything to read is named")
    func emptyFolder() throws {
        let evidence = try Evidence([:])
        try FileManager.default.createDirectory(
            at: evidence.folder.appending(path: "nothing"), withIntermediateDirectories: true)
        let run = try CommandRun(["inventory", "nothing"], on: evidence)
        #expect(run.status == 2)
        #expect(run.errors.contains("nothing: no file in it can be read"), "\(run.errors)")
    }

    @Test("Import says what each file gave; --strict fails when something was passed over")
    func strict() throws {
        let evidence = try Evidence(["incident.json": Incident.small().json, "broken.json": Data("{".utf8)])
        let good = try CommandRun(["import", "incident.json", "--strict"], on: evidence)
        #expect(good.status == 0)
        #expect(good.text.contains("incident.json: BloodHound OpenGraph"))
        #expect(good.text.contains("total: 12 entities, 9 relations"))
        let bad = try CommandRun(["import", "incident.json", "broken.json", "--strict"], on: evidence)
        #expect(bad.status == 2)
        #expect(bad.text.contains("broken.json: ") && bad.errors.contains("--strict"))
    }

    @Test("A filter that leaves nothing because of a name that nothing has says so")
    func hint() throws {
        let run = try CommandRun(["inventory", "incident.json", "--filter", "token:jenkins"], on: Evidence(.small()))
        #expect(run.status == 0)
        #expect(run.errors.contains("write kind:token jenkins"), "\(run.errors)")
        let found = try CommandRun(["inventory", "incident.json", "--filter", "kind:token"], on: Evidence(.small()))
        #expect(found.errors.isEmpty, "\(found.errors)")
    }

    @Test("Files of a folder that no reader knows are named by import, on the start, and with every answer")
    func passedOver() throws {
        let evidence = try Evidence([
            "incident.json": Incident.small().json, "iam.json": Data("{\"Users\":[]}".utf8),
            "report.csv": Data("user,arn\nx,y\n".utf8),
        ])
        let read = try CommandRun(["import", ".", "-o", "x.firebreak"], on: evidence)
        for name in ["iam.json: not read", "report.csv: not read", "blind: files of unknown kinds: 2"] {
            #expect(read.text.contains(name), "\(read.text)")
        }
        try FileManager.default.createDirectory(
            at: evidence.folder.appending(path: "empty"), withIntermediateDirectories: true)
        for sources in [["incident.json", "iam.json", "report.csv"], ["x.firebreak"]] {
            let start = try CommandRun(["show"] + sources + ["--place", "start"], on: evidence)
            for name in ["iam.json", "report.csv"] {
                #expect(start.text.contains("not read, \(name)"), "\(start.text)")
            }
            #expect(start.text.contains("2 files of unknown kinds"), "\(start.text)")
        }
        let empty = try CommandRun(["show", "incident.json", "empty", "--place", "start"], on: evidence)
        #expect(empty.text.contains("empty: no file in it can be read"), "\(empty.text)")
    }

    @Test("Without arguments and terminal the bundled incident is summed up")
    func bundled() throws {
        let run = try CommandRun([], on: Evidence([:]))
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let sections = ["northwind", "compromised: ", "Identities inherited", "Still live", "Revoke first", "blind"]
        let places = sections.compactMap { run.text.range(of: $0)?.lowerBound }
        #expect(places.count == sections.count)
        #expect(places == places.sorted())
        #expect(run.text.contains("rollback only: "))
        #expect(run.text.contains("to open it, run in a terminal: firebreak\n"))
    }

    @Test("Sources are quoted in the command that opens the console")
    func quoted() throws {
        let evidence = try Evidence(["it's here.json": Incident.small().json])
        let run = try CommandRun(["it's here.json"], on: evidence)
        #expect(run.status == 0)
        #expect(run.text.contains("firebreak 'it'\\''s here.json'\n"), "\(run.text.suffix(200))")
    }
}
