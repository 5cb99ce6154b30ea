extension Inventory {
    /// How many digits short ids are shown with: at least ``ShortID/leastDigits``, and more where there are many entities.
    /// O(1).
    public var shortIDDigits: Int { ShortID.digits(among: entityCount) }

    /// The short id of an entity. O(length of its id).
    public func shortID(of row: Int) -> ShortID {
        shortID(of: row, letter: ShortID.letter(of: name(of: entities.kind[row])))
    }

    /// The same for who knows the letter of its kind.
    func shortID(of row: Int, letter: UInt8) -> ShortID {
        texts.bytes.withUnsafeBufferPointer { bytes in
            ShortID(letter: letter, id: bytes[texts.range(of: entities.id[row])])
        }
    }

    /// The entities whose short id begins so; nil when `isCancelled` said so first. O(length of the ids of such kinds).
    public func rows(withShortID prefix: ShortIDPrefix, isCancelled: Cancellation? = nil) -> RowSet? {
        let ids = ShortIDs(self)
        return RowTest.filter(RowSet(allOf: entityCount), isCancelled) { ids.matches(prefix, $0) }
    }
}

extension Entity {
    /// Its short id, with the digits that its inventory needs. O(length of its id).
    public var shortID: String { inventory.shortID(of: index).text(digits: inventory.shortIDDigits) }
}
