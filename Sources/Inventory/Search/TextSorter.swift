/// Sorts the texts of an arena by eight bytes at a time: the next eight of each text become a number, numbers are
/// sorted, and texts with equal numbers go on with the eight bytes after them (the cached radix sort of strings, after
/// Kärkkäinen and Rantala). No text costs more than the bytes that tell it from the others, whatever they are.
///
/// The numbers are read once and then lie in memory of our own, so that a file that changes meanwhile changes the order
/// and nothing else.
struct TextSorter {
    /// A text with the bytes that are being compared.
    struct Item: BitwiseCopyable {
        var key: UInt64
        var text: UInt32
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
        _ = RowBlocks.perform(count) { block in
            for place in block {
                items.initializeElement(at: place, to: Item(key: key(texts[place], from: 0), text: texts[place]))
            }
        }
        spare.initialize(repeating: Item(key: 0, text: 0))
        var radix = RadixSorter(items, spare)
        // Large groups first, until there are enough for all processors.
        var groups = [Group(range: 0..<count, depth: 0)]
        while groups.count < 64, let largest = groups.indices.max(by: { groups[$0].range.count < groups[$1].range.count }),
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

    /// Sorts a group by the keys that its items have, and hands on those of equal ones with their next keys.
    private func split(
        _ group: Group, _ items: UnsafeMutableBufferPointer<Item>, _ radix: inout RadixSorter,
        _ handOn: (Group) -> Void
    ) {
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
                for place in start..<next {
                    if range(of: items[place].text).count <= depth {
                        items.swapAt(rest, place)
                        rest += 1
                    } else {
                        items[place].key = self.key(items[place].text, from: depth)
                    }
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
            let (a, b) = (range(of: left.text), range(of: right.text))
            return a.count == b.count ? bytes[a].lexicographicallyPrecedes(bytes[b]) : a.count < b.count
        }
    }

    private func range(of text: UInt32) -> Range<Int> {
        let start = min(Int(starts[Int(text)]), bytes.count)
        return start..<min(max(Int(starts[Int(text) + 1]), start), bytes.count)
    }

    /// The eight bytes of a text from `depth` on, the first one the weightiest, with letters in lower case; zeros where
    /// it ends.
    private func key(_ text: UInt32, from depth: Int) -> UInt64 {
        let range = range(of: text)
        let (start, length) = (range.lowerBound + depth, range.count - depth)
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

/// Sorts runs of items by their keys: least byte first, bytes that all keys share left out; short runs by insertion.
struct RadixSorter {
    private let items: UnsafeMutableBufferPointer<TextSorter.Item>
    private let spare: UnsafeMutableBufferPointer<TextSorter.Item>
    private var places = [UInt32](repeating: 0, count: 256)

    private static let shortRun = 40

    /// A sorter of `items` that may use the same places of `spare`.
    init(_ items: UnsafeMutableBufferPointer<TextSorter.Item>, _ spare: UnsafeMutableBufferPointer<TextSorter.Item>) {
        self.items = items
        self.spare = spare
    }

    /// Sorts the items in `range` by key. O(their number), at most eight times.
    mutating func sort(_ range: Range<Int>) {
        if range.count <= Self.shortRun { return insert(range) }
        var (from, to) = (
            UnsafeMutableBufferPointer(rebasing: items[range]), UnsafeMutableBufferPointer(rebasing: spare[range])
        )
        var differing: UInt64 = 0
        let first = from[0].key
        for item in from { differing |= item.key ^ first }
        var isSwapped = false
        for byte in UInt64(0)..<8 where differing >> (byte * 8) & 0xFF != 0 {
            let shift = byte * 8
            places.withUnsafeMutableBufferPointer { places in
                places.update(repeating: 0)
                for item in from { places[Int(item.key >> shift & 0xFF)] += 1 }
                var next: UInt32 = 0
                for value in places.indices { (places[value], next) = (next, next + places[value]) }
                for item in from {
                    let value = Int(item.key >> shift & 0xFF)
                    to[Int(places[value])] = item
                    places[value] += 1
                }
            }
            swap(&from, &to)
            isSwapped.toggle()
        }
        if isSwapped { _ = to.update(fromContentsOf: from) }
    }

    private func insert(_ range: Range<Int>) {
        for place in range.dropFirst() {
            let item = items[place]
            var hole = place
            while hole > range.lowerBound, items[hole - 1].key > item.key {
                items[hole] = items[hole - 1]
                hole -= 1
            }
            items[hole] = item
        }
    }
}
