import Testing

@testable import Intake
import Inventory
import Reach

@Suite("The tj-actions sample")
struct SampleTJActionsTests {
    private let sample = Sample.tjActions

    /// What was taken, in its order, with the moment that public sources give.
    private static let chain = [
        ("spotbugs-maintainer/pat", "2024-12-06T00:00:00Z"),
        ("github.com/spotbugs/spotbugs", "2025-03-11T00:00:00Z"),
        ("reviewdog-maintainer/pat", "2025-03-11T00:00:00Z"),
        ("github.com/reviewdog/action-setup", "2025-03-11T18:42:09Z"),
        ("reviewdog/action-setup@v1", "2025-03-11T18:42:09Z"),
        ("tj-actions-bot/pat", "2025-03-11T18:42:09Z"),
        ("github.com/tj-actions/changed-files", "2025-03-13T00:00:00Z"),
        ("tj-actions/changed-files@v39", "2025-03-13T00:00:00Z"),
        ("github.com/coinbase/agentkit/check-changelog-python@2025-03-14", "2025-03-14T15:10:41Z"),
        ("tj-actions/changed-files@v45", "2025-03-14T16:57:00Z"),
        ("tj-actions/affected-runs", "2025-03-14T16:57:00Z"),
        ("tj-actions/public-build-logs", "2025-03-14T16:57:00Z"),
    ]

    @Test("is read whole, without a complaint")
    func isClean() {
        #expect(sample.complaints == [])
        #expect(sample.result.issues == [])
        #expect(sample.result.passedOver.isEmpty)
        #expect(sample.inventory.entityCount == 40)
        #expect(sample.inventory.relationCount == 61)
    }

    @Test("starts from one token, whose end no source tells")
    func seed() throws {
        let seed = try #require(sample.seeds.first)
        #expect(sample.seeds.count == 1)
        #expect(sample.inventory.entity(at: seed.entity).id == "spotbugs-maintainer/pat")
        #expect(seed.window.until == .never)
    }

    @Test("observed relations alone give the chain in its order", arguments: chain)
    func observed(id: String, first: String) throws {
        let answer = try sample.blast(at: "2025-03-20") { $0.evidence = .observed }
        let held = try #require(try sample.held(id, in: answer))
        #expect(held.firstHeld.iso8601 == first)
        #expect(held.confidence == .observed)
    }

    @Test("what was put back is not held after that")
    func putBack() throws {
        let answer = try sample.blast(at: "2025-03-20") { $0.evidence = .observed }
        let action = try #require(try sample.held("reviewdog/action-setup@v1", in: answer))
        #expect(action.heldUntil == (try sample.moment("2025-03-11T20:31:49Z")))
        #expect(try sample.held("github.com/tj-actions/changed-files", in: answer)?.isLive == false)
        #expect(try sample.held("reviewdog-maintainer/pat", in: answer)?.isLive == true)
    }

    @Test("settings and conventions show that it was possible months earlier, and what only could be")
    func possible() throws {
        let answer = try sample.blast(at: "2025-03-20")
        let possible = try #require(try sample.held("github.com/tj-actions/changed-files", in: answer))
        #expect(possible.firstHeld == (try sample.moment("2024-12-06")))
        #expect(possible.confidence == .inferred)
        let observed = try sample.blast(at: "2025-03-20") { $0.evidence = .observed }
        #expect(try sample.held("github.com/coinbase/agentkit", in: observed) == nil)
        #expect(try sample.held("github.com/coinbase/agentkit", in: answer) != nil)
    }

    @Test("revoking the first token after the fact closes nothing that was taken with it")
    func parentsBeforeChildren() throws {
        let answer = try sample.blast(at: "2025-03-13T12:00:00Z") {
            $0.evidence = .observed
            $0.remedies = [try sample.remedy("spotbugs-maintainer/pat", at: "2025-03-12")]
        }
        #expect(try sample.held("tj-actions/public-build-logs", in: answer) != nil)
        let inTime = try sample.blast(at: "2025-03-13T12:00:00Z") {
            $0.evidence = .observed
            $0.remedies = [try sample.remedy("tj-actions-bot/pat", at: "2025-03-12")]
        }
        #expect(try sample.held("tj-actions/public-build-logs", in: inTime) == nil)
    }
}
