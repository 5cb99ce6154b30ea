import Foundation
import Testing

@Suite("Plans and runbooks on the command line")
struct CommandPlanTests {
    private func run(_ line: String, on evidence: Evidence? = nil, _ more: [String] = []) throws -> CommandRun {
        let words = line.split(separator: " ").map(String.init)
        return try CommandRun(
            [words[0], "incident.json"] + words.dropFirst() + more, on: try evidence ?? Evidence(.small()))
    }

    @Test("A plan names its items in order, with the figures that blast gives")
    func figures() throws {
        let plan = try run("plan --at 2026-01-10 --remediate key-1 --format json")
        #expect(plan.status == 0 && plan.errors.isEmpty)
        #expect(plan.json?["schema"] as? String == "firebreak.plan/1")
        #expect(plan.ids("items") == ["key-1"])
        let counts = try #require(plan.json?["counts"] as? [String: Any])
        let before = try #require(try run("blast --at 2026-01-10 --format json").json?["counts"] as? [String: Any])
        let after = try run("blast --at 2026-01-10 --remediate key-1 --format json")
        #expect(counts["live"] as? Int == before["live"] as? Int)
        #expect(counts["after_plan"] as? Int == (after.json?["counts"] as? [String: Any])?["live"] as? Int)
        #expect(plan.ids("still_live").count == counts["after_plan"] as? Int)
        let item = try #require((plan.json?["items"] as? [[String: Any]])?.first)
        #expect(item["breaks"] as? Int == 1 && item["used_since"] as? Bool == true && item["step"] as? Int == 1)
        #expect((item["steps"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test(
        "Every form says the same items; two runs give the same bytes",
        arguments: ["table", "json", "csv", "markdown", "sh"])
    func forms(format: String) throws {
        let line = "plan --at 2026-01-10 --remediate key-1 --remediate build-1 --format \(format)"
        let first = try run(line)
        #expect(first.status == 0)
        #expect(first.text.contains("deploy key") && first.text.contains("build-1"))
        #expect(try run(line).output == first.output)
    }

    @Test("The marks of a case are the plan, on its own evidence, each with its state")
    func ofCase() throws {
        let evidence = try Evidence(.small())
        #expect(try CommandRun(["case", "new", "case.db", "incident.json"], on: evidence).status == 0)
        #expect(try CommandRun(["case", "mark", "case.db", "key-1"], on: evidence).status == 0)
        let plan = try CommandRun(["plan", "case.db", "--at", "2026-01-10", "--format", "json"], on: evidence)
        #expect(plan.status == 0, "\(plan.errors)")
        #expect(plan.ids("items") == ["key-1"])
        let beside = try run("plan --case case.db --at 2026-01-10 --format json", on: evidence)
        #expect(beside.output == plan.output)
        let item = try #require((plan.json?["items"] as? [[String: Any]])?.first)
        #expect(item["state"] as? String == "proposed" && item["decided_at"] is Int)
        let more = try run("plan --case case.db --at 2026-01-10 --remediate twin-1 --format json", on: evidence)
        #expect(Set(more.ids("items")) == ["key-1", "twin-1"])
    }

    @Test("A relation that is ended is named, with how")
    func severed() throws {
        let plan = try run("plan --at 2026-01-10 --sever deploy,reads,AWS_KEY --format json")
        let relation = try #require((plan.json?["relations"] as? [[String: Any]])?.first)
        #expect(relation["from"] as? String == "deploy" && relation["to"] as? String == "AWS_KEY")
        #expect((relation["how"] as? String)?.isEmpty == false)
    }

    @Test("A plan of nothing says so")
    func empty() throws {
        #expect(try run("plan --at 2026-01-10").text.contains("nothing is planned"))
        #expect(try run("plan --at 2026-01-10 --format sh").text.contains("Nothing is planned."))
    }

    @Test("A relation of a case has its state in every form, and is over once evidence shows it")
    func relations() throws {
        let evidence = try Evidence(.small())
        func firebreak(_ words: String...) throws -> CommandRun {
            let run = try CommandRun(words, on: evidence)
            #expect(run.status == 0, "\(words): \(run.errors)")
            return run
        }
        _ = try firebreak("case", "new", "case.db", "incident.json")
        _ = try firebreak("case", "mark", "case.db", "key-1", "--sever", "deploy,reads,AWS_KEY")
        func forms() throws -> [String] {
            try ["table", "markdown", "sh", "csv"].map {
                try firebreak("plan", "case.db", "--at", "2026-01-10", "--format", $0).text
            }
        }
        let proposed = try forms()
        for text in proposed.prefix(3) { #expect(text.contains("1 item and 1 relation, 2 still to be done")) }
        for text in proposed.prefix(2) {
            #expect(text.replacing("\\", with: "").contains("end (proposed): job deploy"))
        }
        #expect(proposed[2].contains("tell 'end job deploy ") && proposed[2].contains("\nmanual 'by hand'\n"))
        #expect(proposed[3].contains("end,proposed,relation,"))
        _ = try firebreak("case", "set-state", "case.db", "done", "--sever", "deploy,reads,AWS_KEY")
        let done = try forms()
        for text in done.prefix(3) {
            #expect(text.contains("1 item and 1 relation, 1 still to be done"))
            #expect(text.replacing("\\", with: "").contains("ended (done): job deploy"))
        }
        #expect(!done[2].contains("tell 'end job deploy ") && done[3].contains("end,done,relation,"))
        let json = try firebreak("plan", "case.db", "--at", "2026-01-10", "--format", "json").json
        let relation = try #require((json?["relations"] as? [[String: Any]])?.first)
        #expect(relation["state"] as? String == "done" && relation["decided_at"] is Int)
        let counts = try #require(json?["counts"] as? [String: Any])
        #expect(counts["relations"] as? Int == 1 && counts["open_relations"] as? Int == 0)
    }

    @Test("A plan of a case names the case and how far its journal is, in every form")
    func head() throws {
        let evidence = try Evidence(.small())
        #expect(try CommandRun(["case", "new", "case.db", "incident.json"], on: evidence).status == 0)
        #expect(try CommandRun(["case", "mark", "case.db", "key-1"], on: evidence).status == 0)
        let info = try CommandRun(["case", "info", "case.db", "--format", "json"], on: evidence).json
        let (identifier, head) = (
            try #require(info?["identifier"] as? String), try #require(info?["head"] as? String)
        )
        for format in ["table", "json", "csv", "markdown", "sh"] {
            let plan = try CommandRun(["plan", "case.db", "--at", "2026-01-10", "--format", format], on: evidence)
            // A script breaks its lines.
            #expect(plan.text.contains(identifier) && plan.text.contains(head), "\(format)")
        }
        let without = try run("plan --at 2026-01-10 --remediate key-1 --format json")
        #expect(without.json?["case"] is NSNull)
    }
}
