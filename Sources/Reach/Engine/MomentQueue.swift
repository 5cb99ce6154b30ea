import Inventory

/// Labels that start in the future, by moment: a radix heap, for starts that never lie before the moment last taken
/// (Ahuja, Mehlhorn, Orlin, Tarjan, "Faster Algorithms for the Shortest Path Problem", 1990).
///
/// A label lies in the bucket of the highest digit, six bits wide, in which its start differs from the last moment. O(1)
/// to add; over its life a label changes buckets at most once a digit.
struct MomentQueue {
    /// A label that waits, with what decides its turn.
    struct Waiting {
        let key: UInt64
        /// The number of the label.
        let index: UInt32
        /// The label's entity, and in the highest bit whether the label is final.
        let mark: UInt32

        var entity: UInt32 { mark & ~(1 << 31) }
        var isFinal: Bool { mark >> 31 == 1 }

        /// An entity that is held for good from `start` on; there is no label.
        init(_ entity: UInt32, at start: Instant) {
            key = UInt64(bitPattern: start.seconds) ^ (1 << 63)
            index = 0
            mark = entity | 1 << 31
        }

        init(_ index: UInt32, _ label: Label) {
            key = UInt64(bitPattern: label.holding.from.seconds) ^ (1 << 63)
            self.index = index
            mark = label.entity | (label.isFinal ? 1 << 31 : 0)
        }
    }

    private static let digitWidth = 6
    private static let digits = 1 << digitWidth
    /// How many digits a moment has.
    private static let places = (64 + digitWidth - 1) / digitWidth

    private var buckets = [[Waiting]](repeating: [], count: places * digits)
    /// For each digit position the buckets that hold a label, and the positions that have any.
    private var occupied = [UInt64](repeating: 0, count: places)
    private var positions: UInt16 = 0
    private var last: UInt64 = 0
    /// What starts at the last moment and was not yet taken.
    private var present: [Waiting] = []
    /// The bucket that is being emptied.
    private var emptied: [Waiting] = []

    /// Forgets the last moment, once nothing waits, so that earlier ones may follow.
    mutating func restart() { last = 0 }

    /// Adds a label that does not start before the moment last taken.
    mutating func insert(_ waiting: Waiting) {
        let difference = waiting.key ^ last
        guard difference != 0 else { return present.append(waiting) }
        let position = (63 - difference.leadingZeroBitCount) / Self.digitWidth
        let digit = Int(truncatingIfNeeded: waiting.key >> UInt64(position * Self.digitWidth)) & (Self.digits - 1)
        buckets[position * Self.digits + digit].append(waiting)
        occupied[position] |= 1 << UInt64(digit)
        positions |= 1 << UInt16(position)
    }

    /// Moves what starts at the next moment into `starting`; nil when nothing waits. `isNear` hears of labels whose turn
    /// comes after that of fewer than so many others, nearer each time.
    mutating func takeMoment(into starting: inout [Waiting], isNear: (Waiting, _ others: Int) -> Void) -> Instant? {
        if present.isEmpty {
            guard positions != 0 else { return nil }
            let position = positions.trailingZeroBitCount
            let digit = occupied[position].trailingZeroBitCount
            occupied[position] &= occupied[position] - 1
            if occupied[position] == 0 { positions &= positions - 1 }
            swap(&buckets[position * Self.digits + digit], &emptied)
            last = emptied.reduce(UInt64.max) { min($0, $1.key) }
            for waiting in emptied {
                isNear(waiting, emptied.count)
                insert(waiting)
            }
            emptied.removeAll(keepingCapacity: true)
        }
        starting.removeAll(keepingCapacity: true)
        swap(&starting, &present)
        return Instant(Int64(bitPattern: last ^ (1 << 63)))
    }
}
