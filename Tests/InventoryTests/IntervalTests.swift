import Testing

@testable import Inventory

@Suite("Intervals")
struct IntervalTests {
    private func interval(_ from: Int64, _ until: Int64) -> Interval { Interval(Instant(from), Instant(until)) }

    @Test func `the start lies inside and the end does not`() {
        let hour = interval(10, 20)
        #expect(hour.contains(Instant(10)) && hour.contains(Instant(19)))
        #expect(!hour.contains(Instant(9)) && !hour.contains(Instant(20)))
    }

    @Test func `an intersection holds exactly the moments that both hold`() {
        for number in Int64(0)..<625 {
            let left = interval(number % 5, number / 5 % 5)
            let right = interval(number / 25 % 5, number / 125)
            for seconds in Int64(-1)..<6 {
                let moment = Instant(seconds)
                #expect(
                    left.intersection(right).contains(moment) == (left.contains(moment) && right.contains(moment)))
            }
        }
    }

    @Test func `an interval contains another when it contains all its moments`() {
        #expect(Interval.always.contains(interval(0, 5)))
        #expect(interval(0, 5).contains(interval(0, 5)))
        #expect(!interval(0, 5).contains(interval(0, 6)))
        #expect(interval(5, 5).isEmpty && interval(6, 5).isEmpty && !interval(5, 6).isEmpty)
    }
}
