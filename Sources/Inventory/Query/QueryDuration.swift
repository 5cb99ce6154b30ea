/// A length of time as it is written in a query: `90d`, `12h`, `-1w`.
struct QueryDuration: Hashable, Sendable {
    /// The units with their length in seconds. Months and years are of 30 and 365 days.
    static let units: [(name: String, seconds: Int64)] = [
        ("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400), ("w", 604_800), ("mo", 2_592_000), ("y", 31_536_000),
    ]

    /// How many units; negative for the other side of now.
    let count: Int32
    /// The unit's name.
    let unit: String
    /// The length in seconds.
    let seconds: Int64

    /// Reads a whole number and a unit of ``units``. Nil for anything else.
    init?(parsing text: String) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
        let name = text.dropFirst(digits.count).lowercased()
        guard let count = Int32(digits), let unit = Self.units.first(where: { $0.name == name }) else { return nil }
        self.count = count
        self.unit = unit.name
        seconds = Int64(count) * unit.seconds
    }

    /// The canonical text.
    var text: String { "\(count)\(unit)" }
}
