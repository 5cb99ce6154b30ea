import Inventory
import Reach

/// A small inventory and a question about it, in ticks, as values that can be printed and taken apart.
struct Scenario {
    struct Thing {
        var id: String
        var kind: String
        var issued: Int?
        var expires: Int?
        var revoked: Int?
        var lastUsed: Int?
        var cleanups: [Int] = []
        var flags: EntityFlags = []
    }

    struct Link {
        var kind: String
        var from: String
        var to: String
        var valid: (from: Int?, until: Int?) = (nil, nil)
        var gain: Gain?
        var act: Act?
        var hold: Hold?
        var evidence: Evidence?
        var isGuarded = false
        /// When it is severed.
        var severed: Int?
    }

    struct Start {
        var id: String
        var from: Int?
        var until: Int?
    }

    struct Cure {
        var id: String
        var at: Int
        var means: Remediation
    }

    var clock = TickClock()
    var things: [Thing] = []
    /// Sessions last a number of ticks here.
    var links: [Link] = []
    var starts: [Start] = []
    var cures: [Cure] = []
    var at = 1
    var rollback = 1
    var timeless = false
    var guards = Question.Guards.hold
    var plane: Plane?
    var evidence = Evidence.inferred
}

extension Scenario {
    /// The same where all that is gained is kept, and nothing is ever cleansed.
    var keepingAll: Scenario {
        var scenario = self
        for link in scenario.links.indices { scenario.links[link].hold = .keep }
        for thing in scenario.things.indices { scenario.things[thing].cleanups = [] }
        for start in scenario.starts.indices { scenario.starts[start].until = nil }
        for cure in scenario.cures.indices { scenario.cures[cure].means = .disable }
        return scenario
    }

    /// The inventory, and the question about it.
    func build() -> (inventory: Inventory, question: Question) {
        var builder = InventoryBuilder()
        let source = builder.add(source: Source(path: "scenario", format: "random"))
        for thing in things {
            var fact = EntityFact(
                id: thing.id, kind: builder.entityKind(named: thing.kind), provenance: Provenance(source: source))
            fact.issued = thing.issued.map(clock.instant)
            fact.expires = thing.expires.map(clock.instant)
            fact.revoked = thing.revoked.map(clock.instant)
            fact.lastUsed = thing.lastUsed.map(clock.instant)
            fact.cleanups = thing.cleanups.map(clock.instant)
            fact.flags = thing.flags
            builder.add(fact)
        }
        for (number, link) in links.enumerated() {
            var fact = RelationFact(
                builder.relationKind(named: link.kind), from: link.from, to: link.to,
                valid: clock.interval(link.valid.from, link.valid.until), evidence: link.evidence,
                provenance: Provenance(source: source, location: String(number)))
            fact.gain = link.gain
            fact.act = link.act
            fact.hold = link.hold.map(inSeconds)
            fact.guard = link.isGuarded ? "required review" : nil
            builder.add(fact)
        }
        let inventory = builder.build().inventory
        return (inventory, question(inventory))
    }

    private func inSeconds(_ hold: Hold) -> Hold {
        guard case .session(let ticks) = hold else { return hold }
        return .session(seconds: ticks * UInt32(clock.secondsPerTick))
    }

    private func question(_ inventory: Inventory) -> Question {
        var question = Question(seeds: [], at: clock.instant(at))
        question.timeless = timeless
        question.guards = guards
        question.plane = plane
        question.evidence = evidence
        for start in starts {
            guard let entity = inventory.entity(id: start.id) else { continue }
            question.seeds.append(Seed(entity: entity.index, window: clock.interval(start.from, start.until)))
        }
        for cure in cures {
            guard let entity = inventory.entity(id: cure.id) else { continue }
            question.remedies.append(Remedy(entity: entity.index, at: clock.instant(cure.at), means: cure.means))
        }
        for (number, link) in links.enumerated() {
            guard let severed = link.severed else { continue }
            // Identical relations merge, so a relation is found by its place in the source, not by its number.
            for relation in 0..<inventory.relationCount
            where inventory.relation(at: relation).provenance.contains(where: { $0.location == String(number) }) {
                question.severances.append(Severance(relation: relation, at: clock.instant(severed)))
            }
        }
        return question
    }

    /// Every way in which the engine's answers differ from the reference's: to the question, to what stays open when code
    /// is rolled back, and to the question with the plan and a rollback together.
    func differences() -> [String] {
        let (inventory, question) = build()
        let moment = clock.instant(rollback)
        return NaiveAnswer(inventory, question, clock: clock).differences(from: BlastRadius(inventory, question))
            + NaiveAnswer.rollbackOnly(inventory, question, clock: clock, at: rollback)
            .differences(from: .rollbackOnly(inventory, question, at: moment)).map { "rollback only: \($0)" }
            + NaiveAnswer(inventory, question, clock: clock, rollback: rollback)
            .differences(from: BlastRadius(inventory, question, rollback: moment)).map { "rollback: \($0)" }
    }
}
