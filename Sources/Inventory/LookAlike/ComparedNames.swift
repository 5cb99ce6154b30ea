import PlainText

/// The names of an inventory as far as they are compared by their looks: which, with which, and what part of them.
struct ComparedNames: Sendable {
    let inventory: Inventory

    /// Kinds of which a name means the same everywhere; names of the others repeat from place to place, and are compared
    /// within what they belong to.
    private static let worldwide: Set<EntityKind> = [.organization, .person, .repository, .action, .package]

    /// Whether the entity's name is compared at all: a run is called like its job.
    func isCompared(_ row: Int) -> Bool {
        inventory.entities.kind[row] != .run && !inventory.entities.name[row].isEmpty
    }

    /// What the entity's name is compared within: a number for each kind and place.
    func room(of row: Int) -> UInt64 {
        let kind = inventory.entities.kind[row]
        let place = Self.worldwide.contains(kind) ? EntityColumns.noParent : inventory.entities.parent[row]
        return UInt64(kind.rawValue) << 32 | UInt64(place)
    }

    /// Where the compared part of the entity's name lies: all of it, but of what has versions the part before them.
    func range(of row: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let range = inventory.texts.range(of: inventory.entities.name[row])
        let (name, at, slash) = (bytes[range], UInt8(ascii: "@"), UInt8(ascii: "/"))
        switch inventory.entities.kind[row] {
        case .action: return range.lowerBound..<(name.firstIndex(of: at) ?? range.upperBound)
        case .package:
            // A scope begins with the same sign: `@scope/name@1.0`.
            guard let end = name.lastIndex(of: at), end > range.lowerBound, name[end - 1] != slash else { return range }
            return range.lowerBound..<end
        default: return range
        }
    }

    /// The compared part of the entity's name.
    func text(of row: Int) -> String {
        inventory.texts.bytes.withUnsafeBufferPointer { Self.copy($0[range(of: row, in: $0)]) }
    }

    /// Copied first and decoded then: mapped bytes may change meanwhile.
    private static func copy(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: Array(bytes), as: UTF8.self)
    }

    /// Whether two entities have the same name to the byte, as far as it is compared.
    func areSame(_ row: Int, _ other: Int) -> Bool {
        if inventory.entities.name[row] == inventory.entities.name[other] { return true }
        return inventory.texts.bytes.withUnsafeBufferPointer {
            $0[range(of: row, in: $0)].elementsEqual($0[range(of: other, in: $0)])
        }
    }

    /// The entities whose words mix scripts. O(length of the names); those of ASCII are only looked through.
    func mixed() -> [Int] {
        inventory.texts.bytes.withUnsafeBufferPointer { bytes in
            (0..<inventory.entityCount).filter { row in
                guard isCompared(row) else { return false }
                let name = bytes[inventory.texts.range(of: inventory.entities.name[row])]
                return name.contains { $0 >= 0x80 }
                    && !WrittenScript.mixed(in: Self.copy(name)).isEmpty
            }
        }
    }
}

// Which of them have one skeleton.
extension ComparedNames {
    /// Entities of one room and skeleton whose names differ, each group ascending, the groups by their first entity.
    /// O(length of the names + entities × log), most of it in numbers.
    func groups(by skeleton: NameSkeleton) -> [[Int]] {
        let keys = keys(by: skeleton)
        var groups: [[Int]] = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end] >> 32 == keys[start] >> 32 { end += 1 }
            if end - start > 1 {
                let rows = keys[start..<end].map { Int($0 & 0xFFFF_FFFF) }
                let first = rows[0]
                if rows.contains(where: { room(of: $0) != room(of: first) || !areSame($0, first) }) {
                    groups += exactGroups(of: rows, by: skeleton)
                }
            }
            start = end
        }
        return groups.sorted { $0[0] < $1[0] }
    }

    /// What a room and a skeleton are.
    private struct Key: Hashable {
        let room: UInt64
        let skeleton: String
    }

    /// What rows of one number have in common to the letter.
    private func exactGroups(of rows: [Int], by skeleton: NameSkeleton) -> [[Int]] {
        Dictionary(grouping: rows) { Key(room: room(of: $0), skeleton: skeleton.of(text(of: $0))) }.values
            .filter { group in group.contains { !areSame($0, group[0]) } }
    }

    /// For each compared entity half a hash of its room and skeleton, and its number, sorted.
    private func keys(by skeleton: NameSkeleton) -> [UInt64] {
        let folded = skeleton.ascii
        var keys: [UInt64] = []
        inventory.texts.bytes.withUnsafeBufferPointer { bytes in
            for row in 0..<inventory.entityCount where isCompared(row) {
                let name = bytes[range(of: row, in: bytes)]
                let upper = hash(room: room(of: row), name, skeleton, folded) & ~0xFFFF_FFFF
                keys.append(upper | UInt64(row))
            }
        }
        keys.sort()
        return keys
    }

    /// A number that is the same for names of one room and skeleton.
    private func hash(
        room: UInt64, _ name: Slice<UnsafeBufferPointer<UInt8>>, _ skeleton: NameSkeleton, _ folded: [UInt8]
    ) -> UInt64 {
        var hash = RowHash(room)
        for byte in name {
            guard byte < 0x80 else { return self.hash(room: room, skeleton.of(Self.copy(name))) }
            hash.add(folded[Int(byte)])
        }
        return hash.value
    }

    /// The same for a skeleton that was written out.
    private func hash(room: UInt64, _ skeleton: String) -> UInt64 {
        var hash = RowHash(room)
        if skeleton.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in skeleton.utf8 { hash.add(byte) }
        } else {
            // The hash of a text is that of all texts that are canonically equivalent.
            hash.add(skeleton.hashValue)
        }
        return hash.value
    }
}

/// A hash of a number and bytes: FNV-1a (Fowler, Noll, Vo), its bits mixed at the end. Who makes names collide makes
/// groups that are told apart by their texts, not wrong ones.
private struct RowHash {
    private var bits: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ number: UInt64) { add(Int(truncatingIfNeeded: number)) }

    mutating func add(_ byte: UInt8) { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    var value: UInt64 {
        let mixed = (bits ^ bits >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ mixed >> 33
    }
}
