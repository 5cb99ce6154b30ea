import Inventory
import Reach
import Testing

@Suite("Sessions that renew one another")
struct SessionRenewalTests {
    /// A job that opens a session of one of two roles, each of which can assume the other.
    private func jugglers(_ length: UInt32 = 10, _ change: (inout Estate) -> Void = { _ in }) -> Estate {
        var estate = Estate(["job": .job])
        change(&estate)
        estate.add("a", .serviceAccount)
        estate.add("b", .serviceAccount)
        estate.link("job", "a", .session(seconds: length))
        estate.link("a", "b", .session(seconds: length))
        estate.link("b", "a", .session(seconds: length))
        return estate
    }

    @Test("Two roles that can assume each other are held for ever, and said to be renewable")
    func forEver() {
        let answer = jugglers().blast(["job": during(0, 5)])
        #expect(answer.held("a") == "[0, …)")
        #expect(answer.held("b") == "[0, …)")
        #expect(answer["a"]?.isRenewable == true)
        #expect(answer["b"]?.isRenewable == true)
        #expect(answer["job"]?.isRenewable == false)
    }

    @Test("What lasts because of renewed sessions says so; what was copied, or ends before the first renewal, does not")
    func renewable() {
        var estate = jugglers()
        for id in ["borrowed", "copied", "brief"] { estate.add(id, .secret) }
        estate.link("a", "borrowed", .borrow)
        estate.link("a", "copied", .keep)
        estate.link("a", "brief", .borrow, before(3))
        let answer = estate.blast(["job": during(0, 5)])
        #expect(answer.entities.filter(\.isRenewable).map(\.entity.id) == ["a", "b", "borrowed"])
        let path = answer["borrowed"].flatMap { answer.path(to: $0.entity.index) } ?? []
        #expect(path.map(\.isRenewable) == [true, true])
        let steady = jugglers().blast(["job": since(0)])
        #expect(steady.entities.filter(\.isRenewable).isEmpty)
    }

    @Test("A role that can assume itself renews itself")
    func oneRole() {
        var estate = Estate(["job": .job, "a": .serviceAccount])
        estate.link("job", "a", .session(seconds: 10))
        estate.link("a", "a", .session(seconds: 1))
        #expect(estate.blast(["job": during(0, 5)]).held("a") == "[0, …)")
    }

