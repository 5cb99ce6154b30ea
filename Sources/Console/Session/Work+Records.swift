import Inventory

// What undo and redo need, as it is saved and taken up again.
extension [Deed] {
    /// The last ones as they are saved: from the first that is too large on none. O(what they changed).
    func records(in inventory: Inventory) -> [DeedRecord] {
        var records: [DeedRecord] = []
        var room = DeedRecord.room
        for deed in suffix(DeedRecord.limit).reversed() {
            guard let record = DeedRecord(deed, in: inventory) else { break }
            room -= record.work?.weight ?? 0
            guard room >= 0 else { break }
            records.append(record)
        }
        return records.reversed()
    }

    /// Deeds as they were saved, one of them done on the other: with `isBack` the last one led to `present`, else the
    /// last one starts from it. The first that cannot be taken up ends them.
    init(_ records: [DeedRecord], from present: Investigation, isBack: Bool, in inventory: Inventory) {
        var deeds: [Deed] = []
        var here = present
        for record in records.reversed() {
            if let view = record.view {
                let change = Deed.Change.view(before: view.before, after: view.after)
                deeds.append(Deed(what: record.what, place: record.place, change: change))
            } else if let queries = record.queries {
                let change = Deed.Change.queries(before: queries.before, after: queries.after)
                deeds.append(Deed(what: record.what, place: record.place, change: change))
            } else if let work = record.work, let there = work.turned(here, isBack: isBack, in: inventory) {
                let change = isBack ? Deed.Change.work(before: there, after: here) : .work(before: here, after: there)
                deeds.append(Deed(what: record.what, place: record.place, change: change))
                here = there
            } else {
                break
            }
        }
        self = deeds.reversed()
    }
}
