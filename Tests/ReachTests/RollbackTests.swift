import Inventory
import Reach
import Testing

@Suite("Rolling code back, and touching no credential")
struct RollbackTests {
    /// A repository whose pushed workflow reads a slot; the token in it can write the repository again, until 500.
    private func estate(writable: Bool) -> Estate {
        var estate = Estate(["repository": .repository, "workflow": .workflow, "slot": .secret, "token": .token])
        estate.relate("repository", .contains, "workflow")
        estate.relate("repository", .exposes, "slot")
        estate.relate("slot", .holds, "token")
        if writable { estate.relate("token", .canWrite, "repository", before(500)) }
        return estate
    }

    @Test("The code is clean, the copied token is not")
    func tokenStays() {
        let answer = estate(writable: false).rollbackOnly(["repository": since(10)], at: 100)
        #expect(answer.held("repository") == "[10, 100)")
        #expect(answer.held("workflow") == "[10, 100)")
        #expect(answer.held("slot") == "[10, 100)")
        #expect(answer.held("token") == "[10, …)")
        #expect(answer.counts.live == 1)
    }

    @Test("Code that a still-live token can alter again counts as open, and all that follows from it")
    func regained() {
        #expect(estate(writable: true).rollbackOnly(["repository": since(10)], at: 100).counts.live == 4)
        let late = estate(writable: true).rollbackOnly(["repository": since(10)], at: 500)
        #expect(late.counts.live == 1)
    }

    @Test("The plan's remedies and severed relations are left out of account")
    func planIsIgnored() {
        let answer = estate(writable: true).rollbackOnly(["repository": since(10)], at: 100) { question, inventory in
            question.remedies = [inventory.disabling("token", at: 20), inventory.disabling("repository", at: 20)]
            question.severances = (0..<inventory.relationCount).map { Severance(relation: $0, at: Instant(15)) }
        }
        #expect(answer.counts.live == 4)
    }

    @Test("Code that was merely read, on the identity plane, is not restored; neither is what is no code")
    func onlyAlteredCode() {
        var estate = Estate(["runner": .runner, "read": .repository, "altered": .repository, "host": .resource])
        estate.link("runner", "read", .keep, act: .harvest)
        estate.link("runner", "altered", .keep, act: .tamper)
        estate.link("runner", "host", .keep, act: .tamper)
        let answer = estate.rollbackOnly(["runner": during(10, 20)], at: 100)
        #expect(answer.held("read") == "[10, …)")
        #expect(answer.held("altered") == "[10, 100)")
        #expect(answer.held("host") == "[10, …)")
        #expect(answer.alteredCode.map { answer[$0]?.entity.id } == ["altered"])
    }

    @Test("Every kind of code is restored")
    func kinds() {
        let kinds: [EntityKind] = [.repository, .workflow, .action, .package, .artifact]
        var estate = Estate(["runner": .runner])
        for row in EntityKind.table where row.kind != .runner {
            estate.add(row.name, row.kind)
            estate.link("runner", row.name, .keep, act: .execute)
        }
        let answer = estate.rollbackOnly(["runner": during(10, 20)], at: 100)
        let restored = answer.entities.filter { !$0.isSeed && !$0.isLive }.map(\.entity.kind)
        #expect(Set(restored) == Set(kinds))
    }

    @Test("What was altered because guards failed is restored as well")
    func conditional() {
        var estate = Estate(["runner": .runner, "repository": .repository])
        estate.link("runner", "repository", .keep, act: .tamper) { $0.guard = "protected branch" }
        let answer = estate.rollbackOnly(["runner": during(10, 20)], at: 100)
        #expect(answer["repository"]?.isConditional == true)
        #expect(answer.held("repository") == "[10, 100)")
    }

    @Test("Without time, a rollback still closes what no credential reopens")
    func timeless() {
        let closed = estate(writable: false).rollbackOnly(["repository": since(10)], at: 100) { question, _ in
            question.timeless = true
        }
        #expect(closed.counts.live == 1)
        let reopened = estate(writable: true).rollbackOnly(["repository": since(10)], at: 100) { question, _ in
            question.timeless = true
        }
        #expect(reopened.counts.live == 4)
    }
}
