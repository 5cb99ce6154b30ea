import Testing

@testable import Intake
import Inventory
import Reach

@Suite("The northwind sample")
struct SampleNorthwindTests {
    private let sample = Sample.northwind
    private static let collected = "2026-03-15T11:02:00Z"
    private static let runner = "github.com/northwind/runners/117"
    private static let releaseBot = "github.com/northwind/personal-access-tokens/771201"
    private static let awsKey = "aws/111122223333/access-keys/deployer-1"
    private static let parents = [
        releaseBot, awsKey, "npm/tokens/9c1", "github.com/northwind/terraform-modules/keys/88123",
        "arn:aws:iam::111122223333:role/ops-maintenance",
    ]
    private static let children = [
        "apple/signing-key-2023", "warehouse/etl_loader/password-2",
        "github.com/northwind/secrets/CHAT_WEBHOOK/token-1",
        "github.com/northwind/secrets/BUILD_CACHE_URL/token-1",
    ]

    @Test("is read whole, without a complaint, a conflict or a relation that leads nowhere")
    func isClean() {
        #expect(sample.complaints == [])
        #expect(sample.result.issues == [])
        #expect(sample.result.passedOver.isEmpty)
    }

    @Test("facts of three formats meet: one entity for each thing")
    func meets() throws {
        let runner = try sample.entity(Self.runner)
        #expect(runner.name == "prod-linux-07")
        #expect(Set(runner.provenance.map { sample.inventory.sources[$0.source].format }).count >= 2)
        #expect(sample.inventory.entities(of: .runner).count == 4)
        #expect(sample.inventory.entities(of: .repository).count == 30)
        #expect(sample.inventory.entities(of: .run).count == 53)
        // Every slot whose credential a file names has no invented one beside it.
        #expect(sample.inventory.entity(id: "github.com/northwind/secrets/NPM_TOKEN/token-1") == nil)
    }

    @Test("the figures of its README")
    func figures() throws {
        let answer = try sample.blast(at: Self.collected)
        let counts = answer.counts
        #expect([counts.reached, counts.inherited, counts.live, counts.conditional] == [97, 63, 48, 4])
        let question = answer.question
        let rollback = BlastRadius.rollbackOnly(sample.inventory, question, at: question.at)
        #expect(rollback.counts.live == 48)
    }

    @Test("twelve runs on the runner were inherited, those before the window and on other runners were not")
    func runs() throws {
        let answer = try sample.blast(at: Self.collected)
        let inherited = answer.unconditional.filter { $0.entity.kind == .run && $0.tier == 0 }
        #expect(inherited.count == 12)
        let window = try #require(sample.seeds.first).window
        #expect(inherited.allSatisfy { !$0.entity.usable.intersection(window).isEmpty })
        let drift = "github.com/northwind/infra/.github/workflows/drift.yml#plan"
        #expect(try sample.held("\(drift)@14810407041.1", in: answer) == nil, "ended before the window")
        #expect(try sample.held("\(drift)@14810407042.1", in: answer) == nil, "on prod-linux-06")
        #expect(try sample.held("\(drift)@14810407043.1", in: answer) != nil)
    }

    @Test("exactly one credential was used since, and it has no owner behind it that rotates it")
    func usedSince() throws {
        let answer = try sample.blast(at: Self.collected)
        let used = answer.unconditional.filter { $0.usedSince == true }.map(\.entity.id)
        #expect(used == [Self.awsKey])
        let deployer = try sample.entity("arn:aws:iam::111122223333:user/deployer")
        #expect(deployer.owner == nil && deployer.rotated == nil)
    }

    @Test(
        "some credentials are dead by the time of collection",
        arguments: [
            ("warehouse/etl_loader/password-1", "2026-03-14T13:05:22Z"),
            ("ledger-test/password-1", "2026-03-14T16:31:40Z"), ("cdn/purge-token", "2026-03-14T15:00:00Z"),
            ("kubernetes/prod/gitops-sync/2025-09", "2026-03-15T00:00:00Z"),
        ])
    func dead(id: String, end: String) throws {
        let answer = try sample.blast(at: Self.collected)
        let held = try #require(try sample.held(id, in: answer))
        #expect(!held.isLive)
        #expect(held.heldUntil == (try sample.moment(end)))
    }

    @Test("the payment processor is reached only when the environment's reviewers fail")
    func conditional() throws {
        let answer = try sample.blast(at: Self.collected)
        #expect(try sample.held("northwind/payment-processor", in: answer)?.isConditional == true)
        #expect(try sample.held("psp/api-key-2024", in: answer)?.isConditional == true)
    }

    @Test("mobile never ran on the runner, and is reached through code that it runs")
    func hop() throws {
        let answer = try sample.blast(at: Self.collected)
        let vault = try #require(try sample.held("northwind/signing-key-vault", in: answer))
        #expect(vault.tier == 2)
        let identity = try sample.blast(at: Self.collected) { $0.plane = .identity }
        #expect(try sample.held("northwind/signing-key-vault", in: identity) == nil)
        // Pinned to a commit: the release bot cannot change what payments runs.
        let pinned = "northwind/platform-actions/setup@8c1f0e6b7d4a92f3518e0c6a7b9d2e4f61035a8c"
        #expect(try sample.held(pinned, in: answer) == nil)
    }

    @Test("two roles that assume each other outlive their sessions")
    func renewable() throws {
        let answer = try sample.blast(at: "2026-11-01")
        let role = try #require(try sample.held("arn:aws:iam::111122223333:role/ops-maintenance", in: answer))
        #expect(role.isRenewable && role.isLive)
    }

    @Test("a password that was rotated first is read again through the parent that still lives")
    func rotatedTooEarly() throws {
        let answer = try sample.blast(at: Self.collected)
        let new = try #require(try sample.held("warehouse/etl_loader/password-2", in: answer))
        #expect(new.isLive && new.tier > 0)
        let inTime = try sample.blast(at: Self.collected) {
            $0.remedies =
                try (Self.parents.map { try sample.remedy($0, at: "2026-03-14T12:00:00Z") })
                + [try sample.remedy(Self.runner, at: "2026-03-14T12:00:00Z")]
                + ["github.com/northwind/platform-actions", "northwind/platform-actions/setup@v2"]
                .map { try sample.remedy($0, at: "2026-03-14T12:00:00Z") }
        }
        #expect(try sample.held("warehouse/etl_loader/password-2", in: inTime) == nil)
    }

    @Test("parents, then children, code and host: nothing is left once the sessions have ended")
    func plan() throws {
        func live(_ marks: [String], at time: String) throws -> Int {
            var question = Question(seeds: sample.seeds, at: try sample.moment(time))
            question.remedies = try (marks + [Self.runner]).map { try sample.remedy($0, at: Self.collected) }
            return BlastRadius(sample.inventory, question, rollback: try sample.moment(Self.collected)).counts.live
        }
        #expect(try live(Self.parents, at: Self.collected) == 11)
        #expect(try live(Self.parents, at: "2026-03-16") == 7)
        #expect(try live(Self.parents + Self.children, at: Self.collected) == 4)
        #expect(try live(Self.parents + Self.children, at: "2026-03-16") == 0)
        #expect(try live(Self.children, at: "2026-03-16") > 30)
    }
}
