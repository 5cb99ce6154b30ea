/// Rows in an order: sorted by keys of 32 bits, from the least byte to the weightiest, each step keeping what the ones
/// before it did.
public struct RowOrder: Sendable {
    /// A key in the upper half, a row in the lower one.
    private var packed: [UInt64]

    /// The rows of `count` places that `row` gives.
    init(_ count: Int, row: (Int) -> UInt32) {
        packed = [UInt64](unsafeUninitializedCapacity: count) { buffer, filled in
            for place in 0..<count { buffer.initializeElement(at: place, to: UInt64(row(place))) }
            filled = count
        }
    }

    /// The rows of `set` in the order in which `column` has them.
    init(_ set: RowSet, asIn column: Column<UInt32>) {
        packed = column.withUnsafeBufferPointer { column in
            [UInt64](unsafeUninitializedCapacity: column.count) { buffer, filled in
                for row in column where set.contains(Int(row)) {
                    buffer.initializeElement(at: filled, to: UInt64(row))
                    filled += 1
                }
            }
        }
    }

    /// The rows of `set` by the group of each, the least first, and within a group in the order in which `column` has
    /// them. O(rows): the rows are moved once.
    init(_ set: RowSet, asIn column: Column<UInt32>, groups: Int, group: (Int) -> Int) {
        packed = column.withUnsafeBufferPointer { column in
            // Counted in the column, and not in the set: that of a damaged snapshot may have a row twice.
            var places = [Int](repeating: 0, count: groups)
            for row in column where set.contains(Int(row)) { places[group(Int(row))] += 1 }
            var total = 0
            for group in places.indices { (places[group], total) = (total, total + places[group]) }
            return [UInt64](unsafeUninitializedCapacity: total) { buffer, filled in
                for row in column where set.contains(Int(row)) {
                    let group = group(Int(row))
                    buffer.initializeElement(at: places[group], to: UInt64(row))
                    places[group] += 1
                }
                filled = total
            }
        }
    }

    /// These rows, below 2³², as they come.
    public init(_ rows: [Int]) { self.init(rows.count) { UInt32(truncatingIfNeeded: rows[$0]) } }

    /// The rows in order.
    public var rows: [Int] { packed.map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) } }

    /// Calls `body` with each row, in order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for item in packed { body(Int(item & 0xFFFF_FFFF)) }
    }

    /// Turns the order round.
    mutating func reverse() { packed.reverse() }

    /// The key of a row without a value: such rows come last, whichever the direction.
    static let none = UInt32.max

    /// Sorts by what `key` gives for each row, a number or ``none``; rows with equal keys keep their order. O(rows).
    @inline(__always)
    mutating func sort(by ascending: Bool, _ key: (Int) -> UInt32) {
        sort { row in
            let key = key(row)
            return key == Self.none ? key : ascending ? key : Self.none - 1 - key
        }
    }

    /// Sorts by times; those at the ends of time are none. O(rows).
    mutating func sort(by ascending: Bool, times: Column<Instant>) {
        let times = times.unsafeRows
        var (least, greatest) = (Int64.max, Int64.min)
        forEach { row in
            let time = times[row]
            guard time.isBounded else { return }
            least = min(least, time.seconds)
            greatest = max(greatest, time.seconds)
        }
        guard least <= greatest else { return }
        let span = UInt64(bitPattern: greatest &- least)
        if span < UInt64(Self.none) {
            return sort(by: ascending) { row in
                let time = times[row]
                guard time.isBounded else { return Self.none }
                return UInt32(truncatingIfNeeded: UInt64(bitPattern: time.seconds &- least))
            }
        }
        for half in Self.halves {
            sort { row in
                let time = times[row]
                let key = time.isBounded ? UInt64(bitPattern: time.seconds &- least) : .max
                return UInt32(truncatingIfNeeded: (time.isBounded && !ascending ? span &- key : key) >> half)
            }
        }
    }

    /// Where the halves of a wide key begin: rows are sorted by the lower one, then by the upper one.
    private static let halves: [UInt64] = [0, 32]

    /// Sorts by a number of each row, the least or the greatest first; rows with equal numbers keep their order. O(rows).
    public mutating func sort(ascending: Bool, by key: (Int) -> UInt64) {
        for half in Self.halves {
            sort { row in UInt32(truncatingIfNeeded: (ascending ? key(row) : ~key(row)) >> half) }
        }
    }

    /// Sorts by what `key` gives for each row; rows with equal keys keep their order. O(rows).
    @inline(__always)
    mutating func sort(by key: (Int) -> UInt32) {
        var differing: UInt64 = 0
        packed.withUnsafeMutableBufferPointer { packed in
            for place in packed.indices {
                let row = packed[place] & 0xFFFF_FFFF
                packed[place] = UInt64(key(Int(row))) << 32 | row
                differing |= packed[place] ^ packed[0]
            }
        }
        sort(differing: differing)
    }

    private mutating func sort(differing: UInt64) {
        let count = packed.count
        guard count > 1, differing >> 32 != 0 else { return }
        var spare = [UInt64](unsafeUninitializedCapacity: count) { buffer, filled in
            buffer.initialize(repeating: 0)
            filled = count
        }
        var places = [Int](repeating: 0, count: 256)
        for byte in UInt64(4)..<8 where differing >> (byte * 8) & 0xFF != 0 {
            let shift = byte * 8
            packed.withUnsafeBufferPointer { from in
                spare.withUnsafeMutableBufferPointer { to in
                    places.withUnsafeMutableBufferPointer { places in
                        places.update(repeating: 0)
                        for item in from { places[Int(item >> shift & 0xFF)] += 1 }
                        var next = 0
                        for value in places.indices { (places[value], next) = (next, next + places[value]) }
                        for item in from {
                            let value = Int(item >> shift & 0xFF)
                            to[places[value]] = item
                            places[value] += 1
                        }
                    }
                }
            }
            swap(&packed, &spare)
        }
    }
}
