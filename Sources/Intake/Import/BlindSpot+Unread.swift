import Inventory

extension BlindSpot {
    /// The files of which nothing is in the inventory; none where there are no such files.
    static func unread(_ reports: [FileReport]) -> [BlindSpot] {
        let unknown = reports.count { $0.outcome == .unrecognized }
        let broken = reports.count { !$0.isRead } - unknown
        return [
            BlindSpot(
                what: "files that could not be read", count: broken,
                why: "they are damaged or packed, or may not be opened"),
            BlindSpot(
                what: "files of unknown kinds", count: unknown,
                why: "no reader knows them, so that nothing was read of them"),
        ].filter { $0.count > 0 }
    }
}
