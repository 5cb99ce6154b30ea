import Inventory

/// How times are put into words. Always UTC.
enum TimeWords {
    /// For the cells of a table: the day and time in eleven columns; in another year than `at`'s with the year, in
    /// fourteen; in another century the day alone.
    static func cell(_ instant: Instant, near at: Instant) -> String {
        guard instant.isBounded else { return instant == .never ? "no end" : "unknown" }
        let text = instant.minuteText
        let near = at.minuteText
        guard text.utf8.count == 16, near.utf8.count == 16 else { return text }
        if text.prefix(4) == near.prefix(4) { return String(text.dropFirst(5)) }
        return String(text.prefix(2) == near.prefix(2) ? text.dropFirst(2) : text.prefix(10))
    }

    /// The same in eleven columns at most: in another year than `at`'s the day alone.
    static func narrowCell(_ instant: Instant, near at: Instant) -> String {
        let cell = cell(instant, near: at)
        return cell.utf8.count == anyCellColumns ? String(cell.prefix(8)) : cell
    }

    /// The columns of ``cell(_:near:)``: in the year of the lens, and in any.
    static let cellColumns = 11, anyCellColumns = 14

    /// For headers: `2026-03-14 02:10Z`.
    static func minute(_ instant: Instant) -> String {
        guard instant.isBounded else { return instant == .never ? "no end" : "unknown" }
        return instant.minuteText + "Z"
    }

    /// The same to the second where the moment has any: `2026-03-14 02:10:05Z`.
    static func second(_ instant: Instant) -> String { secondText(instant) + (instant.isBounded ? "Z" : "") }

    /// The same without the sign of UTC, for where that stands beside it.
    static func secondText(_ instant: Instant) -> String {
        guard instant.isBounded else { return minute(instant) }
        let rest = instant.seconds % 60
        let seconds = rest < 0 ? rest + 60 : rest
        return instant.minuteText + (seconds == 0 ? "" : seconds < 10 ? ":0\(seconds)" : ":\(seconds)")
    }

    /// How far a moment is from `at`: `2 d 4 h before the lens`; nil at the ends of time.
    static func distance(_ instant: Instant, from at: Instant) -> String? {
        guard instant.isBounded else { return nil }
        let (difference, overflow) = instant.seconds.subtractingReportingOverflow(at.seconds)
        guard !overflow, difference != .min else { return nil }
        if difference == 0 { return "the lens" }
        return "\(duration(abs(difference))) \(difference < 0 ? "before" : "after") the lens"
    }

    /// A length of time in its two largest units: `2 d 4 h`.
    static func duration(_ seconds: Int64) -> String {
        let units: [(Int64, String)] = [(31_536_000, "y"), (86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
        var parts: [String] = []
        var rest = max(0, seconds)
        for (length, name) in units where parts.count < 2 {
            let count = rest / length
            rest -= count * length
            if count > 0 { parts.append("\(count) \(name)") } else if !parts.isEmpty { break }
        }
        return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
    }

    /// A window as it is read back to whoever types it: `2026-03-14 02:10Z → 2026-03-14 09:40Z, 7 h 30 min`.
    static func windowInFull(_ window: Interval, arrow: String) -> String {
        if window == .always { return "all of time" }
        let from = window.from.isBounded ? minute(window.from) : "no known start"
        guard window.from.isBounded, window.until.isBounded else { return "\(from) \(arrow) \(minute(window.until))" }
        let length = duration(window.until.seconds &- window.from.seconds)
        return "\(from) \(arrow) \(minute(window.until)), \(length)"
    }

    /// A window with short ends: `03-14 02:10 → 09:40`; the second day is left out when it is the first, the years
    /// where they are that of `at`.
    static func window(_ window: Interval, near at: Instant, arrow: String) -> String {
        if window == .always { return "all of time" }
        func end(_ instant: Instant) -> String {
            let text = instant.minuteText
            return text.prefix(4) == at.minuteText.prefix(4) ? cell(instant, near: at) : text
        }
        let from = window.from.isBounded ? end(window.from) + "Z" : "no known start"
        guard window.until.isBounded else { return "\(from) \(arrow) no end" }
        let until = end(window.until)
        let sameDay = window.from.isBounded && window.from.dayText == window.until.dayText
        return "\(from) \(arrow) \(sameDay ? String(until.suffix(5)) : until)Z"
    }
}
