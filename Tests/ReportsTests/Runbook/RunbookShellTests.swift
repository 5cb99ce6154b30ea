import Foundation
import Inventory
import Reach
import Testing

@testable import Reports

@Suite("The shell form of every runbook")
struct RunbookShellTests {
    /// Names that try a shell or shellcheck, and none at all.
    private static let names = [
        "", "$(touch canary)", "`x`", "'; touch canary; '", "\"$HOME\" \\", "x\ntouch canary", "-rf",
        "shellcheck disable=all",
        "now=x", "${now:?}", "a b", "\u{202E}x", "~/x", "it’s “so”",
    ]

    /// A plan of every row of the fixture as it is, then as `change` makes it, with every relation that can be ended.
    private func script(breaks: Bool, _ change: (inout EntityFact) -> Void) -> String {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "a.json", format: "test")), location: "/0")
        builder.add(EntityFact(id: "job", kind: .job, provenance: here))
        builder.add(EntityFact(id: "runner", kind: .runner, provenance: here))
        var ids: [String] = []
        for row in RunbookFixture.rows {
            var fact = EntityFact(id: row.id, kind: row.kind, provenance: here)
            fact.provider = row.provider
            fact.flags = row.recipe.contains("no source") ? [.inferred] : []
            fact.attributes = row.attributes.map { Attribute($0.key, $0.value) }
            change(&fact)
            ids.append(fact.id)
            builder.add(fact)
            builder.add(RelationFact(.retains, from: "runner", to: fact.id, provenance: here))
            builder.add(RelationFact(.mayAssume, from: "job", to: fact.id, provenance: here))
            builder.add(RelationFact(.canWrite, from: fact.id, to: "github.com/o/r", provenance: here))
            guard breaks else { continue }
            var needs = RelationFact(builder.relationKind(named: "needs"), from: "job", to: fact.id, provenance: here)
            (needs.gain, needs.act) = (.forward, .harvest)
            builder.add(needs)
        }
        let inventory = builder.build().inventory
        let at = Instant(1_000)
        let items = ids.compactMap { inventory.entity(id: $0) }.map {
            PlannedItem(Remedy(entity: $0.index, at: at, means: $0.kind.remediation))
        }
        let seed = Seed(entity: inventory.entity(id: "runner")?.index ?? -1, window: Interval(Instant(0), Instant(600)))
        var question = Question(seeds: [seed], at: at)
        question.severances = (0..<inventory.relationCount).map { Severance(relation: $0, at: at) }
        let report = PlanReport(Plan(ReachEngine(inventory), question, items: items), in: inventory)
        #expect(report.entries.count > 40 && report.endings.count > 40)
        return report.shell
    }

    /// What shellcheck finds in a script, every kind of remark included.
    private func remarks(on script: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "runbook-\(UUID().uuidString).sh")
        try script.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let check = Process()
        check.executableURL = URL(filePath: "/usr/bin/shellcheck")
        check.arguments = ["--severity=style", "--format=gcc", file.path]
        let pipe = Pipe()
        check.standardOutput = pipe
        try check.run()
        let words = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        check.waitUntilExit()
        return words
    }

    @Test(
        "shellcheck finds nothing in any step of any provider, whatever things are called and where they have no name",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/shellcheck")), arguments: [false, true])
    func checked(breaks: Bool) throws {
        var commands = 0
        for name in [nil] + Self.names.map(Optional.some) {
            let script = script(breaks: breaks) { fact in
                guard let name else { return }
                fact.name = name
                fact.owner = name
                for place in fact.attributes.indices where fact.attributes[place].name != "type" {
                    fact.attributes[place].value = name
                }
                // The id is what commands are mostly made of: its last part is what the thing is called.
                if fact.kind != .repository { fact.id = String(fact.id.prefix { $0 != "#" }) + name }
            }
            commands += script.components(separatedBy: "\nstep() {\n").count - 1
            let found = try remarks(on: script)
            #expect(found.isEmpty, "\(String(describing: name)): \(found)")
        }
        #expect(commands > 400, "too few commands to prove anything: \(commands)")
    }

    /// The parts of the steps of one thing: what runs in one go, and what is left to its reader.
    private func parts(_ commands: RunbookCommand...) -> [RunbookStep.Part] {
        RunbookStep(.revoke, "x", commands: commands).parts
    }

    @Test("What only prepares is no part of its own, and stands before each part that runs after it")
    func preparation() {
        let ask = RunbookCommand("whoami", into: "account")
        let check = RunbookCommand("test", "\(variable: "account")", "=", "1", isCheck: true)
        let (list, revoke) = (RunbookCommand("list"), RunbookCommand("revoke", "\(.unknown("KEY"))"))
        #expect(parts(ask, check, revoke).map(\.canRun) == [false])
        #expect(parts(ask, check).isEmpty && parts().isEmpty)
        let mixed = parts(ask, check, list, revoke, list)
        #expect(mixed.map(\.canRun) == [true, false, true])
        #expect(mixed.map(\.commands) == [[list], [revoke], [list]])
        #expect(mixed.map(\.preparation) == [[ask, check], [ask, check], [ask, check]])
        // An answer that is asked for in between stays where it is.
        let between = parts(list, ask, check, list)
        #expect(between.map(\.commands) == [[list, ask, check, list]] && between.first?.preparation.isEmpty == true)
    }

    @Test("What only asks for an answer that nothing can use is not run")
    func unused() {
        var fixture = RunbookFixture()
        fixture.add("arn:aws:iam::1:role/$(x)", .serviceAccount)
        let lines = fixture.lines("arn:aws:iam::1:role/$(x)")
        #expect(lines.contains { $0.hasPrefix("revoke?: now=") }, "\(lines)")
        #expect(!lines.contains { $0.hasPrefix("revoke: now=") })
        var named = RunbookFixture()
        named.add("arn:aws:iam::1:role/plain", .serviceAccount)
        #expect(named.lines("arn:aws:iam::1:role/plain").contains { $0.hasPrefix("revoke: now=") })
    }
}
