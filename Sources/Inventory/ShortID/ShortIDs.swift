/// The short ids of an inventory's entities, by number: each a hash of its id, made when it is asked for.
struct ShortIDs: Sendable {
    private let inventory: Inventory
    /// The letter of each kind by its number, and behind them that of a kind that there is not.
    private let letters: [UInt8]

    init(_ inventory: Inventory) {
        self.inventory = inventory
        letters = (0...EntityKind.table.count + inventory.importedKinds.count).map {
            ShortID.letter(of: inventory.name(of: EntityKind(rawValue: UInt16(truncatingIfNeeded: $0))))
        }
    }

    /// Whether the short id of an entity begins so: its id is read only where its kind fits.
    func matches(_ prefix: ShortIDPrefix, _ row: Int) -> Bool {
        let letter = letter(of: row)
        return prefix.matches(letter: letter) && prefix.matches(inventory.shortID(of: row, letter: letter))
    }

    /// The letter of an entity's kind.
    private func letter(of row: Int) -> UInt8 {
        letters[min(Int(inventory.entities.kind[row].rawValue), letters.count - 1)]
    }

    /// O(length of the id).
    subscript(row: Int) -> ShortID { inventory.shortID(of: row, letter: letter(of: row)) }
}
