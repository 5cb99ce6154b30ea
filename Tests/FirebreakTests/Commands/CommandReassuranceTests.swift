import Foundation
import Testing

@Suite("What would reassure wrongly is said on the command line")
struct CommandReassuranceTests {
    @Test("A case without evidence opens on nothing else, and says so when it is made")
    func noEvidence() throws {
        let evidence = try Evidence(.small())
        let made = try CommandRun(["case", "new", "night.case"], on: evidence)
        #expect(made.status == 0 && made.text.contains("none yet: firebreak case add night.case SOURCE"))
        for line in [
            ["--case", "night.case"], ["show", "--case", "night.case", "--place", "blast"], ["plan", "night.case"],
            ["export", "night.case", "--format", "dot", "-o", "-"],
        ] {
            let run = try CommandRun(line, on: evidence)
            #expect(run.status == 2 && run.output.isEmpty, "\(line): \(run.text)")
            #expect(run.errors.contains("night.case has no evidence yet"), "\(run.errors)")
        }
        let named = try CommandRun(["show", "incident.json", "--case", "night.case", "--place", "blast"], on: evidence)
        #expect(named.status == 0)
    }

    @Test(
        "A mistyped source is bad input before anything is answered or written",
        arguments: [
            "blast incident.json nofile.json", "import incident.json nofile.json -o out.firebreak",
            "case new q.case incident.json nofile.json", "inventory nofile.json incident.json",
        ])
    func mistyped(line: String) throws {
        let evidence = try Evidence(.small())
        let run = try CommandRun(line.split(separator: " ").map(String.init), on: evidence)
        #expect(run.status == 2 && run.output.isEmpty, "\(run.text)")
        #expect(run.errors.contains("nofile.json: nothing is there"), "\(run.errors)")
        for name in ["out.firebreak", "q.case"] {
            #expect(!FileManager.default.fileExists(atPath: evidence.path(name)))
        }
    }

    @Test("What a filter passes over stands on standard error, beside an answer that stays as it is")
    func gaps() throws {
        let never = try CommandRun(
            ["inventory", "incident.json", "--filter", "kind:token used:never", "--format", "json"],
            on: Evidence(.small()))
        #expect(never.status == 0 && never.ids().sorted() == ["twin-1", "twin-2"])
        #expect(never.errors.contains("1 of 3 such have a recorded use"), "\(never.errors)")
        let agents = try CommandRun(["inventory", "incident.json", "--filter", "kind:agent"], on: Evidence(.small()))
        #expect(agents.errors.contains("the sources name no agents"), "\(agents.errors)")
    }

    @Test("A plan, its runbook and a cut say that the slot of what is revoked is still held")
    func openSlot() throws {
        var incident = Incident.small()
        incident.declare("build-2", "runner", "build-2", ["compromised_from": "2026-01-01T00:00:00Z"])
        incident.relate("build-2", "serves", "deploy")
        let evidence = try Evidence(incident)
        let words = "its slot AWS_KEY is still held: a new value would be too; take job deploy first"
        let plan = "plan incident.json --at 2026-01-10 --disable key-1 --format"
        for format in ["table", "markdown"] {
            let run = try CommandRun(plan.split(separator: " ").map(String.init) + [format], on: evidence)
            #expect(run.text.replacing("\\", with: "").contains(words), "\(format): \(run.text)")
        }
        let json = try CommandRun(plan.split(separator: " ").map(String.init) + ["json"], on: evidence)
        let item = (json.json?["items"] as? [[String: Any]])?.first
        #expect(item?["open_slots"] as? [String] == ["AWS_KEY"])
        let cut = try CommandRun(["cut", "incident.json", "--at", "2026-01-10", "--to", "customers"], on: evidence)
        #expect(cut.status == 0 && cut.text.contains(words), "\(cut.text)")
    }

    @Test("A cut is said to hold as long as guards do, where a target opens if one fails")
    func guarded() throws {
        let line = "cut incident.json --at 2026-01-01T02:05Z --to customers --to production"
        let run = try CommandRun(line.split(separator: " ").map(String.init), on: Evidence(.small()))
        #expect(run.text.contains("as long as guards hold"), "\(run.text)")
        #expect(run.text.contains("environment production opens if a guard fails"), "\(run.text)")
        let json = try CommandRun(
            (line + " --format json").split(separator: " ").map(String.init), on: Evidence(.small()))
        #expect(json.ids("conditional") == ["production"])
    }

    @Test("A slot that ended says that its value works, and what ended it")
    func ended() throws {
        let evidence = try Evidence(.small())
        let table = try CommandRun(["blast", "incident.json", "--at", "2026-01-10"], on: evidence)
        let line = table.text.split(separator: "\n").first { $0.contains(" AWS_KEY ") }
        #expect(line?.contains("2026-01-01 02:10; value live") == true, "\(table.text)")
        let path = try CommandRun(["path", "incident.json", "--at", "2026-01-10", "--to", "AWS_KEY"], on: evidence)
        #expect(path.text.contains("ended with run deploy #1"), "\(path.text)")
        #expect(path.text.contains("what it held: deploy key, live"), "\(path.text)")
    }

    @Test("A runner that is taken back breaks no job for a credential, and says which run on it")
    func users() throws {
        let run = try CommandRun(["impact", "incident.json", "--entity", "build-1"], on: Evidence(.small()))
        #expect(run.text.contains("breaks 0 jobs"))
        #expect(run.text.contains("1 job runs on it, in 1 recorded run, and does without it meanwhile"), "\(run.text)")
    }
}
