#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Inventory

/// Many marks as they are saved: a bit an entity, by its number. Only for a snapshot, whose entities keep their numbers;
/// a million marks take as little time to read as a picture.
struct PackedMarks: Codable, Hashable, Sendable {
    /// How many there are.
    var count: Int
    /// The bits, the lowest number first; base64 in JSON.
    var bits: Data

    /// Up to this many stand by id, which can be read by people and found in other evidence.
    static let namedMarks = 10_000

    /// O(the highest number / 64).
    init(_ marks: Marks) {
        count = marks.count
        bits = Data(marks.words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } })
    }

    /// The marks among so many entities; nil when they are not what was written.
    func marks(among entities: Int) -> Marks? {
        var words = [UInt64](repeating: 0, count: (bits.count + 7) / 8)
        for (place, byte) in bits.enumerated() { words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8) }
        if let last = words.lastIndex(where: { $0 != 0 }), last * 64 + 63 - words[last].leadingZeroBitCount >= entities {
            return nil
        }
        let marks = Marks(words: words)
        return marks.count == count ? marks : nil
    }
}

/// Marks that a deed made or took away, as they are saved: by id, or packed.
struct MarkRecord: Codable, Hashable, Sendable {
    var ids: [String]?
    var packed: PackedMarks?

    /// Nil when there are too many for ids, and numbers say nothing.
    init?(_ marks: Marks, in inventory: Inventory) {
        guard marks.count > PackedMarks.namedMarks else {
            ids = marks.map { inventory.entity(at: $0).id }
            return
        }
        guard inventory.snapshot != nil else { return nil }
        packed = PackedMarks(marks)
    }

    /// What it weighs in a file, in ids.
    var weight: Int { (ids?.count ?? 0) + (packed?.bits.count ?? 0) / 16 }

    /// The marks; nil when one of them names nothing in the evidence.
    func marks(in inventory: Inventory) -> Marks? {
        if let packed { return inventory.snapshot == nil ? nil : packed.marks(among: inventory.entityCount) }
        var marks = Marks()
        for id in ids ?? [] {
            guard let entity = inventory.entity(id: id) else { return nil }
            marks.insert(entity.index)
        }
        return marks
    }
}
