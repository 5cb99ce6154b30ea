import Foundation
import Testing

@Suite("Questions on the command line")
struct CommandReachTests {
    /// What is live on 2026-01-10 by default.
    private static let live = [Incident.role, "ci.yml", "customers", "key-1", "web"]

    private func blast(_ arguments: String...) throws -> (run: CommandRun, live: [String]) {
        let run = try CommandRun(
            ["blast", "incident.json", "--format", "json"] + arguments, on: Evidence(.small()))
        let entities = run.json?["entities"] as? [[String: Any]] ?? []
        let sure = entities.filter { $0["conditional"] as? Bool == false }
        let live = sure.filter { $0["live"] as? Bool == true }.compactMap { $0["id"] as? String }
        return (run, live.sorted())
    }

    @Test("The moment decides what is live, and can be told from now")
    func moment() throws {
        #expect(try blast("--at", "2026-01-10").live == Self.live)
        #expect(try blast("--at", "2026-01-01T02:05Z").live.count == 9)
        #expect(try blast("--at=1767225600").live == ["build-1"])
        let before = Int(Date().timeIntervalSince1970) - 6 * 3600
        let relative = try blast("--at", "-6h").run
        let after = Int(Date().timeIntervalSince1970) - 6 * 3600
        #expect((before...after).contains(relative.json?["at"] as? Int ?? 0))
    }

    @Test(
        "A seed is an entity, and over which time",
        arguments: [
            ("key-1", nil, nil), ("token:deploy key", nil, nil),
            ("key-1@2026-01-01..2026-01-02", 1_767_225_600, 1_767_312_000),
            (Incident.role, nil, nil), ("\(Incident.role)@2026-01-01", 1_767_225_600, nil),
            ("\(Incident.role)@2026-01-01T00:00:00Z..2026-01-02T00:00:00Z", 1_767_225_600, 1_767_312_000),
            ("service_account:deployer@..2026-01-02", nil, 1_767_312_000),
        ] as [(String, Int?, Int?)])
    func seed(text: String, from: Int?, until: Int?) throws {
        let run = try blast("--from", text, "--at", "2026-01-10").run
        #expect(run.status == 0, "\(run.errors)")
        let seeds = try #require(run.json?["seeds"] as? [[String: Any]])
        #expect(seeds.count == 1)
        #expect(seeds.first?["id"] as? String == (text.contains("key") ? "key-1" : Incident.role))
        #expect(seeds.first?["from"] as? Int == from)
        #expect(seeds.first?["until"] as? Int == until)
    }

    @Test("Severing, revoking, cleaning up and rolling back close what they should, at their time")
    func remedies() throws {
        let at = ["--at", "2026-01-10"]
        let severed = try blast("--sever", "\(Incident.role),can_write,web@2026-01-01T01:00Z", at[0], at[1]).live
        #expect(severed == [Incident.role, "customers", "key-1"])
        #expect(try blast("--sever", "\(Incident.role),can_write,web@2026-01-05", at[0], at[1]).live == Self.live)
        #expect(try blast("--sever", "\(Incident.role),can_access,customers", at[0], at[1]).live.count == 4)
        #expect(try blast("--disable", "token:deploy key", at[0], at[1]).live == ["ci.yml", "web"])
        #expect(try blast("--remediate", "key-1@2026-01-01T01:00Z", at[0], at[1]).live == [])
        #expect(try blast("--rollback", at[0], at[1]).live == Self.live)
        let both = try blast("--rollback", "--disable", "key-1", at[0], at[1]).live
        #expect(both == [])
        #expect(try blast("--cleanse", "web", "--disable", "key-1", at[0], at[1]).live == [])
    }

    @Test("Timeless, guards, planes and evidence choose what may be crossed")
    func lenses() throws {
        let timeless = try blast("--timeless").run
        #expect(timeless.json?["timeless"] as? Bool == true)
        #expect(timeless.ids().count == 10)
        #expect(try blast("--timeless", "--remediate", "AWS_KEY").run.ids().contains("key-1") == false)
        let guarded = try blast("--at", "2026-01-10").run.json?["counts"] as? [String: Any]
        #expect(guarded?["conditional"] as? Int == 1)
        #expect(guarded?["reached"] as? Int == 9)
        let failing = try blast("--guards", "fail").run.json?["counts"] as? [String: Any]
        #expect(failing?["conditional"] as? Int == 0)
        #expect(failing?["reached"] as? Int == 10)
        #expect(try blast("--plane", "identity").run.ids().contains("web") == false)
        #expect(try blast("--plane", "integrity").run.ids() == ["build-1"])
        #expect(try blast("--evidence", "observed").run.ids().contains("key-1") == false)
    }

    @Test("A path that is not there is a no")
    func path() throws {
        let evidence = try Evidence(.small())
        let yes = try CommandRun(["path", "incident.json", "--to", "ci.yml", "--format", "json"], on: evidence)
        #expect(yes.status == 0)
        #expect(yes.json?["reachable"] as? Bool == true)
        #expect((yes.json?["steps"] as? [Any])?.count == 7)
        let no = try CommandRun(["path", "incident.json", "--to", "twin-1", "--format", "json"], on: evidence)
        #expect(no.status == 1)
        #expect(no.json?["reachable"] as? Bool == false)
        let text = try CommandRun(["path", "incident.json", "--to", "twin-1"], on: evidence)
        #expect(text.status == 1 && text.text.contains("no path to token twin") && text.errors.isEmpty)
    }

    @Test("Nothing declared is said, and is an answer")
    func nothingDeclared() throws {
        let run = try CommandRun(
            ["blast", "incident.json", "--format", "json"], on: Evidence(.small(isDeclared: false)))
        #expect(run.status == 0)
        #expect(run.ids().isEmpty)
        #expect(run.errors.contains("--from"))
    }

    @Test("The inventory's filter knows what is live when the sources declare a compromise")
    func inventory() throws {
        let filter = ["inventory", "incident.json", "--filter", "live kind:token,service_account", "--format", "json"]
        let declared = try CommandRun(filter, on: Evidence(.small()))
        #expect(declared.ids() == [Incident.role, "key-1"].sorted())
        #expect(try CommandRun(filter, on: Evidence(.small(isDeclared: false))).ids().isEmpty)
    }
}
