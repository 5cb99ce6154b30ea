import Inventory

/// Times and windows of time as they are typed: `2026-03-14T02:10Z..2026-03-14T09:40Z`, `-6h..`, `..now`. Several
/// windows are separated by commas. Times may be written as tables show them: `03-14 02:10` is the last such day up to
/// now, and `09:40` as an end is the first such time after the start.
enum WindowText {
    /// What is wrong, and from which character on.
    struct Problem: Error, Hashable {
        var text: String
        var at: Int
    }

    /// What a time looks like, for messages.
    static let expectation = "no time: 03-14 02:10, -6h or now"

    /// The moment that `text` names; times that start with a sign count from `now`. Nil when it names none.
    static func instant(_ text: some StringProtocol, now: Instant) -> Instant? {
        let start = text.drop { $0.isWhitespace }
        let trimmed = String(start.reversed().drop { $0.isWhitespace }.reversed())
        if trimmed.lowercased() == "now" { return now }
        if let seconds = offset(trimmed) { return now.advanced(by: seconds) }
        guard let instant = Instant(text: trimmed) ?? short(trimmed, now: now), instant.isBounded else { return nil }
        return instant
    }

    /// `03-14` and `03-14 02:10`, as tables show them, in the last year in which they are not after `now`; also
    /// `26-03-14 02:10`, of the present century.
    private static func short(_ text: String, now: Instant) -> Instant? {
        let digits = Array(text.utf8.prefix(9))
        if digits.count >= 8, digits[2] == UInt8(ascii: "-"), digits[5] == UInt8(ascii: "-") {
            return Instant(text: now.minuteText.prefix(2) + text)
        }
        guard digits.count >= 5, digits[2] == UInt8(ascii: "-"), digits.count == 5 || digits[5] != UInt8(ascii: "-"),
            let year = Int(now.minuteText.prefix(4))
        else { return nil }
        return (0...8).lazy.compactMap { Instant(text: "\(year - $0)-\(text)") }.first { $0 <= now }
    }

    /// `09:40` as the first such time after `start`.
    private static func clock(_ text: String, after start: Instant) -> Instant? {
        guard start.isBounded, let instant = Instant(text: "\(start.dayText)T\(text)"), text.contains(":") else {
            return nil
        }
        return instant > start ? instant : instant.advanced(by: 86_400)
    }

    /// The seconds of `-6h`, `+30m`, `-2d`; nil for anything else.
    private static func offset(_ text: String) -> Int64? {
        guard let sign = text.first, sign == "-" || sign == "+", let unit = text.last else { return nil }
        let scale: Int64
        switch unit {
        case "s": scale = 1
        case "m": scale = 60
        case "h": scale = 3_600
        case "d": scale = 86_400
        case "w": scale = 604_800
        default: return nil
        }
        guard let count = Int64(text.dropFirst().dropLast()), count >= 0 else { return nil }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: scale)
        return overflow ? nil : sign == "-" ? -seconds : seconds
    }

    /// The windows that `text` names, ascending. An end that is left out is open; an empty text is all of time.
    static func windows(_ text: String, now: Instant) throws(Problem) -> [Interval] {
        var windows: [(window: Interval, start: Int)] = []
        var start = 0
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            windows.append((try window(part, start: start, now: now), start))
            start += part.count + 1
        }
        windows.sort { ($0.window.from, $0.start) < ($1.window.from, $1.start) }
        for (left, right) in zip(windows, windows.dropFirst()) where right.window.from < left.window.until {
            throw Problem(text: "two windows overlap: declare them as one", at: right.start)
        }
        return windows.map(\.window)
    }

    private static func window(_ text: Substring, start: Int, now: Instant) throws(Problem) -> Interval {
        let characters = Array(text)
        let dots = characters.indices.dropLast().first { characters[$0] == "." && characters[$0 + 1] == "." }
        let from = try end(
            characters[..<(dots ?? characters.count)], start: start, open: .beginning, after: .beginning, now: now)
        guard let dots else { return Interval(from, .never) }
        let untilStart = dots + 2
        let until = try end(
            characters[untilStart...], start: start + untilStart, open: .never, after: from, now: now)
        guard from < until else { throw Problem(text: "the window ends before it begins", at: start + untilStart) }
        return Interval(from, until)
    }

    private static func end(
        _ characters: ArraySlice<Character>, start: Int, open: Instant, after: Instant, now: Instant
    ) throws(Problem) -> Instant {
        guard let blank = characters.firstIndex(where: { !$0.isWhitespace }) else { return open }
        let text = String(characters[blank...].reversed().drop { $0.isWhitespace }.reversed())
        guard let instant = instant(text, now: now) ?? clock(text, after: after) else {
            throw Problem(text: expectation, at: start + blank - characters.startIndex)
        }
        return instant
    }

    /// The text of a moment that reads back as it: to the minute where nothing is lost.
    static func text(_ instant: Instant) -> String {
        let text = instant.iso8601
        guard text.utf8.count == 20, text.hasSuffix(":00Z") else { return instant.isBounded ? text : "" }
        return text.dropLast(4) + "Z"
    }

    /// The text of windows that reads back as them.
    static func text(_ windows: [Interval]) -> String {
        windows.map { "\(text($0.from))..\(text($0.until))" }.joined(separator: ", ")
    }
}
