import Inventory

/// The notices of one file. A reason that comes again and again is written a few times and then counted, so that a file
/// with a hundred thousand odd items still has a report that can be read.
final class RESTNotes {
    /// How often one reason is written out with its place.
    static let repeats = 5

    private var notices: [Notice] = []
    private var counts: [String: Int] = [:]

    /// Notes that something at `location` was passed over or looked wrong.
    func note(_ reason: String, at location: String = "") {
        let count = counts[reason, default: 0] + 1
        counts[reason] = count
        if count <= Self.repeats { notices.append(Notice(reason, at: location)) }
    }

    /// Notes `reason` the first time only.
    func noteOnce(_ reason: String, at location: String = "") {
        if counts[reason] == nil { note(reason, at: location) }
    }

    /// Every notice in the order in which it came, then how many more there were of each.
    func summary() -> [Notice] {
        var seen: Set<String> = []
        let more = notices.compactMap { notice -> Notice? in
            guard let count = counts[notice.reason], count > Self.repeats, seen.insert(notice.reason).inserted else {
                return nil
            }
            return Notice("\(count - Self.repeats) more: \(notice.reason)")
        }
        return notices + more
    }
}
