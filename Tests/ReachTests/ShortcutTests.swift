import FoundationEssentials
import Inventory
import Testing

@testable import Reach

/// What the engine does to be quick must not show: the same scenarios with and without it.
@Suite("Being quick changes no answer")
struct ShortcutTests {
    private static let batches = 4
    private static let count =
        (ProcessInfo.processInfo.environment["FIREBREAK_RANDOM_GRAPHS"].flatMap { Int($0) } ?? 2_000) / 4

    /// What an answer says of each entity, a line each; `byNumber` also names the relation, by its number.
    private static func lines(_ answer: BlastRadius, byNumber: Bool = true) -> [String] {
        answer.entities.map { held in
            let via = held.via.map { "\($0.from.id) " + (byNumber ? "\($0.relation.index)" : $0.relation.kindName) }
            let flags = [held.isLive, held.isConditional, held.isSeed].map { $0 ? "x" : "." }.joined()
            return "\(held.entity.id) \(held.holdings.map(\.text)) \(flags) tier \(held.tier) hops \(held.hops) "
                + (via ?? "declared")
        }
    }

    @Test("The general way gives what the shortcuts give", arguments: 0..<batches)
    func shortcuts(batch: Int) {
        for number in stride(from: batch, to: Self.count, by: Self.batches) {
            let random = Scenario.random(UInt64(number))
            let scenario = number % 3 == 0 ? random.keepingAll : random
            let (inventory, question) = scenario.build()
            #expect(inventory.keepsAllGain || number % 3 != 0)
            let rollback = scenario.clock.instant(scenario.rollback)
            let quick = ReachEngine(inventory, shortcuts: .all)
            for shortcuts: Shortcuts in [[], .walk, .finals, .arrivals] {
                let slow = ReachEngine(inventory, shortcuts: shortcuts)
                #expect(
                    Self.lines(quick.blastRadius(question)) == Self.lines(slow.blastRadius(question)),
                    "scenario \(number)")
                #expect(
                    Self.lines(quick.blastRadius(question, rollback: rollback))
                        == Self.lines(slow.blastRadius(question, rollback: rollback)), "scenario \(number)")
            }
        }
    }

    @Test("An engine that is kept answers as a new one does, whatever it was asked before", arguments: 0..<batches)
    func kept(batch: Int) {
        for number in stride(from: batch, to: Self.count, by: Self.batches) {
            let scenario = Scenario.random(UInt64(number))
            let (inventory, question) = scenario.build()
            var other = question
            other.timeless.toggle()
            var failing = question
            failing.guards = .fail
            let kept = ReachEngine(inventory)
            for asked in [question, other, failing, question.untouched, question] {
                #expect(
                    Self.lines(kept.blastRadius(asked)) == Self.lines(BlastRadius(inventory, asked)),
                    "scenario \(number)")
                let reached = kept.reached(asked)
                let answer = kept.blastRadius(asked)
                #expect(reached.count == answer.counts.reached && reached.liveCount == answer.counts.live)
                let moment = scenario.clock.instant(scenario.rollback)
                let live = BlastRadius.rollbackOnly(inventory, asked, at: moment).counts.live
                #expect(kept.rollbackOnlyLive(asked, at: moment) == live, "scenario \(number)")
                #expect(kept.rollbackOnlyLive(asked, at: moment, knowing: answer) == live, "scenario \(number)")
            }
        }
    }

    @Test("Numbers decide nothing: in another order the same things are said", arguments: 0..<batches)
    func renumbered(batch: Int) {
        for number in stride(from: batch, to: Self.count, by: Self.batches) {
            let scenario = Scenario.random(UInt64(number))
            let (inventory, question) = scenario.build()
            let (other, same) = scenario.renumbered(UInt64(number)).build()
            #expect(
                Self.lines(BlastRadius(inventory, question), byNumber: false)
                    == Self.lines(BlastRadius(other, same), byNumber: false), "scenario \(number)")
        }
    }
}
