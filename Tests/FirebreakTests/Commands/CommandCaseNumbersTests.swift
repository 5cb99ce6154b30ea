import Foundation
import Testing

@Suite("A case counts alike wherever it counts")
struct CommandCaseNumbersTests {
    private static let at = ["--at", "2100-01-01"]

    private func firebreak(_ words: [String], on evidence: Evidence) throws -> CommandRun {
        try CommandRun(words, on: evidence)
    }

    private func json(_ words: [String], on evidence: Evidence) throws -> [String: Any] {
        let run = try CommandRun(words + ["--format", "json"], on: evidence)
        return try #require(run.json, "\(words): \(run.errors)")
    }

    private func live(_ value: Any?) -> Int? { (value as? [String: Any])?["live"] as? Int }

    @Test("Verification, report and engine say the same of what is live after what is verified")
    func verified() throws {
        let evidence = try Evidence(["old.json": ChangedEstate.old, "new.json": ChangedEstate.new])
        _ = try firebreak(["case", "new", "a.case", "old.json"], on: evidence)
        _ = try firebreak(["case", "mark", "a.case", "key-1", "key-2"], on: evidence)
        let verification = try json(["case", "verify", "a.case", "--against", "new.json"] + Self.at, on: evidence)
        let blast = try #require(verification["blast"] as? [String: Any])
        let report = try json(["case", "export", "a.case", "-o", "-"] + Self.at, on: evidence)
        let figures = try #require(report["figures"] as? [String: Int])
        let engine = try json(
            ["blast", "old.json", "--remediate", "key-1", "--remediate", "key-2"] + Self.at, on: evidence)
        let verified = try #require(live(blast["verified"]))
        #expect(verified < live(blast["then"]) ?? 0)
        #expect(figures["verified_live"] == verified && live(engine["counts"]) == verified)
        // The third key is gone too, and nobody planned it.
        #expect((blast["unplanned"] as? [[String: Any]])?.map { $0["id"] as? String } == ["key-3"])
        let table = try firebreak(["case", "verify", "a.case", "--against", "new.json"] + Self.at, on: evidence)
        #expect(table.text.contains("after what is verified of the plan: \(verified) live"))
        #expect(table.text.contains("shown to be over, and not in the plan: token key-3"))
        // A difference has no plan: everything that is shown to be over counts.
        let difference = try json(["diff", "old.json", "new.json"] + Self.at, on: evidence)
        #expect(live((difference["blast"] as? [String: Any])?["now"]) == live(blast["now"]))
        #expect((difference["blast"] as? [String: Any])?["verified"] is NSNull)
    }

    @Test(
        "A slot that is verified as gone is live nowhere any more: not in the report, not in what remains, not in the plan"
    )
    func gone() throws {
        func estate(_ slots: [String]) throws -> Data {
            var incident = Incident()
            incident.declare("web", "repository", "web", ["compromised_from": 100])
            for slot in slots {
                incident.declare(slot, "secret", slot, ["created_at": 50])
                incident.relate("web", "exposes", slot)
            }
            return try incident.json
        }
        let evidence = try Evidence([
            "old.json": estate(["OLD_FTP", "KEEP", "MORE"]), "new.json": estate(["KEEP", "MORE"]),
        ])
        _ = try firebreak(["case", "new", "a.case", "old.json"], on: evidence)
        _ = try firebreak(["case", "mark", "a.case", "OLD_FTP"], on: evidence)
        let planned = try json(["case", "export", "a.case", "-o", "-"], on: evidence)
        let verification = try json(["case", "verify", "a.case", "--against", "new.json"], on: evidence)
        let items = try #require(verification["items"] as? [[String: Any]])
        #expect(items.map { $0["finding"] as? String } == ["gone"])
        let figures = try #require(
            try json(["case", "export", "a.case", "-o", "-"], on: evidence)["figures"] as? [String: Int])
        #expect(figures["live"] == 4 && figures["verified_live"] == 3 && figures["plan_live"] == 3)
        // As long as nothing shows that it is gone, it counts as its kind asks for: it may be filled again.
        #expect((planned["figures"] as? [String: Int])?["plan_live"] == 4)
        let blast = try #require(verification["blast"] as? [String: Any])
        #expect(live(blast["verified"]) == 3 && live(blast["now"]) == 3)
        let place = try firebreak(
            ["show", "--case", "a.case", "--against", "new.json", "--place", "changes:blast"], on: evidence)
        #expect(place.text.contains("now: 3 live") && place.text.contains("plan (1 mark): 3 live"), "\(place.text)")
        #expect(try firebreak(["case", "replay", "a.case"], on: evidence).status == 0)
    }
}

