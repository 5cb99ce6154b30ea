import Inventory
import Reach
import Testing

@Suite("What ended a holding, and what is left of it")
struct EndingTests {
    /// A runner that executed a run of a job, which reads a slot with a key in it.
    private static func estate(run: Interval) -> Estate {
        var estate = Estate(["runner": .runner, "run": .run, "job": .job, "slot": .secret, "key": .token])
        estate.relate("runner", .executed, "run", run)
        estate.relate("run", .instanceOf, "job")
        estate.relate("job", .reads, "slot")
        estate.relate("slot", .holds, "key")
        return estate
    }

    @Test("What was borrowed ended with the run that lent it")
    func run() throws {
        let answer = Self.estate(run: during(10, 20)).blast(["runner": during(0, 100)], at: 200)
        let slot = try #require(answer["slot"])
        #expect(answer.held("slot") == during(10, 20).text)
        guard case .over(let relation)? = answer.ending(of: slot.entity.index) else {
            Issue.record("no run ended it")
            return
        }
        #expect(relation.kind == .executed && relation.to.id == "run")
        #expect(slot.liveContents.map(\.id) == ["key"])
    }

    @Test("A run that went on ended with what was declared")
    func declared() throws {
        let answer = Self.estate(run: during(10, 500)).blast(["runner": during(0, 100)], at: 200)
        let slot = try #require(answer["slot"])
        guard case .declared(let entity)? = answer.ending(of: slot.entity.index) else {
            Issue.record("not what was declared")
            return
        }
        #expect(entity.id == "runner")
    }

    @Test("What expired says so, and what is live has neither an ending nor contents to warn of")
    func others() throws {
        var estate = Self.estate(run: during(10, 20))
        estate.add("key", .token) { $0.expires = Instant(50) }
        let late = estate.blast(["runner": during(0, 100)], at: 200)
        guard case .expired(let entity)? = late.ending(of: try #require(late["key"]).entity.index) else {
            Issue.record("it did not expire")
            return
        }
        #expect(entity.id == "key")
        #expect(try #require(late["slot"]).liveContents.isEmpty)
        let early = estate.blast(["runner": during(0, 100)], at: 15)
        let slot = try #require(early["slot"])
        #expect(slot.isLive && slot.liveContents.isEmpty && early.ending(of: slot.entity.index) == nil)
    }
}
