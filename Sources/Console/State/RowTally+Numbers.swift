import Inventory
import Reach

// Groups of times and of numbers, in their own order.
extension RowTally {
    static let privileges: [(label: String, term: String)] =
        (0...4).reversed().map { ("\($0) of 4", "privilege:\($0)") } + [("not recorded", "privilege:none")]

    /// Where a holding stands at the moment of the lens, in the words of the language.
    var states: [(label: String, term: String)] {
        guard listing.at.isBounded else { return [("live", "live"), ("only if a guard fails", "conditional")] }
        return [
            ("live", "live"), ("not yet", "held:not_yet"), ("expired", "held:ended expired -revoked"),
            ("revoked", "held:ended revoked"), ("ended otherwise", "held:ended -expired -revoked"),
            ("only if a guard fails", "conditional"),
        ]
    }

    /// By what the case says under a field; rows of which it says nothing come last.
    func said(_ column: GroupColumn, _ field: QueryField, none: String) -> [RowGroup]? {
        let name = field.row.name
        let words = listing.remarks.words(field).map { (label: $0, term: "\(name):\(Query.literal($0))") }
        return terms(column.title, words + [(none, "\(name):none")])?.filter { $0.count > 0 }
    }

    func numbered(_ column: GroupColumn, _ number: (Int) -> Int?) -> [RowGroup]? {
        count(number)?.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { number, count in
            RowGroup(
                heading: column.title, label: number.map(String.init) ?? "none",
                term: number.map { "\(column.rawValue):\($0)" } ?? "\(column.rawValue):none", count: count)
        }
    }

    /// By powers of ten.
    func decades(_ column: GroupColumn, _ number: (Int) -> Int?) -> [RowGroup]? {
        let counts = count { row in number(row).map { $0 <= 0 ? 0 : String($0).utf8.count } }
        return counts?.sorted { ($1.key ?? -1) < ($0.key ?? -1) }.map { digits, count in
            guard let digits else {
                return RowGroup(heading: column.title, label: "not known", term: "", count: count)
            }
            let first = digits == 0 ? 0 : (1..<digits).reduce(1) { power, _ in power * 10 }
            let end = digits == 0 ? 1 : first * 10
            return RowGroup(
                heading: column.title,
                label: digits == 0 ? "0" : "\(Words.grouped(first)) to \(Words.grouped(end - 1))",
                term: "\(column.rawValue)>=\(first) \(column.rawValue)<\(end)", count: count)
        }
    }

    func months(_ column: GroupColumn) -> [RowGroup]? {
        guard let shown = column.column else { return nil }
        let field = shown == .lastUsed ? "used" : shown.row.name
        let days = count { row in
            shown.time(of: inventory.entity(at: row)).map { $0.seconds.floored(to: 86_400) }
        }
        guard let days else { return nil }
        var months: [String: Int] = [:]
        for (day, count) in days { months[day.map(month) ?? "", default: 0] += count }
        return months.sorted { $0.key > $1.key }.map { month, count in
            RowGroup(
                heading: column.title, label: month.isEmpty ? "not recorded" : month,
                term: month.isEmpty ? "\(field):none" : month == Self.noMonth ? "" : "\(field):\(month)", count: count)
        }
    }

    private static let noMonth = "outside the years 0 to 9999"

    private func month(_ day: Int64) -> String {
        guard Self.writtenDays.contains(day) else { return Self.noMonth }
        return String(Instant(day).dayText.prefix(7))
    }

    /// The days that a query can name: of the years 0 to 9999.
    private static let writtenDays: Range<Int64> = -62_167_219_200..<253_402_300_800

    func hours(_ column: GroupColumn) -> [RowGroup]? {
        let hours = count { row -> Int64? in
            guard let held = listing.answer?.radius[row], !held.isConditional else { return .max }
            return held.firstHeld.isBounded ? held.firstHeld.seconds.floored(to: 3_600) : nil
        }
        return hours?.sorted { ($0.key ?? .min) < ($1.key ?? .min) }.map { hour, count in
            switch hour {
            case nil:
                return RowGroup(
                    heading: column.title, label: "no known start", term: "reached held:none", count: count)
            case Int64.max?:
                return RowGroup(
                    heading: column.title, label: "only if a guard fails", term: "conditional", count: count)
            case let hour?:
                let (start, end) = (Instant(hour), Instant(hour).advanced(by: 3_600))
                let term = "held>=\(start.iso8601) held<\(end.iso8601)"
                return RowGroup(
                    heading: column.title, label: "\(start.minuteText.dropLast(3))h",
                    term: (try? Query(parsing: term)) == nil ? "" : term, count: count)
            }
        }
    }
}
