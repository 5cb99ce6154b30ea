extension Instant {
    /// Reads a moment that a person typed: `now`, a distance from `now` (`-6h`, `+30d`; units s, m, h, d, w, y), ISO 8601
    /// or epoch seconds. A bare signed number is epoch seconds.
    public init?(text: some StringProtocol, now: Instant) {
        if text == "now" {
            self = now
        } else if let sign = text.first, sign == "-" || sign == "+", let seconds = Span.seconds(text.dropFirst()) {
            self = now.advanced(by: sign == "-" ? -seconds : seconds)
        } else {
            self.init(text: text)
        }
    }
}

/// A length of time as people write it: a whole number and a unit.
public enum Span {
    /// The units and their lengths in seconds; a year is 365 days.
    public static let units: [(name: Character, seconds: Int64)] = [
        ("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400), ("w", 604_800), ("y", 31_536_000),
    ]

    /// The seconds in a text such as `90d`; nil when it is none, or longer than 64 bits can say.
    public static func seconds(_ text: some StringProtocol) -> Int64? {
        guard let last = text.last, let unit = units.first(where: { $0.name == last }),
            let first = text.first, first.isNumber, let count = Int64(text.dropLast())
        else { return nil }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: unit.seconds)
        return overflow ? nil : seconds
    }
}
