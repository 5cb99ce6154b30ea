import Inventory
import Reach
import Testing

@testable import Reports

@Suite("A plan as a report")
struct PlanReportTests {
    /// A runner that keeps two keys of AWS; one of them was used since, and is needed by a job.
    private func report(_ progress: PlannedItem.Progress = .proposed, name: String = "AKIAIOSFODNN7EXAMPLE")
        -> PlanReport
    {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "a.json", format: "test")), location: "/0")
        for (id, kind) in [
            ("runner", EntityKind.runner), ("github.com/o/r", .repository), ("job", .job),
            ("github.com/o/teams/web", .team),
        ] {
            builder.add(EntityFact(id: id, kind: kind, provenance: here))
        }
        for (id, name, used) in [("a", "AKIAIOSFODNN7EXAMPL0", nil), ("b", name, Int64(500))] {
            var key = EntityFact(id: id, kind: .token, name: name, provenance: here)
            key.provider = "aws"
            key.lastUsed = used.map { Instant($0) }
            key.owner = id == "a" ? "platform" : nil
            key.parent = "github.com/o/r"
            builder.add(key)
            builder.add(RelationFact(.retains, from: "runner", to: id, provenance: here))
        }
        builder.add(
            RelationFact(.responsibleFor, from: "github.com/o/teams/web", to: "github.com/o/r", provenance: here))
        var needs = RelationFact(builder.relationKind(named: "needs"), from: "job", to: "b", provenance: here)
        needs.gain = .forward
        needs.act = .harvest
        builder.add(needs)
        let inventory = builder.build().inventory
        let seed = Seed(entity: inventory.entity(id: "runner")?.index ?? -1, window: Interval(Instant(0), Instant(600)))
        let question = Question(seeds: [seed], at: Instant(1_000))
        let items = ["a", "b"].compactMap { inventory.entity(id: $0) }.map {
            PlannedItem(Remedy(entity: $0.index, at: Instant(1_000), means: .disable), progress: progress)
        }
        return PlanReport(Plan(ReachEngine(inventory), question, items: items), in: inventory)
    }

    @Test("What was used since comes first, and is contained before it is replaced")
    func urgent() {
        let report = report()
        #expect(report.entries.map(\.item.entity.id) == ["b", "a"])
        #expect(report.urgent.map(\.item.entity.id) == ["b"])
        #expect(report.entries.first?.steps.map(\.phase).prefix(2) == [.contain, .replace])
        #expect(report.entries.last?.steps.map(\.phase).contains(.replace) == false)
        for text in [report.table, report.markdown, report.shell] { #expect(text.contains("used since")) }
    }

    @Test("A slot that comes before its credential says which step gives the new value")
    func newValue() throws {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "a.json", format: "test")), location: "/0")
        let slot = "github.com/o/r/secrets/KEY"
        for (id, kind) in [("github.com/o/r", EntityKind.repository), ("job", .job), (slot, .secret), ("key", .token)] {
            var fact = EntityFact(
                id: id, kind: kind, name: id == "key" ? "AKIAIOSFODNN7EXAMPLE" : nil, provenance: here)
            fact.provider = id == "key" ? "aws" : "github"
            builder.add(fact)
        }
        builder.add(RelationFact(.reads, from: "job", to: slot, provenance: here))
        builder.add(RelationFact(.holds, from: slot, to: "key", provenance: here))
        let inventory = builder.build().inventory
        func words(_ ids: String...) -> [String] {
            let items = ids.compactMap { inventory.entity(id: $0) }.map {
                PlannedItem(Remedy(entity: $0.index, at: Instant(5), means: $0.kind.remediation))
            }
            let plan = Plan(ReachEngine(inventory), Question(seeds: [], at: Instant(5)), items: items)
            return PlanReport(plan, in: inventory).entries.flatMap(\.steps).filter { $0.phase == .replace }.map(\.words)
        }
        let both = words(slot, "key")
        #expect(
            both.first?.hasSuffix(
                "what the replacement of token AKIAIOSFODNN7EXAMPLE (step 2) gives: do that part of it first.") == true,
            "\(both)")
        #expect(words(slot).first.map { $0.contains("replacement of") } == false)
    }

    @Test("Each owner has a list; who is responsible for the repository answers for what is in it")
    func owners() {
        let duties = report().duties
        #expect(duties.map(\.owner) == ["github.com/o/teams/web", "platform", nil])
        #expect(duties.first?.entries == [0])
        #expect(duties.last?.jobs.map(\.id) == ["job"])
    }

    @Test(
        "What is done has no commands and is nobody's duty any more", arguments: [PlannedItem.Progress.done, .verified])
    func done(progress: PlannedItem.Progress) {
        let report = report(progress)
        #expect(report.duties.isEmpty && report.urgent.isEmpty)
        #expect(!report.shell.contains("aws ") && report.shell.contains("the case says: \(progress.rawValue)"))
        #expect(!report.markdown.contains("```"))
        #expect(report.table.contains(progress.rawValue))
    }

    @Test("All that stays live is listed in the runbook; the table says where they are")
    func residual() {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "a.json", format: "test")), location: "/0")
        builder.add(EntityFact(id: "runner", kind: .runner, provenance: here))
        let names = (0..<33).map { "key-\($0)-x" }
        for name in names {
            builder.add(EntityFact(id: name, kind: .token, provenance: here))
            builder.add(RelationFact(.retains, from: "runner", to: name, provenance: here))
        }
        let inventory = builder.build().inventory
        let seed = Seed(entity: inventory.entity(id: "runner")?.index ?? -1, window: Interval(Instant(0), Instant(600)))
        let question = Question(seeds: [seed], at: Instant(1_000))
        let planned = names.prefix(1).compactMap { inventory.entity(id: $0) }.map {
            PlannedItem(Remedy(entity: $0.index, at: Instant(1_000), means: .disable))
        }
        let report = PlanReport(Plan(ReachEngine(inventory), question, items: planned), in: inventory)
        let markdown = report.markdown.replacing("\\", with: "")
        for name in names.dropFirst() { #expect(markdown.contains("token \(name):"), "\(name)") }
        #expect(report.table.contains("… and 12 more: --format markdown or json names all"))
    }

    @Test("What failed is still to be done")
    func failed() { #expect(report(.failed).urgent.count == 1) }

    @Test("A hostile name marks nothing up and starts no formula")
    func hostile() {
        let name = "=x|`**[a](http://evil)<b>\n# y\u{1B}[2J\u{202E}@here"
        let report = report(name: name)
        for text in [report.markdown, report.csv, report.shell, report.table, report.json] {
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
        }
        #expect(!report.markdown.contains("**[a]") && !report.markdown.contains("<b>"))
        #expect(!report.markdown.contains("\n# y") && !report.markdown.contains("http://evil"))
        #expect(!report.csv.contains(",=x") && !report.csv.contains("\"=x"))
    }
}

@Suite("Text for Markdown")
struct MarkdownTextTests {
    @Test("Everything that could mean something is escaped, and nothing else")
    func plain() {
        #expect(MarkdownText.plain("deploy-web (x86_64) 1.2") == #"deploy-web \(x86\_64\) 1.2"#)
        #expect(MarkdownText.plain("a|b\nc") == #"a\|b\\nc"#)
        #expect(MarkdownText.plain("https://x www.y") == #"https\://x www\.y"#)
    }

    @Test("Code holds any number of grave accents")
    func code() {
        #expect(MarkdownText.code("a") == "`a`")
        #expect(MarkdownText.code("a`b") == "``a`b``")
        #expect(MarkdownText.code("`") == "`` ` ``")
        #expect(MarkdownText.block(["a", "```", "b"], language: "bash") == "````bash\na\n```\nb\n````\n")
    }
}
