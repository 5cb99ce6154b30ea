import Inventory
import Reach
import Testing

@Suite("Remedies, clean-ups and severed relations")
struct RemediationTests {
    private func chain() -> Estate {
        var estate = Estate(["runner": .runner, "slot": .secret, "token": .token])
        estate.link("runner", "slot", .borrow)
        estate.link("slot", "token", .keep)
        return estate
    }

    @Test("A disabled entity is never held again, though it could still be reached")
    func disabled() {
        let answer = chain().blast(["runner": since(10)], at: 60) { question, inventory in
            question.remedies = [inventory.disabling("token", at: 50)]
        }
        #expect(answer.held("token") == "[10, 50)")
        #expect(answer["token"]?.isLive == false)
    }

    @Test("A cleansed entity is lost where nothing reaches it any more, and regained where something does")
    func cleansed() {
        let lost = chain().blast(["runner": during(10, 20)]) { question, inventory in
            question.remedies = [inventory.cleansing("token", at: 50)]
        }
        #expect(lost.held("token") == "[10, 50)")
        var estate = chain()
        estate.link("runner", "token", .keep, since(60))
        let regained = estate.blast(["runner": since(10)]) { question, inventory in
            question.remedies = [inventory.cleansing("slot", at: 50), inventory.cleansing("token", at: 50)]
            question.severances = [Severance(relation: 0, at: Instant(50))]
        }
        #expect(regained.held("slot") == "[10, 50)")
        #expect(regained.held("token") == "[10, 50) [60, …)")
    }

    @Test("A cleansing while the crossing is open is no interruption")
    func cleansedAndCrossedAtOnce() {
        let answer = chain().blast(["runner": since(10)]) { question, inventory in
            question.remedies = [inventory.cleansing("slot", at: 50)]
        }
        #expect(answer.held("slot") == "[10, …)")
        #expect(answer["slot"]?.holdings.count == 1)
    }

    @Test("A cleansing ends an open session")
    func sessionCleansed() {
        var estate = Estate(["job": .job, "role": .serviceAccount])
        estate.link("job", "role", .session(seconds: 100))
        let answer = estate.blast(["job": during(0, 10)]) { question, inventory in
            question.remedies = [inventory.cleansing("role", at: 30)]
        }
        #expect(answer.held("role") == "[0, 30)")
    }

    @Test("What was gained from an entity before it was remediated stays")
    func consequences() {
        let answer = chain().blast(["runner": since(10)]) { question, inventory in
            question.remedies = [inventory.cleansing("runner", at: 20)]
        }
        #expect(answer.held("runner") == "[10, 20)")
        #expect(answer.held("slot") == "[10, 20)")
        #expect(answer.held("token") == "[10, …)")
    }

    @Test("Clean-ups that the sources record work by kind: a slot can be regained, a token cannot")
    func recorded() {
        var estate = Estate(["runner": .runner])
        estate.add("slot", .secret) { $0.cleanups = [Instant(50), Instant(30)] }
        estate.add("token", .token) { $0.cleanups = [Instant(50)] }
        estate.link("runner", "slot", .keep, during(10, 11))
        estate.link("runner", "slot", .keep, during(40, 41))
        estate.link("runner", "token", .keep)
        let answer = estate.blast(["runner": since(0)])
        #expect(answer.held("slot") == "[10, 30) [40, 50)")
        #expect(answer.held("token") == "[0, 50)")
    }

    @Test("A remedy before anything was held prevents what is disabled, and not what is cleansed")
    func early() {
        let disabled = chain().blast(["runner": since(10)]) { question, inventory in
            question.remedies = [inventory.disabling("slot", at: 10)]
        }
        #expect(disabled["slot"] == nil)
        #expect(disabled["token"] == nil)
        let cleansed = chain().blast(["runner": since(10)]) { question, inventory in
            question.remedies = [inventory.cleansing("slot", at: 10)]
        }
        #expect(cleansed.held("slot") == "[10, …)")
    }

    @Test("The question says how: a runner may be disabled, a token merely cleansed")
    func againstTheKind() {
        let answer = chain().blast(["runner": since(10)]) { question, inventory in
            question.remedies = [inventory.disabling("slot", at: 50), inventory.cleansing("token", at: 30)]
        }
        #expect(answer.held("slot") == "[10, 50)")
        #expect(answer.held("token") == "[10, …)")
    }

    @Test("A severed relation ends, what it gave before stays")
    func severed() throws {
        let estate = chain()
        let inventory = estate.build()
        let holds = try #require(
            (0..<inventory.relationCount).first { inventory.relation(at: $0).to.id == "token" })
        for (at, held) in [(5, ""), (10, ""), (11, "[10, …)")] {
            let answer = estate.blast(["runner": since(10)]) { question, _ in
                question.severances = [Severance(relation: holds, at: Instant(Int64(at)))]
            }
            #expect(answer.held("token") == held)
        }
    }

    @Test("A severed relation's twin with other times still leads across")
    func twins() throws {
        var estate = Estate(["runner": .runner, "token": .token])
        estate.link("runner", "token", .borrow, during(0, 100))
        estate.link("runner", "token", .borrow, during(50, 200))
        let answer = estate.blast(["runner": .always]) { question, inventory in
            question.severances = (0..<inventory.relationCount)
                .filter { inventory.relation(at: $0).valid == during(0, 100) }
                .map { Severance(relation: $0, at: Instant(10)) }
        }
        #expect(answer.held("token") == "[0, 10) [50, 200)")
    }
}