    @Test("One session on a cycle of borrowing renews the whole cycle")
    func mixedCycle() {
        var estate = Estate(["job": .job, "a": .serviceAccount, "slot": .secret, "token": .token])
        estate.link("job", "a", .session(seconds: 1))
        estate.link("a", "slot", .borrow)
        estate.link("slot", "token", .borrow)
        estate.link("token", "a", .session(seconds: 1))
        let answer = estate.blast(["job": during(0, 5)])
        for id in ["a", "slot", "token"] { #expect(answer.held(id) == "[0, …)") }
    }

    @Test("Borrowing in a circle holds nothing up, and neither do sessions of no length")
    func noSession() {
        for hold in [Hold.borrow, .session(seconds: 0)] {
            var estate = Estate(["job": .job, "a": .serviceAccount, "b": .serviceAccount])
            estate.link("job", "a", hold)
            estate.link("a", "b", hold)
            estate.link("b", "a", hold)
            let answer = estate.blast(["job": during(0, 5)])
            #expect(answer.held("a") == "[0, 5)")
            #expect(answer.held("b") == "[0, 5)")
        }
    }

    @Test("When the trust between the roles ends, the last sessions run out one after the other")
    func untilTheRelationEnds() {
        var estate = Estate(["job": .job, "a": .serviceAccount, "b": .serviceAccount])
        estate.link("job", "a", .session(seconds: 10))
        estate.link("a", "b", .session(seconds: 10), before(1_000))
        estate.link("b", "a", .session(seconds: 10))
        let answer = estate.blast(["job": during(0, 5)])
        #expect(answer.held("b") == "[0, 1010)")
        #expect(answer.held("a") == "[0, 1020)")
    }

    @Test("A second way round keeps the sessions going when the first one ends")
    func otherWayRound() {
        var estate = jugglers()
        estate.add("c", .serviceAccount)
        estate.link("a", "c", .session(seconds: 10), since(500))
        estate.link("c", "a", .session(seconds: 10), during(500, 2_000))
        #expect(estate.blast(["job": during(0, 5)]).held("a") == "[0, …)")
        let answer = estate.blast(["job": during(0, 5)]) { question, inventory in
            question.remedies = [inventory.disabling("b", at: 1_000)]
        }
        #expect(answer.held("b") == "[0, 1000)")
        #expect(answer.held("c") == "[500, 2020)")
        #expect(answer.held("a") == "[0, 2010)")
    }

    @Test("A cleansed role is opened again from the other at once; a disabled one is gone, and the other runs out")
    func remedies() {
        let cleansed = jugglers().blast(["job": during(0, 5)]) { question, inventory in
            question.remedies = [inventory.cleansing("a", at: 100)]
        }
        #expect(cleansed.held("a") == "[0, …)")
        #expect(cleansed.held("b") == "[0, …)")
        let disabled = jugglers().blast(["job": during(0, 5)]) { question, inventory in
            question.remedies = [inventory.disabling("a", at: 100)]
        }
        #expect(disabled.held("a") == "[0, 100)")
        #expect(disabled.held("b") == "[0, 110)")
    }

    @Test("Roles cleansed at the same moment are gone for good")
    func cleansedTogether() {
        let answer = jugglers().blast(["job": during(0, 5)]) { question, inventory in
            question.remedies = [inventory.cleansing("a", at: 100), inventory.cleansing("b", at: 100)]
        }
        #expect(answer.held("a") == "[0, 100)")
        #expect(answer.held("b") == "[0, 100)")
    }

    @Test("Sessions renew themselves up to an expiry, and what is left of the other runs out")
    func expiry() {
        var estate = Estate(["job": .job, "b": .serviceAccount])
        estate.add("a", .serviceAccount) { $0.expires = Instant(1_000) }
        estate.link("job", "a", .session(seconds: 10))
        estate.link("a", "b", .session(seconds: 10))
        estate.link("b", "a", .session(seconds: 10))
        let answer = estate.blast(["job": during(0, 5)])
        #expect(answer.held("a") == "[0, 1000)")
        #expect(answer.held("b") == "[0, 1010)")
    }

    @Test("A session that ended before the next relation opened is not renewed")
    func tooLate() {
        var estate = Estate(["job": .job, "a": .serviceAccount, "b": .serviceAccount])
        estate.link("job", "a", .session(seconds: 10))
        estate.link("a", "b", .session(seconds: 10), since(15))
        estate.link("b", "a", .session(seconds: 10))
        #expect(estate.blast(["job": during(0, 5)])["b"] == nil)
        // One second more of the job, and the last second of the session opens the other role.
        #expect(estate.blast(["job": during(0, 6)]).held("b") == "[15, …)")
    }

    @Test("Renewals count as crossings on a path, one by one")
    func hops() {
        var estate = Estate(["job": .job, "a": .serviceAccount, "slot": .secret])
        estate.link("job", "a", .session(seconds: 10))
        estate.link("a", "a", .session(seconds: 10))
        estate.link("a", "slot", .keep, since(40))
        let answer = estate.blast(["job": during(0, 5)])
        // Held until 15 by the job's session, then until 25, 35 and 45; then the slot.
        #expect(answer["slot"]?.hops == 5)
        #expect(answer.route("slot") == ["job", "a", "a", "a", "a", "slot"])
    }

    @Test("What opens only after years of renewals of a short session is reached")
    func years() {
        var estate = jugglers(1)
        estate.add("slot", .secret)
        estate.link("b", "slot", .keep, since(100_000_000))
        let answer = estate.blast(["job": during(0, 5)])
        #expect(answer.held("slot") == "[100000000, …)")
        #expect(answer["slot"]?.via?.from.id == "b")
        #expect(answer["slot"]?.tier == 0)
        #expect(answer.route("slot")?.last == "slot")
    }
}
