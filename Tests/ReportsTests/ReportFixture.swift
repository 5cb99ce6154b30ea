import Inventory
import Reach
import Reports

/// A runner that inherits a token, whose name is hostile when asked for; and a resource that nothing reaches.
struct ReportFixture {
    static let hostileName = "=cmd|'\u{1B}]0;x\u{07}\u{202E}\u{2028}\"é"

    let inventory: Inventory

    init(tokenName: String = "deploy key", lastUsed: Int64? = nil) {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "a.json", format: "test")), location: "/nodes/0")
        for (id, kind) in [("runner-1", EntityKind.runner), ("vault", .resource)] {
            builder.add(EntityFact(id: id, kind: kind, provenance: here))
        }
        var token = EntityFact(id: "token-1", kind: .token, name: tokenName, provenance: here)
        token.issued = Instant(50)
        token.lastUsed = lastUsed.map { Instant($0) }
        token.flags = [.leaked]
        token.attributes = [Attribute("scope", "repo"), Attribute("scope", "org"), Attribute("note", "one")]
        builder.add(token)
        builder.add(
            RelationFact(
                .retains, from: "runner-1", to: "token-1", valid: Interval(Instant(100), Instant(200)),
                evidence: .observed, provenance: here))
        inventory = builder.build().inventory
    }

    func report(at: Int64 = 150, seed: String = "runner-1@60..150") throws -> BlastReport {
        let question = Question(
            seeds: [try Seed(text: seed, in: inventory, now: Instant(0))], at: Instant(at))
        return BlastReport(BlastRadius(inventory, question), in: inventory, rollbackOnlyLive: 1)
    }
}
