import Inventory
import Testing

@testable import Console

@Suite("Times and windows as they are typed")
struct WindowTextTests {
    private static let now = Northwind.opened
    private static let shift = Interval(
        Northwind.moment("2026-03-14T02:10Z"), Northwind.moment("2026-03-14T09:40Z"))
    private static let day = Northwind.moment("2026-03-14")

    @Test(
        "Windows are read",
        arguments: [
            ("2026-03-14..2026-03-15", [Interval(day, Northwind.moment("2026-03-15"))]),
            ("2026-03-14..", [Interval(day, .never)]), ("2026-03-14", [Interval(day, .never)]),
            ("..2026-03-14", [Interval(.beginning, day)]), ("", [.always]), ("..", [.always]),
            (" -6h .. now ", [Interval(now.advanced(by: -21_600), now)]),
            ("2026-03-14..2026-03-15, now..", [Interval(day, Northwind.moment("2026-03-15")), Interval(now, .never)]),
            ("03-14 02:10Z..09:40", [shift]), ("03-14 02:10 .. 03-14 09:40Z", [shift]),
            ("03-14..", [Interval(day, .never)]),
            ("03-13 22:00..02:00", [Interval(day.advanced(by: -7_200), day.advanced(by: 7_200))]),
            ("12-31..", [Interval(Northwind.moment("2025-12-31"), .never)]),
            ("02-29..", [Interval(Northwind.moment("2024-02-29"), .never)]),
            ("now.., 2026-03-14..2026-03-15", [Interval(day, Northwind.moment("2026-03-15")), Interval(now, .never)]),
        ])
    func read(text: String, windows: [Interval]) throws {
        #expect(try WindowText.windows(text, now: Self.now) == windows)
    }

    @Test(
        "What is wrong is said where it is",
        arguments: [
            ("yesterday", 0), ("2026-03-14..tomorrow", 12), ("2026-03-14..  x", 14), ("2026-03-14..2026-03-14", 12),
            ("..2026-03-14, 2026-03-13..", 13), ("-6q", 0), ("-99999999999999999999h", 0), ("-9223372036854775807w", 0),
            ("2026-03-14,x", 11), ("09:40..", 0), ("..09:40", 2), ("13-40..", 0), ("-", 0), ("03-14..25:00", 7),
        ])
    func refuse(text: String, place: Int) {
        do {
            let windows = try WindowText.windows(text, now: Self.now)
            Issue.record("read as \(windows)")
        } catch {
            #expect(error.at == place)
        }
    }

    @Test(
        "What is written reads back",
        arguments: [
            [Interval.always], [Interval(day, .never)], [Interval(.beginning, day)],
            [Interval(Instant(1), Instant(62))],
            [Interval(day, Northwind.moment("2026-03-15")), Interval(now, .never)],
        ])
    func roundTrip(windows: [Interval]) throws {
        #expect(try WindowText.windows(WindowText.text(windows), now: Self.now) == windows)
    }
}
