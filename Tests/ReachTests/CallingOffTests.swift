import Inventory
import Reach
import Testing

@Suite("Cuts, orders and choke points that are called off")
struct CallingOffTests {
    /// Loses patience when it is asked for the time with this number, and counts how often it was asked.
    private final class Countdown: Patience {
        struct Enough: Error {}

        private let limit: Int
        private(set) var asked = 0

        init(_ limit: Int) { self.limit = limit }

        func check(_ done: Double) throws(Enough) {
            asked += 1
            if asked >= limit { throw Enough() }
        }
    }

    enum Work: CaseIterable, Sendable {
        case order, cut, timelessCut, severed, chokePoints, chokePointsOfTarget
    }

    /// A runner that lends a token, and chains of jobs that live on it and lead to one resource: long to look through,
    /// and one revocation closes all.
    private static let estate: (inventory: Inventory, question: Question) = {
        var estate = Estate(["runner": .runner, "gate": .token, "data": .resource])
        estate.link("runner", "gate", .borrow)
        for chain in 0..<10 {
            for link in 0..<1_000 {
                estate.add("\(chain)-\(link)", .job)
                estate.link(link == 0 ? "gate" : "\(chain)-\(link - 1)", "\(chain)-\(link)", .borrow)
            }
            estate.link("\(chain)-999", "data", .borrow)
        }
        let inventory = estate.build()
        return (inventory, inventory.question(["runner": since(0)], at: 5) { _, _ in })
    }()

    /// What the work comes to, as numbers of entities.
    private func run<P: Patience>(
        _ work: Work, _ engine: ReachEngine, _ ground: TimelessGround, _ patience: P
    ) throws(P.Failure) -> [Int] {
        let (inventory, question) = Self.estate
        let target = inventory.number("data")
        switch work {
        case .order:
            let items = ["5-500", "gate", "runner"].map(inventory.number)
            let order = try PlanOrder(inventory, items: items, question, patience: patience)
            return order.groups.flatMap { $0.entities.map(\.index) }
        case .cut:
            return try MinimumCut(by: engine, question, targets: [target], patience: patience).entities.map(\.index)
        case .timelessCut:
            return try ground.minimumCut(before: [target], cost: .entities, patience: patience).entities.map(\.index)
        case .severed:
            let cut = MinimumCut(inventory, question, targets: [target])
            return try cut.severed(patience: patience).flatMap { [$0.entity.index, $0.reached] }
        case .chokePoints:
            return try ground.chokePoints(toward: nil, patience: patience).points.prefix(20).map(\.entity.index)
        case .chokePointsOfTarget:
            return try ground.chokePoints(toward: [target], patience: patience).points.map(\.entity.index)
        }
    }

    @Test(
        "Whenever it is called off it stops without an answer, and the next one is as if nothing had been",
        arguments: Work.allCases)
    func calledOff(work: Work) throws {
        let (inventory, question) = Self.estate
        let (engine, ground) = (ReachEngine(inventory), TimelessGround(inventory, question))
        let counting = Countdown(.max)
        let whole = try run(work, engine, ground, counting)
        #expect(whole.contains(inventory.number("gate")))
        #expect(counting.asked > 2)
        // At the first and the last time that it asks, and here and there between.
        for limit in Set((0...6).map { 1 + $0 * (counting.asked - 1) / 6 }) {
            let impatient = Countdown(limit)
            #expect(throws: Countdown.Enough.self) { try run(work, engine, ground, impatient) }
            #expect(impatient.asked == limit)
        }
        #expect(run(work, engine, ground, EndlessPatience()) == whole)
    }

    @Test("A watch that was called off ends each of them", arguments: Work.allCases)
    func watched(work: Work) {
        let (inventory, question) = Self.estate
        let watch = Watch()
        watch.cancel()
        #expect(throws: ReachCancelled()) {
            try run(work, ReachEngine(inventory), TimelessGround(inventory, question), watch)
        }
    }
}
