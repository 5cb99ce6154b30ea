import Inventory
import Reach
import Testing

@Suite("What one crossing gives, and for how long")
struct HoldingTests {
    private func pair(_ hold: Hold, _ valid: Interval = .always) -> Estate {
        var estate = Estate(["near": .runner, "far": .secret])
        estate.link("near", "far", hold, valid)
        return estate
    }

    @Test("What is kept stays held after the near end is lost")
    func keep() {
        #expect(pair(.keep).blast(["near": during(10, 20)]).held("far") == "[10, …)")
    }

    @Test("What is borrowed is held exactly while the near end is held and the relation is open")
    func borrow() {
        #expect(pair(.borrow).blast(["near": during(10, 20)]).held("far") == "[10, 20)")
        #expect(pair(.borrow, during(15, 18)).blast(["near": during(10, 20)]).held("far") == "[15, 18)")
    }

    @Test("A session lasts its length longer than it could last be opened")
    func session() {
        let hold = Hold.session(seconds: 5)
        #expect(pair(hold).blast(["near": during(10, 20)]).held("far") == "[10, 25)")
        #expect(pair(hold, during(0, 12)).blast(["near": during(10, 20)]).held("far") == "[10, 17)")
    }

    @Test("A session of no length is a borrowing")
    func emptySession() {
        #expect(pair(.session(seconds: 0)).blast(["near": during(10, 20)]).held("far") == "[10, 20)")
    }

    @Test("A relation that ends at the moment the near end is gained is not crossed; one second more is enough")
    func halfOpenStart() {
        #expect(pair(.keep, before(10)).blast(["near": since(10)])["far"] == nil)
        #expect(pair(.keep, before(11)).blast(["near": since(10)]).held("far") == "[10, …)")
    }

    @Test("A relation that begins at the moment the near end is lost is not crossed; one second earlier is enough")
    func halfOpenEnd() {
        #expect(pair(.keep, since(20)).blast(["near": during(10, 20)])["far"] == nil)
        #expect(pair(.keep, since(19)).blast(["near": during(10, 20)]).held("far") == "[19, …)")
    }

    @Test("A relation of one second is crossed in that second, an empty one never")
    func shortest() {
        #expect(pair(.borrow, during(15, 16)).blast(["near": since(10)]).held("far") == "[15, 16)")
        #expect(pair(.borrow, during(15, 15)).blast(["near": since(10)])["far"] == nil)
        #expect(pair(.keep, during(16, 15)).blast(["near": since(10)])["far"] == nil)
    }

    @Test("Nothing is held before it is issued", arguments: [Hold.keep, .borrow, .session(seconds: 3)])
    func issued(hold: Hold) {
        var estate = Estate(["near": .runner])
        estate.add("far", .token) { $0.issued = Instant(15) }
        estate.link("near", "far", hold)
        #expect(estate.blast(["near": during(10, 20)])["far"]?.firstHeld == Instant(15))
        #expect(estate.blast(["near": during(10, 15)])["far"] == nil)
    }

    @Test("Nothing is held once it expired or was revoked, whichever comes first")
    func expires() {
        for hold in [Hold.keep, .borrow, .session(seconds: 100)] {
            for (expires, revoked) in [(30, 40), (40, 30)] {
                var estate = Estate(["near": .runner])
                estate.add("far", .token) {
                    $0.expires = Instant(Int64(expires))
                    $0.revoked = Instant(Int64(revoked))
                }
                estate.link("near", "far", hold)
                #expect(estate.blast(["near": since(10)]).held("far") == "[10, 30)")
            }
        }
    }

    @Test("A relation is crossed as soon as it opens while the near end is held")
    func waiting() {
        #expect(pair(.keep, since(1_000)).blast(["near": since(10)]).held("far") == "[1000, …)")
    }

    @Test("Holdings that touch or overlap are one; a gap of one second is a gap")
    func merging() {
        var estate = Estate(["near": .runner, "far": .secret])
        for (from, until) in [(0, 5), (5, 9), (8, 12), (13, 14)] {
            estate.link("near", "far", .borrow, during(Int64(from), Int64(until)))
        }
        #expect(estate.blast(["near": .always]).held("far") == "[0, 12) [13, 14)")
    }

    @Test("What is reached after the moment asked about is reached, but not live")
    func live() {
        let estate = pair(.borrow, during(15, 18))
        for (at, isLive) in [(14, false), (15, true), (17, true), (18, false)] {
            #expect(estate.blast(["near": since(10)], at: Int64(at))["far"]?.isLive == isLive)
        }
        #expect(estate.blast(["near": since(10)], at: 14).counts.reached == 2)
        #expect(estate.blast(["near": since(10)], at: 14).counts.live == 1)
    }

    @Test("With backward gain, control of the far end gives the near end, and not the other way round")
    func backward() {
        var estate = Estate(["near": .runner, "far": .secret])
        estate.link("near", "far", .borrow, during(5, 15)) { $0.gain = .backward }
        let answer = estate.blast(["far": since(10)])
        #expect(answer.held("near") == "[10, 15)")
        #expect(answer["near"]?.via?.from.id == "far")
        #expect(answer.route("near") == ["far", "near"])
        #expect(estate.blast(["near": since(10)])["far"] == nil)
    }

    @Test("A relation that gains nothing, or leads back to itself, changes nothing")
    func nothingGained() {
        var estate = Estate(["near": .runner, "far": .secret])
        estate.link("near", "far", .keep) { $0.gain = Gain.none }
        estate.link("near", "near", .keep)
        let answer = estate.blast(["near": during(10, 20)])
        #expect(answer.entities.map(\.entity.id) == ["near"])
        // The runner was re-imaged at 20: what the relation to itself kept is lost with it.
        #expect(answer.held("near") == "[10, 20)")
    }

    @Test("Times at the far ends of the number range neither trap nor wrap")
    func extremes() {
        var estate = Estate(["near": .runner, "far": .secret, "last": .secret])
        estate.link("near", "far", .session(seconds: .max))
        estate.link("far", "last", .session(seconds: .max), since(.max - 3))
        let answer = estate.blast(["near": during(.min + 1, .max - 2)], at: .max - 1)
        #expect(answer.held("far") == "[\(Int64.min + 1), …)")
        #expect(answer.held("last") == "[\(Int64.max - 3), …)")
        #expect(answer["last"]?.isLive == true)
    }
}
