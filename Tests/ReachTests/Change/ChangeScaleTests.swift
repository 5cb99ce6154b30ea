import Inventory
import Testing

@testable import Reach

@Suite("Changes of a large estate")
struct ChangeScaleTests {
    private static let size = 20_000

    /// So many accounts, each with a key, that all open one hub; one key in a hundred is missing when `isLater`.
    private func estate(isLater: Bool) -> Inventory {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "graph.json", format: "graph")))
        builder.add(EntityFact(id: "hub", kind: .resource, provenance: here))
        for number in 0..<Self.size {
            let (key, account) = ("key-\(number)", "account-\(number)")
            builder.add(EntityFact(id: account, kind: .serviceAccount, provenance: here))
            builder.add(RelationFact(.canAccess, from: account, to: "hub", provenance: here))
            if isLater, number % 100 == 0 { continue }
            builder.add(EntityFact(id: key, kind: .token, provenance: here))
            builder.add(RelationFact(.authenticatesAs, from: key, to: account, provenance: here))
        }
        return builder.build().inventory
    }

    @Test("Everything that is missing is found, and what is beside a hub costs no more for it", .timeLimit(.minutes(1)))
    func large() {
        let (old, new) = (estate(isLater: false), estate(isLater: true))
        let diff = InventoryDiff(old: old, new: new)
        #expect(diff.removed.count == Self.size / 100 && diff.added.isEmpty && diff.changed.isEmpty)
        #expect(diff.removedRelations.count == Self.size / 100 && diff.addedRelations.isEmpty)
        #expect(diff.removed.allSatisfy { $0.silence.isAbsent })
        let items = (0..<Self.size / 10).map {
            Verification.Item(.entity("key-\($0)"), decided: Instant(0))
        }
        let verification = Verification(items, diff, at: Instant(10))
        #expect(verification.results.count { $0.finding.isClosed } == items.count / 100)
        #expect(!verification.isComplete)
    }
}
