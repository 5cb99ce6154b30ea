import Inventory

/// How moments stand in the columns of a drawing.
struct TimeAxis: Hashable, Sendable {
    /// The moment of the first column.
    let from: Instant
    /// How many columns there are.
    let columns: Int
    /// This many seconds take ``per`` columns.
    private let seconds: Int64
    private let per: Int64

    /// An axis for a stretch of time in at most `columns` columns; nil where an end is not known.
    init?(_ span: Interval, columns: Int) {
        guard columns > 0, let length = span.lasted, length >= 0 else { return nil }
        from = span.from
        self.columns = columns
        seconds = max(1, length / Int64(columns) + 1)
        per = 1
    }

    /// An axis whose columns each hold whole units of a density, or whose units each hold whole columns.
    init(_ density: Density, columns: Int) {
        let units = max(1, density.counts.count)
        let room = max(1, columns)
        from = density.span.from
        if units <= room {
            per = Int64(min(8, room / units))
            seconds = density.unit
            self.columns = units * Int(per)
        } else {
            let group = (units + room - 1) / room
            per = 1
            seconds = density.unit * Int64(group)
            self.columns = (units + group - 1) / group
        }
    }

    /// The column of a moment; negative before the first, ``columns`` or more behind the last.
    func column(of moment: Instant) -> Int {
        guard moment.isBounded else { return moment == .never ? columns : -1 }
        let (distance, overflow) = moment.seconds.subtractingReportingOverflow(from.seconds)
        let (scaled, tooFar) = distance.multipliedReportingOverflow(by: per)
        if overflow || tooFar { return moment < from ? -1 : columns }
        return max(-1, min(columns, Int(scaled.floored(to: seconds) / seconds)))
    }

    /// A labelled place.
    struct Tick: Hashable, Sendable {
        let column: Int
        let label: String
    }

    private static let steps: [Int64] = [
        60, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600, 2_592_000, 7_776_000,
        31_536_000, 157_680_000,
    ]
    private static let labelColumns = 14

    /// Places at round times, far enough apart for their labels.
    var ticks: [Tick] {
        let (wanted, isTooLong) = Int64(Self.labelColumns).multipliedReportingOverflow(by: seconds)
        guard !isTooLong, let step = Self.steps.first(where: { $0 >= wanted / per }) else { return [] }
        var ticks: [Tick] = []
        var moment = Instant(from.seconds.floored(to: step))
        if moment < from { moment = moment.advanced(by: step) }
        while case let column = column(of: moment), column < columns {
            let text = moment.minuteText
            let label = step < 86_400 ? text.dropFirst(5) : text.prefix(10)
            ticks.append(Tick(column: column, label: String(label)))
            moment = moment.advanced(by: step)
        }
        return ticks
    }
}
