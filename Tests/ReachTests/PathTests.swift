import Inventory
import Reach
import Testing

@Suite("Paths, tiers and what is said of each entity")
struct PathTests {
    @Test("The path is that of the earliest holding, not the shortest of all")
    func earliest() {
        var estate = Estate(["runner": .runner, "job": .job, "slot": .secret])
        estate.link("runner", "slot", .keep, since(100))
        estate.link("runner", "job", .keep)
        estate.link("job", "slot", .keep, since(50))
        let answer = estate.blast(["runner": since(10)])
        #expect(answer.route("slot") == ["runner", "job", "slot"])
        #expect(answer["slot"]?.hops == 2)
        let path = answer["slot"].flatMap { answer.path(to: $0.entity.index) } ?? []
        #expect(path.map(\.at) == [Instant(10), Instant(50)])
    }

    @Test("Among paths that arrive at once, the one with the fewest crossings counts")
    func fewest() {
        var estate = Estate(["runner": .runner, "a": .job, "b": .job, "slot": .secret])
        estate.link("runner", "a", .keep)
        estate.link("a", "b", .keep)
        estate.link("b", "slot", .keep)
        estate.link("runner", "slot", .borrow)
        #expect(estate.blast(["runner": during(10, 20)]).route("slot") == ["runner", "slot"])
    }

    @Test("Among equally short ones, the last crossing from the smallest id counts, byte by byte")
    func ties() {
        // U+FF5E sorts before U+1F600 in UTF-8 and after it in UTF-16; "Z" sorts before "a".
        for (ids, first) in [(["a", "Z"], "Z"), (["b", "a", "aa"], "a"), (["\u{1F600}", "\u{FF5E}"], "\u{FF5E}")] {
            var estate = Estate(["runner": .runner, "~slot": .secret])
            for id in ids {
                estate.add(id, .job)
                estate.link("runner", id, .keep)
                estate.link(id, "~slot", .keep)
            }
            #expect(estate.blast(["runner": since(10)])["~slot"]?.via?.from.id == first)
        }
    }

    @Test("A path may lead through an entity that was also held earlier, by another chain")
    func secondHolding() {
        var estate = Estate(["runner": .runner, "late": .runner, "job": .job, "slot": .secret])
        estate.link("runner", "job", .borrow)
        estate.link("late", "job", .borrow)
        estate.link("job", "slot", .keep, since(50))
        let answer = estate.blast(["runner": during(10, 20), "late": since(40)])
        #expect(answer.held("job") == "[10, 20) [40, …)")
        #expect(answer.route("job") == ["runner", "job"])
        #expect(answer.route("slot") == ["late", "job", "slot"])
    }

    @Test("The tier is the least number of tamper, execute and mint steps, even on a later or longer path")
    func tiers() {
        var estate = Estate(["runner": .runner, "a": .job, "b": .job, "slot": .secret])
        estate.link("runner", "slot", .keep, act: .tamper)
        estate.link("runner", "a", .keep, since(50))
        estate.link("a", "b", .keep, act: .impersonate)
        estate.link("b", "slot", .keep)
        let answer = estate.blast(["runner": since(10)])
        #expect(answer["slot"]?.tier == 0)
        #expect(answer["slot"]?.hops == 1)
        #expect(answer["slot"]?.plane == .integrity)
        #expect(answer.counts.byTier == [0: 4])
        #expect(answer.counts.inherited == 3)
    }

    @Test("Harvest and impersonate cost no tier; mint, tamper and execute cost one each", arguments: Act.allCases)
    func tierOfAct(act: Act) {
        var estate = Estate(["a": .runner, "b": .job, "c": .job])
        estate.link("a", "b", .keep, act: act)
        estate.link("b", "c", .keep, act: act)
        let expected = [Act.harvest, .impersonate].contains(act) ? 0 : 2
        #expect(estate.blast(["a": since(10)])["c"]?.tier == expected)
    }

    @Test("Confidence is the weakest evidence on the path")
    func confidence() {
        var estate = Estate(["a": .runner, "b": .job, "c": .job])
        estate.link("a", "b", .keep) { $0.evidence = .inferred }
        estate.link("b", "c", .keep) { $0.evidence = .observed }
        #expect(estate.blast(["a": since(10)])["c"]?.confidence == .inferred)
    }

    @Test("Used since: at or after it was first held; unknown where no use is recorded")
    func usedSince() {
        for (used, expected) in [(9, false), (10, true), (11, true)] {
            var estate = Estate()
            estate.add("token", .token) { $0.lastUsed = Instant(Int64(used)) }
            #expect(estate.blast(["token": since(10)])["token"]?.usedSince == expected)
        }
        let unknown = Estate(["token": .token]).blast(["token": since(10)])
        #expect(unknown["token"]?.usedSince == Bool?.none)
    }

    @Test("Entities are listed by first held, then by the bytes of their ids")
    func order() {
        var estate = Estate(["s": .runner, "b": .job, "a": .job, "Z": .job, "late": .job])
        for id in ["b", "a", "Z"] { estate.link("s", id, .keep, since(20)) }
        estate.link("s", "late", .keep, since(30))
        #expect(estate.blast(["s": since(10)]).entities.map(\.entity.id) == ["s", "Z", "a", "b", "late"])
    }

    @Test("What is not held has no path")
    func noPath() {
        let answer = Estate(["a": .runner, "b": .job]).blast(["a": since(10)])
        #expect(answer.path(to: 1) == nil)
        #expect(answer[1] == nil)
    }
}
