extension Instant {
    /// Reads a moment that a person typed: `now`, a distance from `now` (`-6h`, `+30d`; the units of a query's lengths of
    /// time), ISO 8601 or epoch seconds. A bare signed number is epoch seconds.
    public init?(text: some StringProtocol, now: Instant) {
        if text == "now" {
            self = now
        } else if let sign = text.first, sign == "-" || sign == "+", let length = QueryDuration(parsing: String(text)) {
            self = now.advanced(by: length.seconds)
        } else {
            self.init(text: text)
        }
    }
}
