import Inventory
import Reach
import Testing

@Suite("Large and awkward graphs are answered")
struct ScaleTests {
    private static let chainLength = 200_000

    private static func chain(_ hold: Hold) -> Estate {
        var estate = Estate()
        for number in 0...chainLength { estate.add(String(number), .job) }
        for number in 0..<chainLength { estate.link(String(number), String(number + 1), hold) }
        return estate
    }

    @Test("A chain of 200,000 entities, each borrowed from the one before")
    func deepChain() {
        let answer = Self.chain(.borrow).blast(["0": during(10, 20)])
        #expect(answer.counts.reached == Self.chainLength + 1)
        #expect(answer.entities.allSatisfy { $0.holdings == [during(10, 20)] })
        #expect(answer.entities.map(\.hops).max() == Self.chainLength)
        let end = answer.entities.first { $0.hops == Self.chainLength }
        #expect(end?.entity.id == String(Self.chainLength))
        #expect(end.flatMap { answer.path(to: $0.entity.index)?.count } == Self.chainLength)
    }

    @Test("A ring of 20,000 sessions renews itself for ever")
    func ring() {
        let count = 20_000
        var estate = Estate()
        for number in 0..<count { estate.add(String(number), .serviceAccount) }
        for number in 0..<count {
            estate.link(String(number), String((number + 1) % count), .session(seconds: 60))
        }
        estate.add("job", .job)
        estate.link("job", "0", .session(seconds: 60))
        let answer = estate.blast(["job": during(10, 20)])
        #expect(answer.counts.reached == count + 1)
        #expect(answer.entities.filter { !$0.isSeed }.allSatisfy { $0.holdings == [since(10)] })
    }

    @Test("A star of 100,000 entities")
    func star() {
        let count = 100_000
        var estate = Estate(["centre": .repository])
        for number in 0..<count {
            estate.add(String(number), .secret)
            estate.link("centre", String(number), .keep, since(Int64(number)))
        }
        let answer = estate.blast(["centre": since(0)], at: Int64(count / 2))
        #expect(answer.counts.reached == count + 1)
        #expect(answer.counts.live == count / 2 + 2)
        #expect(answer.entities.dropFirst(2).first?.entity.id == "1")
    }

    @Test("An entity that is held, lost and held again 20,000 times")
    func manyHoldings() {
        let count = 20_000
        var estate = Estate(["runner": .runner, "run": .run, "slot": .secret])
        for number in 0..<Int64(count) {
            estate.link("runner", "run", .borrow, during(10 * number, 10 * number + 5))
        }
        estate.link("run", "slot", .session(seconds: 2))
        let answer = estate.blast(["runner": since(0)])
        #expect(answer["slot"]?.holdings.count == count)
        #expect(answer["slot"]?.holdings.last == during(Int64(count - 1) * 10, Int64(count - 1) * 10 + 7))
    }

    @Test("An entity that was cleaned 20,000 times, and gained again each time")
    func manyCleanups() {
        let count = 20_000
        var estate = Estate(["runner": .runner])
        estate.add("slot", .secret) { $0.cleanups = (0..<Int64(count)).map { Instant(10 * $0 + 5) } }
        for number in 0..<Int64(count) { estate.link("runner", "slot", .keep, during(10 * number, 10 * number + 1)) }
        let answer = estate.blast(["runner": since(0)])
        #expect(answer["slot"]?.holdings.count == count)
        #expect(answer["slot"]?.holdings.allSatisfy { $0.until.seconds - $0.from.seconds == 5 } == true)
    }

    @Test("Two roles that renew each other while their trust is broken 2,000 times")
    func manyEvents() {
        let count = 2_000
        var estate = Estate(["job": .job, "a": .serviceAccount, "b": .serviceAccount])
        estate.link("job", "a", .session(seconds: 3))
        for number in 0..<Int64(count) {
            estate.link("a", "b", .session(seconds: 3), during(100 * number, 100 * number + 99))
        }
        estate.link("b", "a", .session(seconds: 3))
        let answer = estate.blast(["job": during(0, 5)])
        // Each gap of one second is bridged by a session that is still open.
        let end = Int64(count) * 100 - 1
        #expect(answer["b"]?.holdings == [during(0, end + 3)])
        #expect(answer["a"]?.holdings == [during(0, end + 6)])
    }
}
