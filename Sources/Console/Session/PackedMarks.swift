#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Inventory

/// Many marks as they are saved: a bit an entity, by its number, so that a million of them are read at once. In a snapshot
/// entities keep their numbers. Elsewhere the ids stand beside the bits, as one text that is looked into only when the bits
/// turn out to mean other entities.
struct PackedMarks: Codable, Hashable, Sendable {
    /// How many there are.
    var count: Int
    /// The bits, the lowest number first; base64 in JSON.
    var bits: Data
    /// The ids, a line each; nil for a snapshot.
    var ids: String?
    /// What the ids of the marked entities come to: by it one knows whether the numbers still mean them.
    var check: String?

    /// Up to this many stand by id, which can be read by people and found in other evidence.
    static let namedMarks = 10_000

    /// O(the highest number / 64).
    init(_ marks: Marks) {
        count = marks.count
        bits = Data(marks.words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } })
    }

    /// The same with what it takes to find the entities in evidence that is no snapshot. O(marks).
    init(_ marks: Marks, in inventory: Inventory) {
        self.init(marks)
        guard inventory.snapshot == nil else { return }
        ids = marks.map { inventory.entity(at: $0).id }.joined(separator: "\n")
        check = Self.check(marks, in: inventory)
    }

    /// The marked entities of an inventory, and the ids that name none in it; nil when they cannot be told. `isSame` says
    /// that it is the evidence of which they were saved.
    func found(in inventory: Inventory, isSame: Bool) -> (marks: Marks, strays: [String])? {
        if let numbered = marks(among: inventory.entityCount),
            inventory.snapshot == nil ? check == Self.check(numbered, in: inventory) : isSame && ids == nil
        {
            return (numbered, [])
        }
        guard let ids else { return nil }
        var named = Marks()
        var strays: [String] = []
        for id in ids.split(separator: "\n").map(String.init) {
            if let entity = inventory.entity(id: id) { named.insert(entity.index) } else { strays.append(id) }
        }
        return (named, strays)
    }

    private static func check(_ marks: Marks, in inventory: Inventory) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for entity in marks {
            for byte in inventory.entity(at: entity).id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
        }
        return String(hash, radix: 16)
    }

    /// The marks among so many entities; nil when they are not what was written.
    func marks(among entities: Int) -> Marks? {
        var words = [UInt64](repeating: 0, count: (bits.count + 7) / 8)
        for (place, byte) in bits.enumerated() { words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8) }
        if let last = words.lastIndex(where: { $0 != 0 }),
            last * 64 + 63 - words[last].leadingZeroBitCount >= entities
        {
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
