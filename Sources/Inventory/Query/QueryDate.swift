/// A year, month, day or second of the calendar, in UTC: what a date in a query stands for.
struct QueryDate: Hashable, Sendable {
    /// The canonical text: `2026`, `2026-03`, `2026-03-14`, `03-14`, `2026-03-14T02:10:05Z` or `now`.
    let text: String
    /// The stretch of time; nil for `now` and for a day without a year, which the context decides.
    private let span: Interval?

    /// The moment of asking.
    static let now = QueryDate(text: "now", span: nil)

    private init(text: String, span: Interval?) {
        self.text = text
        self.span = span
    }

    /// Reads a year of four digits, a month, a day with or without its year, a time in ISO 8601, epoch seconds of nine digits or more, or `now`.
    /// Nil for anything else and for moments outside the years 0–9999.
    init?(parsing text: String) {
        if text.lowercased() == "now" {
            self = .now
        } else if text.utf8.count == 4, let year = Self.digits(text.utf8) {
            self.init(text, from: (year, 1), until: (year + 1, 1))
        } else if text.utf8.count == 7, text.utf8.dropFirst(4).first == UInt8(ascii: "-"),
            let year = Self.digits(text.utf8.prefix(4)), let month = Self.digits(text.utf8.dropFirst(5))
        {
            self.init(text, from: (year, month), until: month == 12 ? (year + 1, 1) : (year, month + 1))
        } else if text.utf8.count == 5, Self.day(text, of: Self.leapYear) != nil {
            self.init(text: text, span: nil)
        } else if let first = text.utf8.first, (0x30...0x39).contains(first),
            Self.digits(text.utf8) == nil || text.utf8.count >= 9, let moment = Instant(text: text),
            Self.printable.contains(moment)
        {
            let isDay = text.utf8.count == 10 && Self.digits(text.utf8) == nil
            let length = isDay ? CivilDate.secondsPerDay : 1
            self.init(
                text: isDay ? moment.dayText : moment.iso8601, span: Interval(moment, moment.advanced(by: length)))
        } else {
            return nil
        }
    }

    private init?(_ text: String, from: (year: Int64, month: Int64), until: (year: Int64, month: Int64)) {
        guard let start = CivilDate(year: from.year, month: from.month, day: 1)?.instant else { return nil }
        // The year after 9999 is no civil date: the span then ends where printable time does.
        let end = CivilDate(year: until.year, month: until.month, day: 1)?.instant ?? Self.printable.until
        self.init(text: text, span: Interval(start, end))
    }

    /// The years 0–9999, which four digits can name.
    private static let printable = Interval(Instant(-62_167_219_200), Instant(253_402_300_800))

    private static func digits(_ bytes: some Collection<UInt8>) -> Int64? {
        guard !bytes.isEmpty, bytes.count < 19 else { return nil }
        var number: Int64 = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        return number
    }

    /// A year that has every day.
    private static let leapYear: Int64 = 2_000

    /// The day that `MM-DD` is in a year; nil when it is none.
    private static func day(_ text: String, of year: Int64) -> Interval? {
        guard text.utf8.count == 5, text.utf8.dropFirst(2).first == UInt8(ascii: "-"),
            let month = digits(text.utf8.prefix(2)), let day = digits(text.utf8.suffix(2)),
            let start = CivilDate(year: year, month: month, day: day)?.instant
        else { return nil }
        return Interval(start, start.advanced(by: CivilDate.secondsPerDay))
    }

    /// The stretch of time. A day without a year is the last such up to now, or the next from now on when `isAhead`.
    func span(now: Instant, isAhead: Bool = false) -> Interval {
        if let span { return span }
        let today = Interval(now, now.advanced(by: 1))
        guard self != .now else { return today }
        let year = CivilDate(now).year
        // Of eight years in a row one has every day, even at the turn of a century.
        return (0...8).lazy.compactMap { Self.day(text, of: year + (isAhead ? $0 : -$0)) }
            .first { isAhead ? $0.until > now : $0.from <= now } ?? today
    }

    /// Whether `moment` stands to this date as `comparison` says: before it begins, on it, after it ends.
    func admits(_ moment: Instant, _ comparison: QueryComparison, now: Instant) -> Bool {
        let span = span(now: now)
        return switch comparison {
        case .equal, .contains: span.contains(moment)
        case .less: moment < span.from
        case .lessOrEqual: moment < span.until
        case .greater: moment >= span.until
        case .greaterOrEqual: moment >= span.from
        }
    }
}
