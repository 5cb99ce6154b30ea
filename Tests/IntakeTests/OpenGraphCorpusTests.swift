import Foundation
import Inventory
import Testing

@testable import Intake

/// The folder with real inputs, next to the checkout or one folder further up; nil when it is not on this machine.
private let shared: URL? = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return ["../shared", "../../shared"].map { root.appendingPathComponent($0).standardizedFileURL }
        .first { FileManager.default.fileExists(atPath: $0.path) }
}()

let openGraphSample = shared?.appendingPathComponent("corpus/opengraph/githound_O_kgDOCoV2OQ.json").path

@Suite("OpenGraph: a real export", .enabled(if: openGraphSample != nil, "the sample is not on this machine"))
struct OpenGraphCorpusTests {
    private func importSample() throws -> ImportResult { Import().run([try #require(openGraphSample)]) }

    @Test("Every node and edge arrives; two edges lead nowhere")
    func counts() throws {
        let result = try importSample()
        let inventory = result.inventory
        let inferred = inventory.allEntities.filter { $0.flags.contains(.inferred) }.count
        #expect(inventory.entityCount - inferred == 338)
        #expect(inferred == 11)
        #expect(inventory.relationCount == 2_763 - 2 + inferred)
        #expect(result.issues.count == 2)
        let report = try #require(result.reports.first)
        #expect(report.notices.isEmpty)
        #expect(report.issues.allSatisfy { $0.provenance.location.hasPrefix("/graph/edges/") })
        #expect(report.gave.first { $0.what == "relations" }?.count == 2_763)
        #expect(report.gave.filter { $0.what != "relations" }.reduce(0) { $0 + $1.count } == 338)
    }

    @Test("Its kinds become ours where there is a word for them")
    func kinds() throws {
        let inventory = try importSample().inventory
        let counts = Dictionary(
            uniqueKeysWithValues: inventory.kindCounts.map { (inventory.name(of: $0.kind), $0.count) })
        #expect(
            counts == [
                "organization": 1, "team": 8, "person": 13, "repository": 12, "workflow": 20, "environment": 3,
                "secret": 11, "token": 6 + 1 + 11, "service_account": 8, "GH_OrgRole": 12, "GH_TeamRole": 16,
                "GH_RepoRole": 144, "GH_Branch": 60, "GH_BranchProtectionRule": 19, "GH_OrgVariable": 1,
                "GH_RepoVariable": 3,
            ])
    }

    @Test("Its relations gain control where they should, and nowhere else")
    func relations() throws {
        let inventory = try importSample().inventory
        var counts: [String: Int] = [:]
        for relation in inventory.allRelations where relation.traits.gain == .forward {
            counts[relation.kindName, default: 0] += 1
        }
        #expect(
            counts == [
                "member_of": 8 + 69 + 108 + 16 + 15 + 19 + 14 + 1 + 16 + 2, "can_write": 379 + 24 + 2 + 1 + 12,
                "administers": 12, "owns": 16, "contains": 80, "exposes": 33, "grants": 2, "holds": 11, "can_read": 3,
                "deploys_to": 1, "authenticates_as": 1, "GH_AddMember": 8, "GH_CanCreateBranch": 96,
                "GH_CanEditProtection": 87, "GH_ManageDeployKeys": 12, "GH_PushProtectedBranch": 48,
                "GH_WriteOrganizationCustomOrgRole": 1,
            ])
        #expect(inventory.allRelations.filter(\.isGuarded).count == 29)
    }

    @Test("No workflow text, query or variable's value is kept")
    func secrets() throws {
        let attributes = try importSample().inventory.allEntities.flatMap(\.attributes)
        #expect(!attributes.contains { $0.name.hasPrefix("query") || $0.name == "contents" || $0.name == "value" })
        #expect(!attributes.contains { $0.value.contains("4e69e9b8-e540-4d08-b948-bbb0e097e7e1") })
    }

    @Test("Cut anywhere, or with bytes changed, it is refused or read, and never crashes")
    func mutilated() throws {
        let bytes = try LocalFiles().read(try #require(openGraphSample), limit: .max)
        var random = Seeded(seed: 11)
        for round in 0..<24 {
            var text = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
            if round.isMultiple(of: 2) {
                text = bytes
                for _ in 0..<40 {
                    text[Int.random(in: 0..<text.count, using: &random)] = .random(in: 32...126, using: &random)
                }
            }
            var files = MemoryFiles()
            files.items["/home/x.json"] = .file(text)
            let result = Import(files: files).run(["x.json"])
            #expect(result.reports.count == 1)
        }
    }
}

/// A generator that gives the same numbers on every machine (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
