import Foundation
import Testing

@Suite("Short ids on the command line")
struct CommandShortIDTests {
    /// The short ids of the incident, by id.
    private static func shorts(on evidence: Evidence) throws -> [String: String] {
        let run = try CommandRun(["inventory", "incident.json", "--format", "json"], on: evidence)
        let entities = run.json?["entities"] as? [[String: Any]] ?? []
        #expect(entities.count == 12)
        return Dictionary(
            uniqueKeysWithValues: entities.compactMap { entity in
                guard let id = entity["id"] as? String, let short = entity["short_id"] as? String else { return nil }
                return (id, short)
            })
    }

    @Test("An entity goes by its short id wherever it is named")
    func named() throws {
        let evidence = try Evidence(.small())
        let shorts = try Self.shorts(on: evidence)
        let (key, runner) = (try #require(shorts["key-1"]), try #require(shorts["build-1"]))
        let customers = try #require(shorts["customers"])
        let spelled = "\(key.prefix(1).uppercased())-\(key.dropFirst().uppercased())"
        for text in [key, spelled] {
            let run = try CommandRun(["show", "incident.json", "--entity", text, "--format", "json"], on: evidence)
            #expect((run.json?["entity"] as? [String: Any])?["id"] as? String == "key-1", "\(run.errors)")
        }
        let impact = try CommandRun(["impact", "incident.json", "--entity", key], on: evidence)
        #expect(impact.status == 0 && impact.text.contains("revoking token deploy key"))
        let seed = "\(runner)@2026-01-01T00:00:00Z..2026-01-02T00:00:00Z"
        let words = ["incident.json", "--at", "2026-01-10", "--format", "json"]
        let byShort = try CommandRun(["blast"] + words + ["--from", seed], on: evidence)
        let declared = try CommandRun(["blast"] + words, on: evidence)
        #expect(byShort.status == 0 && byShort.output == declared.output)
        let path = try CommandRun(["path", "incident.json", "--to", customers], on: evidence)
        #expect(path.status == 0 && path.text.contains("resource customer data"))
        let place = try CommandRun(["show", "incident.json", "--place", "entity:\(key)"], on: evidence)
        #expect(place.status == 0 && place.text.contains("deploy key"), "\(place.errors)")
        for words in [["case", "new", "a.case", "incident.json"], ["case", "mark", "a.case", key]] {
            #expect(try CommandRun(words, on: evidence).status == 0)
        }
        #expect(try CommandRun(["case", "journal", "a.case"], on: evidence).text.contains("key-1"))
    }

    @Test("Every command, place and export gives an entity the same one")
    func same() throws {
        let evidence = try Evidence(.small())
        let shorts = try Self.shorts(on: evidence)
        func check(_ object: Any?) {
            if let list = object as? [Any] { list.forEach(check) }
            guard let object = object as? [String: Any] else { return }
            object.values.forEach(check)
            guard let id = object["id"] as? String, let short = object["short_id"] as? String else { return }
            seen += 1
            #expect(shorts[id] == short)
        }
        var seen = 0
        let at = ["--at", "2026-01-10", "--format", "json"]
        for words in [
            ["show", "incident.json", "--entity", "deploy", "--format", "json"], ["blast", "incident.json"] + at,
            ["path", "incident.json", "--to", "customers", "--format", "json"],
            ["impact", "incident.json", "--entity", "key-1", "--format", "json"],
            ["cut", "incident.json", "--to", "customers"] + at,
            ["chokepoints", "incident.json", "--crown-jewels", "--format", "json"],
            ["plan", "incident.json", "--remediate", "key-1"] + at,
            ["show", "incident.json", "--place", "inventory", "--format", "json"],
            ["show", "incident.json", "--place", "blast"] + at,
        ] {
            let before = seen
            check(try CommandRun(words, on: evidence).json)
            #expect(seen > before, "\(words)")
        }
        let key = try #require(shorts["key-1"])
        for words in [
            ["inventory", "incident.json"], ["inventory", "incident.json", "--format", "csv"],
            ["blast", "incident.json", "--at", "2026-01-10"],
            ["blast", "incident.json", "--at", "2026-01-10", "--format", "csv"],
            ["plan", "incident.json", "--remediate", "key-1", "--at", "2026-01-10"],
            ["plan", "incident.json", "--remediate", "key-1", "--at", "2026-01-10", "--format", "markdown"],
            ["plan", "incident.json", "--remediate", "key-1", "--at", "2026-01-10", "--format", "csv"],
            ["show", "incident.json", "--entity", "key-1"],
            ["export", "incident.json", "--format", "opengraph", "-o", "-"],
            ["export", "incident.json", "--format", "graphml", "-o", "-"],
        ] {
            #expect(try CommandRun(words, on: evidence).text.contains(key), "\(words)")
        }
    }

    @Test("The report of a case has it in its tables of entities")
    func report() throws {
        let evidence = try Evidence(.small())
        let key = try #require(try Self.shorts(on: evidence)["key-1"])
        for words in [["case", "new", "a.case", "incident.json"], ["case", "mark", "a.case", "key-1"]] {
            #expect(try CommandRun(words, on: evidence).status == 0)
        }
        for format in ["markdown", "html", "json"] {
            let run = try CommandRun(["case", "export", "a.case", "--format", format, "-o", "-"], on: evidence)
            #expect(run.text.contains(key), "\(format) \(run.errors)")
        }
    }

    @Test("One that several have is refused with all of them, and an unknown one is not taken for another")
    func ambiguous() throws {
        var incident = Incident.small()
        // Found by trying: their digits differ from the fifth on.
        for id in ["github.com/acme/t717", "github.com/acme/t832"] { incident.declare(id, "token", id) }
        let evidence = try Evidence(incident)
        let run = try CommandRun(["show", "incident.json", "--entity", "t2jp3"], on: evidence)
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("'t2jp3' is the short id of 2"))
        #expect(run.errors.contains("t2jp3z  github.com/acme/t717"), "\(run.errors)")
        #expect(run.errors.contains("t2jp3m  github.com/acme/t832"), "\(run.errors)")
        let place = try CommandRun(["show", "incident.json", "--place", "entity:t2jp3"], on: evidence)
        #expect(place.status == 2 && place.errors.contains("'t2jp3' is the short id of 2"))
        let longer = try CommandRun(["show", "incident.json", "--entity", "t2jp3m"], on: evidence)
        #expect(longer.status == 0 && longer.text.contains("github.com/acme/t832"))
        let unknown = try CommandRun(["show", "incident.json", "--entity", "t2jp4"], on: evidence)
        #expect(unknown.status == 2 && unknown.errors.contains("nothing is called 't2jp4'"))
    }

    @Test("What an export writes of it is no attribute when it is read again", arguments: ["csv", "opengraph"])
    func readAgain(format: String) throws {
        let evidence = try Evidence(.small())
        let file = format == "csv" ? "out.csv" : "out.json"
        let run = try CommandRun(["export", "incident.json", "--format", format, "-o", file], on: evidence)
        #expect(run.status == 0, "\(run.errors)")
        let exported = evidence.folder.appending(path: file)
        #expect(String(decoding: try Data(contentsOf: exported), as: UTF8.self).contains("firebreak_short_id"))
        let again = try CommandRun(["inventory", file, "--format", "json"], on: evidence)
        let entities = again.json?["entities"] as? [[String: Any]] ?? []
        #expect(entities.count == 12)
        for entity in entities {
            #expect((entity["attributes"] as? [String: Any])?["firebreak_short_id"] == nil)
        }
    }
}
