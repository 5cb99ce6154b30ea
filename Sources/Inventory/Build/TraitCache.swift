/// What relations of one kind mean between two kinds of entities: the table's row, looked up once.
struct TraitCache {
    private struct Entry {
        var key: UInt64
        var traits: RelationTraits
        var holdWhenEnded: Hold?
    }

    /// A slot by the low bits of a key's product: a cache, so that a later key takes the place of an earlier one.
    private var entries: [Entry]
    private static let size = 1_024

    init() {
        entries = [Entry](
            repeating: Entry(key: .max, traits: .unknown, holdWhenEnded: nil), count: Self.size)
    }

    /// What `record` means between ends of these kinds: the table's defaults, with what the source says instead.
    mutating func traits(of record: RelationRecord, from: EntityKind, to: EntityKind) -> RelationTraits {
        let key = UInt64(record.kind.rawValue) << 32 | UInt64(from.rawValue) << 16 | UInt64(to.rawValue)
        let slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 54)
        if entries[slot].key != key {
            let row = RelationTable.row(record.kind, from: from, to: to)
            entries[slot] = Entry(key: key, traits: row?.traits ?? .unknown, holdWhenEnded: row?.holdWhenEnded)
        }
        var traits = entries[slot].traits
        if let ended = entries[slot].holdWhenEnded, record.valid.until != .never { traits.hold = ended }
        if let gain = record.gain { traits.gain = gain }
        if let act = record.act { traits.act = act }
        if let hold = record.hold { traits.hold = hold }
        if let evidence = record.evidence { traits.evidence = evidence }
        return traits
    }
}
