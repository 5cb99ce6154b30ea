/// Sorts the texts of an arena by eight bytes at a time: the next eight of each text become a number, numbers are
/// sorted, and texts with equal numbers go on with the eight bytes after them (the cached radix sort of strings, after
/// Kärkkäinen and Rantala). No text costs more than the bytes that tell it from the others, whatever they are.
///
/// The numbers are read once and then lie in memory of our own, so that a file that changes meanwhile changes the order
/// and nothing else.
struct TextSorter {
    /// A text, where it lies, and the bytes of it that are being compared: all that is needed, side by side.
    struct Item: BitwiseCopyable {
        var key: UInt64 = 0
        var text: UInt32 = 0
        var start: UInt32 = 0
        var end: UInt32 = 0

        var count: Int { Int(end) - Int(start) }
    }

    /// Texts, by their places, that agree up to `depth`.
    private struct Group {
        var range: Range<Int>
        var depth: Int
    }

    private let arena: TextArena
    private let bytes: UnsafeBufferPointer<UInt8>
    private let starts: UnsafeBufferPointer<UInt32>

    init(_ arena: TextArena) {
        self.arena = arena
        bytes = arena.bytes.unsafeRows
        starts = arena.starts.unsafeRows
    }

    /// These texts, all different ones of the arena, in order.
    func sorted(_ texts: [UInt32]) -> [UInt32] { withExtendedLifetime(arena) { sort(texts) } }

    private func sort(_ texts: [UInt32]) -> [UInt32] {
        let count = texts.count
        let items = UnsafeMutableBufferPointer<Item>.allocate(capacity: count)
        let spare = UnsafeMutableBufferPointer<Item>.allocate(capacity: count)
        defer {
            items.deallocate()
            spare.deallocate()
        }
        for (place, text) in texts.enumerated() { items.initializeElement(at: place, to: item(text)) }
        spare.initialize(repeating: Item())
        var radix = RadixSorter(items, spare)
        // Large groups first, until there are enough for all processors.
        var groups = [Group(range: 0..<count, depth: 0)]
        while groups.count < 64,
            let largest = groups.indices.max(by: { groups[$0].range.count < groups[$1].range.count }),
            groups[largest].range.count > 4_096
        {
            let group = groups.remove(at: largest)
            split(group, items, &radix) { groups.append($0) }
        }
        let open = groups
        RowBlocks.performEach(of: open.count) { place in
            var radix = RadixSorter(items, spare)
            var pending = [open[place]]
            while let group = pending.popLast() { split(group, items, &radix) { pending.append($0) } }
        }
        return items.map(\.text)
    }

    /// Sorts a group by its next bytes, and hands on those that agree in them too.
    private func split(
        _ group: Group, _ items: UnsafeMutableBufferPointer<Item>, _ radix: inout RadixSorter,
        _ handOn: (Group) -> Void
    ) {
        // Read only now: what the groups before this one read is still near.
        for place in group.range { items[place].key = key(items[place], from: group.depth) }
        radix.sort(group.range)
        let end = group.range.upperBound
        let depth = group.depth + 8
        var start = group.range.lowerBound
        while start < end {
            let key = items[start].key
            var next = start + 1
            while next < end, items[next].key == key { next += 1 }
            if next - start > 1 {
                // Those that end here come before those that go on.
                var rest = start
                for place in start..<next where items[place].count <= depth {
                    items.swapAt(rest, place)
                    rest += 1
                }
                if rest - start > 1 { finish(UnsafeMutableBufferPointer(rebasing: items[start..<rest])) }
                if next - rest > 1 { handOn(Group(range: rest..<next, depth: depth)) }
            }
            start = next
        }
    }

    /// Orders texts that differ in case alone, or in zeros at their end.
    private func finish(_ items: UnsafeMutableBufferPointer<Item>) {
        var items = items
        items.sort { left, right in
            let (a, b) = (Int(left.start)..<Int(left.end), Int(right.start)..<Int(right.end))
            return a.count == b.count ? bytes[a].lexicographicallyPrecedes(bytes[b]) : a.count < b.count
        }
    }

    /// A text and where it lies: somewhere in the arena, whatever its numbers say.
    private func item(_ text: UInt32) -> Item {
        let start = min(Int(starts[Int(text)]), bytes.count)
        let end = min(max(Int(starts[Int(text) + 1]), start), bytes.count)
        return Item(text: text, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    }

    /// The eight bytes of a text from `depth` on, the first one the weightiest, with letters in lower case; zeros where
    /// it ends.
    private func key(_ item: Item, from depth: Int) -> UInt64 {
        let (start, length) = (Int(item.start) + depth, item.count - depth)
        guard length > 0 else { return 0 }
        var key: UInt64 = 0
        if start + 8 <= bytes.count {
            key = UInt64(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
            if length < 8 { key &= ~(UInt64.max >> UInt64(length * 8)) }
        } else {
            for place in 0..<min(length, 8) { key |= UInt64(bytes[start + place]) << UInt64(56 - place * 8) }
        }
        return Self.folded(key)
    }

    /// Eight bytes with ASCII letters in lower case.
    private static func folded(_ bytes: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = bytes & (ones * 0x7F)
        // The high bit of each byte says whether it is at least A, and more than Z.
        let (fromA, afterZ) = (low &+ ones * (0x80 - 0x41), low &+ ones * (0x7F - 0x5A))
        return bytes | (fromA & ~afterZ & ~bytes & (ones * 0x80)) >> 2
    }
}
