import Testing

@testable import Inventory

@Suite("Reading and printing moments")
struct InstantTextTests {
    @Test(
        "Every accepted way to write a moment gives that moment",
        arguments: [
            ("1970-01-01", 0), ("1970-01-01T00:00Z", 0), ("1970-01-01 00:00:01", 1), ("1970-01-01t00:00:01z", 1),
            ("2026-03-14T02:10:05Z", 1_773_454_205), ("2026-03-14T03:10:05+01:00", 1_773_454_205),
            ("2026-03-13T20:40:05-0530", 1_773_454_205), ("2026-03-14 04:10:05 +02", 1_773_454_205),
            ("2026-03-14 02:10:05.250+00:00", 1_773_454_205), ("2026-03-14 02:10:05,9 Z", 1_773_454_205),
            ("1773454205", 1_773_454_205), ("1773454205250", 1_773_454_205), ("-1", -1), ("1969-12-31T23:59:59Z", -1),
            ("2024-02-29", 1_709_164_800), ("2026-03-14T24:00", 1_773_532_800), ("0000-01-01", -62_167_219_200),
        ])
    func accepts(_ text: String, _ seconds: Int64) {
        #expect(Instant(text: text)?.seconds == seconds)
    }

    @Test("The greatest number of 32 or 64 bits is no end", arguments: [4_294_967_295, Int64.max])
    func noEnd(_ number: Int64) {
        #expect(Instant(epoch: number) == .never)
        #expect(Instant(epoch: number - 1) != .never)
    }

    @Test(
        "What is no moment is refused",
        arguments: [
            "", " ", "never", "2026-3-14", "2026-13-01", "2026-02-29", "1900-02-29", "2026-03-14T",
            "2026-03-14T2",
            "2026-03-14T25:00", "2026-03-14T24:01", "2026-03-14T02:60", "2026-03-14T02:10:61", "2026-03-14T02:10:05.",
            "2026-03-14T02:10+24:00", "2026-03-14T02:10+01:60", "2026-03-14T02:10+1", "2026-03-14T02:10Zx",
            "2026-03-14x",
            "２０２６-03-14", "99999999999999999999",
        ])
    func refuses(_ text: String) {
        #expect(Instant(text: text) == nil)
    }

    @Test func `a long run of blanks before the zone is refused without recursion`() {
        #expect(Instant(text: "2026-03-14T02:10" + String(repeating: " ", count: 1_000_000) + "Z") == nil)
    }

    @Test func `what is printed reads back as the same moment`() {
        var random = SeededRandom(1)
        for _ in 0..<20_000 {
            let moment = Instant(.random(in: -62_167_219_200..<253_402_300_800, using: &random))
            #expect(Instant(text: moment.iso8601) == moment)
        }
    }

    @Test func `each day follows the one before, across leap years and centuries`() {
        var day = Instant.at("1899-12-31")
        var before = CivilDate(day)
        for _ in 0..<80_000 {
            day = day.advanced(by: CivilDate.secondsPerDay)
            let date = CivilDate(day)
            let isNewMonth = date.day == 1
            #expect(
                isNewMonth
                    ? before.day == CivilDate.days(in: before.month, of: before.year) : date.day == before.day + 1)
            before = date
        }
        #expect(day.dayText == "2119-01-12")
    }

    @Test func `moments at the edges of what 64 bits hold are printed without a trap`() {
        let edges: [Int64] = [Int64.min + 1, Int64.min + 86_400, -1, Int64.max - 1, Int64.max - 86_400]
        for seconds in edges {
            #expect(!Instant(seconds).iso8601.isEmpty)
        }
        #expect(Instant(-62_167_219_201).iso8601 == "-0001-12-31T23:59:59Z")
        #expect(Instant.never.iso8601 == "never")
        #expect(Instant.beginning.minuteText.isEmpty)
    }

    @Test func `random texts are read or refused, never trapped on`() {
        var random = SeededRandom(2)
        let letters = Array("0123456789-:TZ.,+ tz９\u{0}é".unicodeScalars)
        for _ in 0..<20_000 { _ = Instant(text: random.text(of: letters, upTo: 24))?.iso8601 }
    }

    @Test func `moving a moment stops at the ends of time`() {
        #expect(Instant(.max - 1).advanced(by: 10) == .never)
        #expect(Instant(.min + 1).advanced(by: -10) == .beginning)
        #expect(Instant.never.advanced(by: -10) == .never)
    }
}
