import Inventory

/// Labels that start in the future, by moment: a radix heap, for starts that never lie before the moment last taken
/// (Ahuja, Mehlhorn, Orlin, Tarjan, "Faster Algorithms for the Shortest Path Problem", 1990).
///
/// Labels lie in a bucket for each highest bit in which their start differs from the last moment. O(1) to add; over its
/// life a label changes buckets at most once a bit.
struct MomentQueue {
    private struct Waiting {
        let key: UInt64
        let label: UInt32
        let entity: UInt32
    }

    /// Emptying a bucket of no more labels than this, their turn is near enough to ask for what they need.
    private static let near = 64

    private var buckets = [[Waiting]](repeating: [], count: 65)
    /// Which of the buckets 1 to 64 hold a label.
    private var occupied: UInt64 = 0
    private var last: UInt64 = 0
    /// The bucket that is being emptied.
    private var emptied: [Waiting] = []

    /// Forgets the last moment, once nothing waits, so that earlier ones may follow.
    mutating func restart() { last = 0 }

    /// Adds a label that starts at `moment`, which is not before the last one taken.
    mutating func insert(_ label: UInt32, of entity: UInt32, at moment: Instant) {
        insert(Waiting(key: UInt64(bitPattern: moment.seconds) ^ (1 << 63), label: label, entity: entity))
    }

    private mutating func insert(_ waiting: Waiting) {
        let bucket = 64 - (waiting.key ^ last).leadingZeroBitCount
        buckets[bucket].append(waiting)
        if bucket > 0 { occupied |= 1 << UInt64(bucket - 1) }
    }

    /// Moves every label of the next moment into `labels`; nil when nothing waits.
    /// `isNear` hears of labels whose turn will be soon, once or a few times.
    mutating func takeMoment(
        into labels: inout [UInt32], isNear: (_ label: UInt32, _ entity: UInt32) -> Void
    ) -> Instant? {
        if buckets[0].isEmpty {
            guard occupied != 0 else { return nil }
            let bucket = occupied.trailingZeroBitCount + 1
            occupied &= occupied - 1
            swap(&buckets[bucket], &emptied)
            last = emptied.reduce(UInt64.max) { min($0, $1.key) }
            let isNearby = emptied.count <= Self.near
            for waiting in emptied {
                if isNearby { isNear(waiting.label, waiting.entity) }
                insert(waiting)
            }
            emptied.removeAll(keepingCapacity: true)
        }
        for waiting in buckets[0] { labels.append(waiting.label) }
        buckets[0].removeAll(keepingCapacity: true)
        return Instant(Int64(bitPattern: last ^ (1 << 63)))
    }
}
