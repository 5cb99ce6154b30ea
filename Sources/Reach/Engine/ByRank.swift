/// Sorting of entity numbers by a small number that each has, without comparing closures.
enum ByRank {
    /// `entities` in ascending order of `rank`: insertion for a few, digit by digit for many. O(n).
    static func sorted(_ entities: ArraySlice<UInt32>, rank: (UInt32) -> UInt32) -> ArraySlice<UInt32> {
        if entities.count < 2 { return entities }
        var keys = entities.map { UInt64(rank($0)) << 32 | UInt64($0) }
        if keys.count < 512 {
            keys.sort()
        } else {
            sortDigits(&keys)
        }
        return keys.map { UInt32(truncatingIfNeeded: $0) }[...]
    }

    /// Sorts by the upper half of each key, eleven bits at a time, as many as the largest key has.
    private static func sortDigits(_ keys: inout [UInt64]) {
        let largest = keys.max() ?? 0
        var other = keys
        var shift: UInt64 = 32
        while shift < 64, largest >> shift > 0 {
            var starts = [Int](repeating: 0, count: 2_049)
            for key in keys { starts[Int(key >> shift & 2_047) + 1] += 1 }
            for digit in 0..<2_048 { starts[digit + 1] += starts[digit] }
            other.withUnsafeMutableBufferPointer { sorted in
                for key in keys {
                    let digit = Int(key >> shift & 2_047)
                    sorted[starts[digit]] = key
                    starts[digit] += 1
                }
            }
            swap(&keys, &other)
            shift += 11
        }
    }
}