@Suite("What the lists of GitHub show of a plan")
struct CommandGitHubVerificationTests {
    private func directory(_ files: [String: String], _ name: String, in evidence: Evidence) throws {
        for (path, text) in files {
            let file = evidence.folder.appending(path: name).appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    private func findings(_ run: CommandRun) -> [String?] {
        (run.json?["items"] as? [[String: Any]] ?? []).map { $0["finding"] as? String }
    }

    @Test("A token is gone with the only record that names its owner, where its list was read again")
    func token() throws {
        let evidence = try Evidence([:])
        func token(_ number: Int, _ owner: String) -> String {
            """
            {"id":\(number),"owner":{"login":"\(owner)","id":\(number),"type":"User"},"repository_selection":"all",
             "permissions":{"repository":{"contents":"write"}},"access_granted_at":"2025-07-01T09:12:00Z",
             "token_id":\(number),"token_name":"token \(number)","token_expired":false,"token_expires_at":null}
            """
        }
        let path = "orgs/acme/personal-access-tokens.json"
        try directory([path: "[\(token(1, "bot")),\(token(2, "ana"))]"], "old", in: evidence)
        try directory([path: "[\(token(2, "ana"))]"], "new", in: evidence)
        _ = try CommandRun(["case", "new", "a.case", "old"], on: evidence)
        let id = "github.com/acme/personal-access-tokens/1"
        _ = try CommandRun(["case", "mark", "a.case", id], on: evidence)
        let run = try CommandRun(["case", "verify", "a.case", "--against", "new", "--format", "json"], on: evidence)
        #expect(run.status == 0 && findings(run) == ["gone"], "\(run.text) \(run.errors)")
    }

    @Test("A runner that left its list is the one that its runs name, and no new identity")
    func runner() throws {
        let evidence = try Evidence([:])
        func runner(_ number: Int) -> String {
            """
            {"id":\(number),"name":"linux-\(number)","os":"linux","status":"online","busy":false,"ephemeral":false,
             "labels":[{"id":1,"name":"self-hosted","type":"read-only"}]}
            """
        }
        let jobs = """
            {"total_count":1,"jobs":[{"id":11,"run_id":21,"run_attempt":1,"workflow_name":"CI","name":"build",
             "run_url":"https://api.github.com/repos/acme/web/actions/runs/21","head_branch":"main","status":"completed",
             "conclusion":"success","started_at":"2026-03-14T02:04:31Z","completed_at":"2026-03-14T02:12:40Z",
             "labels":["self-hosted"],"runner_id":5,"runner_name":"linux-5","runner_group_id":1,
             "runner_group_name":"Default"}]}
            """
        let (list, history) = ("orgs/acme/actions/runners.json", "repos/acme/web/actions/jobs.json")
        try directory(
            [list: #"{"total_count":2,"runners":[\#(runner(5)),\#(runner(6))]}"#, history: jobs], "old", in: evidence)
        try directory([list: #"{"total_count":1,"runners":[\#(runner(6))]}"#, history: jobs], "new", in: evidence)
        _ = try CommandRun(["case", "new", "a.case", "old"], on: evidence)
        _ = try CommandRun(["case", "mark", "a.case", "github.com/acme/runners/5"], on: evidence)
        let run = try CommandRun(["case", "verify", "a.case", "--against", "new", "--format", "json"], on: evidence)
        #expect(run.status == 0 && findings(run) == ["gone"], "\(run.text) \(run.errors)")
        #expect((run.json?["new_identities"] as? [Any])?.isEmpty == true)
        let difference = try CommandRun(["diff", "old", "new", "--format", "json"], on: evidence)
        let counts = try #require(difference.json?["counts"] as? [String: [String: Int]])
        #expect(counts["relations"]?["only_in_new"] == 0 && counts["relations"]?["only_in_old"] == 0)
        #expect(counts["relations"]?["removed"] == 0 && counts["relations"]?["added"] == 0)
        #expect(counts["entities"]?["delisted"] == 1)
        // The other way round it is the same runner too.
        let back = try CommandRun(["diff", "new", "old", "--format", "json"], on: evidence)
        let changes = (back.json?["entities"] as? [[String: Any]] ?? []).map { $0["change"] as? String }
        #expect(changes == ["changed"], "\(back.text)")
    }
}
