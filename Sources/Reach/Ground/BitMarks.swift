/// A set of entities as a bit each, in memory that searches share: empty between two of them.
struct BitMarks {
    private let words: UnsafeMutablePointer<UInt64>
    private let count: Int

    /// A set of numbers below `count` in zeroed memory, of which it needs a word for every 64.
    init(_ memory: ZeroedMemory<UInt64>, count: Int) {
        words = memory.values
        self.count = count
    }

    /// How many words a set of numbers below `count` takes.
    static func words(for count: Int) -> Int { (count + 63) / 64 }

    @inline(__always)
    func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 != 0 }

    @inline(__always)
    func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

    @inline(__always)
    func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

    /// Takes these numbers out: one by one when they are few, else all that there are at once.
    func clear(_ numbers: UnsafeBufferPointer<UInt32>) {
        let words = Self.words(for: count)
        if numbers.count > words / 8 {
            self.words.update(repeating: 0, count: words)
        } else {
            for number in numbers { self.words[Int(number) >> 6] = 0 }
        }
    }
}
