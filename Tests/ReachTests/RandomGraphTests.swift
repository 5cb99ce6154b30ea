import FoundationEssentials
import Inventory
import Reach
import Testing

/// The engine against ``NaiveAnswer`` on random scenarios. `FIREBREAK_RANDOM_GRAPHS` says how many; each has a number, so
/// that a failure can be repeated.
@Suite struct RandomGraphTests {
    private static let batches = 8
    private static let count =
        ProcessInfo.processInfo.environment["FIREBREAK_RANDOM_GRAPHS"].flatMap { Int($0) } ?? 2_000

    @Test("On random graphs the engine says what the definition says", arguments: 0..<batches)
    func randomGraphs(batch: Int) {
        var failures = 0
        for number in stride(from: batch, to: Self.count, by: Self.batches) {
            let random = Scenario.random(UInt64(number))
            let scenario = number % 5 == 4 ? random.keepingAll : random
            if scenario.differences().isEmpty { continue }
            let smallest = scenario.shrunk { !$0.differences().isEmpty }
            let differences = smallest.differences().joined(separator: "\n")
            Issue.record("Scenario \(number), shrunk:\n\(smallest)\n— differs:\n\(differences)")
            failures += 1
            if failures == 3 { break }
        }
    }
}
