extension TextArena {
    /// `byte`, or its lower-case form when it is an ASCII letter.
    static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// For every text of the arena its place among `references` in the order of their bytes with ASCII letters in one
    /// case, equal ones told apart by their bytes; -1 for texts that are not among them. O(n log n), no strings made.
    func foldedRanks(of references: some Sequence<TextReference>) -> [Int32] {
        var ranks = [Int32](repeating: -1, count: count)
        var order: [TextReference] = []
        for reference in references where reference.place < ranks.count && ranks[Int(reference.place)] < 0 {
            ranks[Int(reference.place)] = 0
            order.append(reference)
        }
        bytes.withUnsafeBufferPointer { bytes in
            order.sort { left, right in
                let (a, b) = (bytes[range(of: left)], bytes[range(of: right)])
                var (i, j) = (a.startIndex, b.startIndex)
                while i < a.endIndex, j < b.endIndex {
                    let (x, y) = (Self.folded(bytes[i]), Self.folded(bytes[j]))
                    if x != y { return x < y }
                    (i, j) = (i + 1, j + 1)
                }
                return a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
            }
        }
        for (rank, reference) in order.enumerated() { ranks[Int(reference.place)] = Int32(truncatingIfNeeded: rank) }
        return ranks
    }
}
