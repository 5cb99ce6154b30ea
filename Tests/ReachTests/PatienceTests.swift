import Inventory
import Reach
import Testing

@Suite("Questions that are followed and called off")
struct PatienceTests {
    /// Asks to be called off once so much is done, and remembers what it heard.
    private final class Impatience: Patience {
        struct Enough: Error {}

        let limit: Double
        private(set) var heard: [Double] = []

        init(limit: Double) { self.limit = limit }

        func check(_ done: Double) throws(Enough) {
            heard.append(done)
            if done >= limit { throw Enough() }
        }
    }

    /// A star of chains, in which every answer takes a while; with some control only borrowed, and with all of it kept.
    private static let estates = [false, true].map(estate(keepsAll:))
    private static let estate = estates[0]

    private static func estate(keepsAll: Bool) -> (inventory: Inventory, question: Question) {
        var estate = Estate(["start": .runner])
        for chain in 0..<10 {
            for link in 0..<1_000 {
                estate.add("\(chain)-\(link)", .job)
                estate.link(
                    link == 0 ? "start" : "\(chain)-\(link - 1)", "\(chain)-\(link)",
                    link % 3 == 0 && !keepsAll ? .borrow : .keep,
                    since(Int64(link)), act: link % 7 == 0 ? .tamper : .harvest)
            }
        }
        let inventory = estate.build()
        return (inventory, inventory.question(["start": since(0)], at: 5) { _, _ in })
    }

    @Test("Progress never goes back, and an answer that is waited for is the whole answer", arguments: [true, false])
    func progress(timeless: Bool) throws {
        var (inventory, question) = Self.estate
        question.timeless = timeless
        let patience = Impatience(limit: 2)
        let answer = try ReachEngine(inventory).blastRadius(question, patience: patience)
        #expect(answer.counts.reached == inventory.entityCount)
        #expect(patience.heard.count > 3)
        #expect(patience.heard == patience.heard.sorted())
        #expect(patience.heard.allSatisfy { (0...1).contains($0) })
    }

    @Test(
        "Called off at any point, the engine answers the next question as if nothing had been",
        arguments: [0, 2, 5, 8, 9], [false, true])
    func calledOff(tenth: Int, keepsAll: Bool) {
        let (inventory, question) = Self.estates[keepsAll ? 1 : 0]
        #expect(inventory.keepsAllGain == keepsAll)
        let engine = ReachEngine(inventory)
        for timeless in [true, false] {
            for rollback in [nil, Instant(3)] {
                var asked = question
                asked.timeless = timeless
                let patience = Impatience(limit: Double(tenth) / 10)
                #expect(throws: Impatience.Enough.self) {
                    try engine.blastRadius(asked, rollback: rollback, patience: patience)
                }
                let after = engine.blastRadius(asked, rollback: rollback)
                let fresh = BlastRadius(inventory, asked, rollback: rollback)
                #expect(after.counts == fresh.counts)
                #expect(
                    zip(after.entities, fresh.entities).allSatisfy {
                        $0.entity.index == $1.entity.index && $0.holdings == $1.holdings && $0.hops == $1.hops
                            && $0.tier == $1.tier
                    })
            }
        }
    }

    @Test("A watch tells how far an answer is, and calls it off")
    func watch() throws {
        let (inventory, question) = Self.estate
        let engine = ReachEngine(inventory)
        let followed = Watch()
        _ = try engine.blastRadius(question, patience: followed)
        #expect(followed.progress > 0.5)
        let cancelled = Watch()
        cancelled.cancel()
        #expect(throws: ReachCancelled()) { try engine.blastRadius(question, patience: cancelled) }
        #expect(throws: ReachCancelled()) { try engine.reached(question, patience: cancelled) }
    }
}
