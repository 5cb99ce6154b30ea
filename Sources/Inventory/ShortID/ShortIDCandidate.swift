/// One of several entities that a short id may mean.
public struct ShortIDCandidate: Hashable, Sendable {
    /// Its short id, with as many digits as tell the candidates apart.
    public let shortID: String
    /// Its id.
    public let id: String

    /// The entities of these rows, in the order of their ids. Two whose digits are all equal share them here too.
    static func list(_ rows: [Int], of inventory: Inventory) -> [ShortIDCandidate] {
        let entities = rows.map { (short: inventory.shortID(of: $0), id: inventory.entity(at: $0).id) }
        func areApart(by digits: Int) -> Bool {
            Set(entities.map { $0.short.text(digits: digits) }).count == entities.count
        }
        let enough = (inventory.shortIDDigits...ShortID.mostDigits).first(where: areApart) ?? ShortID.mostDigits
        return entities.sorted { $0.id < $1.id }
            .map { ShortIDCandidate(shortID: $0.short.text(digits: enough), id: $0.id) }
    }
}
