extension Instant {
    /// Reads ISO 8601 (`2026-03-14`, `2026-03-14T02:10Z`, `2026-03-14 02:10:05.250+01:00`; UTC when no zone is given)
    /// or a whole number of epoch seconds. Fractions of a second are dropped.
    ///
    /// Numbers beyond the year 9999 in seconds are taken as milliseconds, as audit logs write them.
    public init?(text: some StringProtocol) {
        if let number = Int64(text) {
            self.init(epoch: number)
            return
        }
        var scanner = DigitScanner(text)
        guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2), scanner.skip("-"),
            let day = scanner.digits(2)
        else { return nil }
        var clock: (hour: Int64, minute: Int64, second: Int64) = (0, 0, 0)
        var offset: Int64 = 0
        if !scanner.isAtEnd {
            guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
                let hour = scanner.digits(2), scanner.skip(":"), let minute = scanner.digits(2)
            else { return nil }
            clock = (hour, minute, 0)
            if scanner.skip(":") {
                guard let second = scanner.digits(2) else { return nil }
                clock.second = second
                if scanner.skip(".") || scanner.skip(",") { guard scanner.skipDigits() else { return nil } }
            }
            guard let zone = scanner.zone() else { return nil }
            offset = zone
        }
        guard scanner.isAtEnd,
            let date = CivilDate(
                year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second)
        else { return nil }
        self = date.instant.advanced(by: -offset)
    }

    /// A moment from a number in a file: seconds, or milliseconds when seconds would lie beyond the year 9999.
    ///
    /// The greatest number of 32 or of 64 bits is what many a program writes where there is no end: ``never``.
    public init(epoch number: Int64) {
        if number == Int64(UInt32.max) || number == .max {
            self = .never
            return
        }
        let lastSecond: Int64 = 253_402_300_800
        self.init(number.magnitude >= UInt64(lastSecond) ? number / 1_000 : number)
    }

    /// `2026-03-14T02:10:05Z`; the two ends of time are `beginning` and `never`.
    public var iso8601: String {
        guard isBounded else { return self == .never ? "never" : "beginning" }
        let date = CivilDate(self)
        return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))T"
            + "\(date.hour.padded(2)):\(date.minute.padded(2)):\(date.second.padded(2))Z"
    }

    /// `2026-03-14 02:10`, for tables; the two ends of time are empty.
    public var minuteText: String {
        guard isBounded else { return "" }
        let date = CivilDate(self)
        return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2)) "
            + "\(date.hour.padded(2)):\(date.minute.padded(2))"
    }

    /// `2026-03-14`, for narrow columns; the two ends of time are empty.
    public var dayText: String { String(minuteText.prefix(10)) }
}

extension Int64 {
    fileprivate func padded(_ width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

/// Reads runs of ASCII digits and single marks off the front of a text.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func digits(_ count: Int) -> Int64? {
        guard rest.count >= count else { return nil }
        var value: Int64 = 0
        for byte in rest.prefix(count) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - 0x30)
        }
        rest = rest.dropFirst(count)
        return value
    }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == mark.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// At least one digit, all of them.
    mutating func skipDigits() -> Bool {
        let after = rest.drop { (0x30...0x39).contains($0) }
        guard after.startIndex > rest.startIndex else { return false }
        rest = after
        return true
    }

    /// Seconds east of UTC: `Z`, `+01:00`, `-0530`, `+02`, or nothing (UTC). Nil when it is none of them.
    mutating func zone() -> Int64? {
        _ = skip(" ")
        if isAtEnd || skip("Z") || skip("z") { return 0 }
        let sign: Int64
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hours = digits(2), hours < 24 else { return nil }
        if isAtEnd { return sign * hours * 3_600 }
        _ = skip(":")
        guard let minutes = digits(2), minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
