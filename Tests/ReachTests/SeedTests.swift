import Inventory
import Reach
import Testing

@Suite("Seeds")
struct SeedTests {
    @Test("A seed's end is a clean-up: a runner is lost then, and can be regained")
    func runnerEnd() {
        var estate = Estate(["runner": .runner, "token": .token])
        estate.link("runner", "token", .keep)
        estate.link("token", "runner", .keep, since(30))
        #expect(estate.blast(["runner": during(10, 20)]).held("runner") == "[10, 20) [30, …)")
    }

    @Test("A seed's end disables a token for good")
    func tokenEnd() {
        var estate = Estate(["runner": .runner, "token": .token])
        estate.link("runner", "token", .keep, since(30))
        #expect(estate.blast(["token": during(10, 20), "runner": .always]).held("token") == "[10, 20)")
    }

    @Test("A seed counts as tier 0 and no hops, has no last crossing, and stands in no plane's count")
    func seedAnswer() {
        var estate = Estate(["runner": .runner, "token": .token])
        estate.link("runner", "token", .keep, act: .tamper)
        let answer = estate.blast(["runner": since(10), "token": since(20)])
        #expect(answer["token"]?.isSeed == true)
        #expect(answer["token"]?.tier == 0)
        #expect(answer["token"]?.hops == 0)
        #expect(answer["token"]?.via == nil)
        #expect(answer.counts.byPlane.isEmpty)
        #expect(answer.counts.inherited == 0)
        #expect(answer.counts.reached == 2)
        // It was reached before its window, and the path still says how.
        #expect(answer.held("token") == "[10, …)")
        #expect(answer.route("token") == ["runner", "token"])
        #expect(answer.route("runner") == [])
    }

    @Test("Several seeds may name one entity; a clean-up cuts the one that overlaps it")
    func several() {
        let estate = Estate(["runner": .runner])
        #expect(estate.blast(["runner": during(0, 10), "runner": during(20, 30)]).held("runner") == "[0, 10) [20, 30)")
        #expect(estate.blast(["runner": during(0, 10), "runner": during(10, 30)]).held("runner") == "[0, 30)")
        #expect(estate.blast(["runner": during(0, 10), "runner": during(5, 30)]).held("runner") == "[0, 10)")
        #expect(estate.blast(["runner": during(0, 10), "runner": since(15)]).held("runner") == "[0, 10) [15, …)")
    }

    @Test("A later seed of a token that an earlier seed's end disabled can never be held")
    func disabledByTheFirst() {
        let answer = Estate(["token": .token]).blast(["token": during(0, 10), "token": since(15)])
        #expect(answer.seeds.map(\.window) == [during(0, 10)])
        #expect(answer.impossibleSeeds.map(\.window) == [since(15)])
        #expect(answer.held("token") == "[0, 10)")
    }

    @Test("A seed that could never be held is set apart and gives nothing")
    func impossible() {
        var estate = Estate(["slot": .secret])
        estate.add("token", .token) { $0.expires = Instant(10) }
        estate.link("token", "slot", .keep)
        for window in [since(10), since(50), during(5, 5), during(8, 7)] {
            let answer = estate.blast(["token": window])
            #expect(answer.seeds.isEmpty)
            #expect(answer.impossibleSeeds.map(\.window) == [window])
            #expect(answer.entities.isEmpty)
            #expect(answer.counts == estate.blast([:]).counts)
        }
        #expect(estate.blast(["token": since(9)]).held("slot") == "[9, …)")
    }

    @Test("A seed starts no earlier than its entity is issued")
    func issued() {
        var estate = Estate()
        estate.add("token", .token) { $0.issued = Instant(100) }
        #expect(estate.blast(["token": since(10)]).held("token") == "[100, …)")
        #expect(estate.blast(["token": during(10, 100)]).impossibleSeeds.count == 1)
    }

    @Test("A seed without a start is held from the beginning")
    func unbounded() {
        var estate = Estate(["runner": .runner, "token": .token])
        estate.link("runner", "token", .session(seconds: 5))
        let answer = estate.blast(["runner": before(20)])
        #expect(answer.held("runner") == "[…, 20)")
        #expect(answer.held("token") == "[…, 25)")
        #expect(answer["token"]?.firstHeld == .beginning)
    }

    @Test("Without seeds nothing is held")
    func none() {
        let answer = Estate(["runner": .runner]).blast([:])
        #expect(answer.entities.isEmpty)
        #expect(answer.counts.reached == 0)
    }
}
