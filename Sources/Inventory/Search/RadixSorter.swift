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
