import Inventory
import Reach
import Testing

@Suite("What a question lets the attacker cross")
struct QuestionTests {
    @Test("Without time, what could ever be reached is reached, for all time")
    func timeless() {
        var estate = Estate(["runner": .runner])
        estate.add("slot", .secret) { $0.cleanups = [Instant(5)] }
        estate.add("token", .token) { $0.revoked = Instant(1) }
        estate.link("runner", "slot", .borrow, during(100, 100))
        estate.link("slot", "token", .session(seconds: 1), before(7))
        let answer = estate.blast(["runner": during(10, 20)], at: -5) { question, _ in question.timeless = true }
        for id in ["runner", "slot", "token"] {
            #expect(answer.held(id) == "[…, …)")
            #expect(answer[id]?.isLive == true)
        }
        #expect(answer.route("token") == ["runner", "slot", "token"])
    }

    @Test("Without time, what is remediated or severed is not there, whenever that was to be")
    func timelessRemedies() {
        var estate = Estate(["runner": .runner, "slot": .secret, "token": .token])
        estate.link("runner", "slot", .keep)
        estate.link("slot", "token", .keep)
        for means in Remediation.allCases {
            let answer = estate.blast(["runner": since(10)]) { question, inventory in
                question.timeless = true
                question.remedies = [Remedy(entity: inventory.number("slot"), at: Instant(9_999), means: means)]
            }
            #expect(answer.entities.map(\.entity.id) == ["runner"])
        }
        let removed = estate.blast(["runner": since(10)]) { question, inventory in
            question.timeless = true
            question.remedies = [inventory.cleansing("runner", at: 0)]
        }
        #expect(removed.entities.isEmpty)
        #expect(removed.impossibleSeeds.count == 1)
        let severed = estate.blast(["runner": since(10)]) { question, inventory in
            question.timeless = true
            question.severances = [Severance(relation: 0, at: Instant(9_999))]
        }
        #expect(severed.entities.map(\.entity.id) == ["runner"])
    }

    @Test("What is reached only when guards fail is conditional; with failing guards it is ordinary")
    func guards() {
        var estate = Estate(["job": .job, "environment": .environment, "slot": .secret, "other": .secret])
        estate.link("job", "environment", .borrow) { $0.guard = "required review" }
        estate.link("environment", "slot", .borrow)
        estate.link("environment", "other", .keep)
        estate.link("job", "other", .borrow, since(15), act: .tamper)
        let holding = estate.blast(["job": since(10)], at: 12)
        #expect(holding.entities.filter(\.isConditional).map(\.entity.id) == ["environment", "slot"])
        #expect(holding.held("slot") == "[10, …)")
        #expect(holding.route("slot") == ["job", "environment", "slot"])
        #expect(holding.held("other") == "[15, …)")
        #expect(holding["other"]?.isConditional == false)
        #expect(holding.counts.reached == 2)
        #expect(holding.counts.conditional == 2)
        #expect(holding.counts.live == 1)
        #expect(holding.counts.byKind == [.job: 1, .secret: 1])
        #expect(holding.unconditional.map(\.entity.id) == ["job", "other"])
        for (place, held) in holding.entities.enumerated() {
            #expect(holding.entities.firstIndex(of: held.entity.index) == place)
        }
        let failing = estate.blast(["job": since(10)], at: 12) { question, _ in question.guards = .fail }
        #expect(failing.counts.conditional == 0)
        #expect(failing.counts.reached == 4)
        #expect(failing.held("other") == "[10, …)")
    }

    @Test("Only evidence as strong as asked for is crossed", arguments: Evidence.allCases)
    func evidence(weakest: Evidence) {
        var estate = Estate(["runner": .runner, "inferred": .secret, "configured": .secret, "observed": .secret])
        for evidence in Evidence.allCases {
            estate.link("runner", evidence.name, .keep) { $0.evidence = evidence }
        }
        let answer = estate.blast(["runner": since(0)]) { question, _ in question.evidence = weakest }
        let expected = Evidence.allCases.filter { $0 >= weakest }.map(\.name).sorted()
        #expect(answer.entities.filter { !$0.isSeed }.map(\.entity.id) == expected)
        for evidence in Evidence.allCases where evidence >= weakest {
            #expect(answer[evidence.name]?.confidence == evidence)
        }
    }

    @Test("One plane alone: only its relations are crossed", arguments: Plane.allCases)
    func plane(plane: Plane) {
        let acts = Act.allCases
        var estate = Estate(["runner": .runner])
        for act in acts {
            estate.add(act.name, .resource)
            estate.link("runner", act.name, .keep, act: act)
        }
        let answer = estate.blast(["runner": since(0)]) { question, _ in question.plane = plane }
        let expected = acts.filter { $0.plane == plane }.map(\.name).sorted()
        #expect(answer.entities.filter { !$0.isSeed }.map(\.entity.id) == expected)
        #expect(answer.counts.byPlane == [plane: expected.count])
    }
}
