/// A set of entity numbers that knows how many members are below any number: a bit an entity, and a count a word.
struct EntitySet: Sendable {
    private var words: [UInt64]
    /// How many members there are before each word.
    private var before: [UInt32] = []
    private(set) var count = 0

    /// The set of `members`, all below `universe`. O(universe / 64 + members).
    init(universe: Int, _ members: some Sequence<UInt32>) {
        words = [UInt64](repeating: 0, count: (universe + 63) / 64)
        for member in members where Int(member) < universe { words[Int(member) / 64] |= 1 << UInt64(member % 64) }
        before.reserveCapacity(words.count)
        for word in words {
            before.append(UInt32(count))
            count += word.nonzeroBitCount
        }
    }

    /// The bits, lowest number first.
    var bits: [UInt64] { words }

    /// Whether it has this member. O(1).
    func contains(_ entity: Int) -> Bool {
        entity >= 0 && entity / 64 < words.count && words[entity / 64] >> UInt64(entity % 64) & 1 == 1
    }

    /// How many members are below `entity`; nil when it is no member. O(1).
    func place(of entity: Int) -> Int? {
        guard contains(entity) else { return nil }
        let below = words[entity / 64] & (1 << UInt64(entity % 64) - 1)
        return Int(before[entity / 64]) + below.nonzeroBitCount
    }
}

extension EntitySet: Sequence {
    /// The members, ascending.
    func makeIterator() -> AnyIterator<UInt32> {
        var word = 0
        var rest = words.first ?? 0
        return AnyIterator {
            while rest == 0 {
                word += 1
                guard word < words.count else { return nil }
                rest = words[word]
            }
            defer { rest &= rest - 1 }
            return UInt32(word * 64 + rest.trailingZeroBitCount)
        }
    }
}
