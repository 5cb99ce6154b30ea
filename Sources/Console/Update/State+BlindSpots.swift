import Inventory
import PlainText

extension State {
    /// The query that lists what a blind spot counts; nil where the inventory does not name it: the sources give only a
    /// number, or a snapshot is of an earlier version.
    func listing(of spot: BlindSpot) -> String? {
        guard let query = spot.query, vocabulary?.attributes.contains(BlindSpot.attribute) == true else { return nil }
        return query
    }

    /// Lists what a blind spot counts.
    mutating func showMembers(of spot: BlindSpot) {
        guard let query = listing(of: spot) else { return }
        visit(.inventory)
        place.query = query
        message = Message(text: "\(spot.what): \(spot.why)".printable, tone: .warning)
    }
}
