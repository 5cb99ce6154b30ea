import CKernels

/// Collects texts straight into an arena, each different one once: an open-addressing table over the arena's own bytes.
struct TextArenaBuilder {
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0, 0]
    /// For each text its place, and above it the upper half of its hash; 0, the empty text, marks a free slot. A power of
    /// two long.
    private var slots: [UInt64]

    init() { slots = [UInt64](repeating: 0, count: 1_024) }

    /// How many different texts were added, the empty one included.
    var count: Int { starts.count - 1 }

    /// The reference of `text`, which is added when it is new. Expected O(length).
    mutating func intern(_ text: String) -> TextReference {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The reference of the text with these UTF-8 bytes, which is added when it is new. Expected O(length).
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextReference {
        text.isEmpty ? .empty : intern(text, hash: Self.hash(text))
    }

    /// The references of many texts at once: where they lie is asked for ahead, so that they are fetched side by side
    /// and not one after the other. `references` has room for as many as there are texts.
    mutating func intern(
        _ texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
        into references: UnsafeMutableBufferPointer<TextReference>
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.batch) { hashes in
            var first = 0
            while first < texts.count {
                let batch = first..<Swift.min(first + Self.batch, texts.count)
                for (offset, place) in batch.enumerated() { hashes[offset] = Self.hash(texts[place]) }
                fetch(UnsafeBufferPointer(hashes), count: batch.count)
                for (offset, place) in batch.enumerated() {
                    references[place] = texts[place].isEmpty ? .empty : intern(texts[place], hash: hashes[offset])
                }
                first = batch.upperBound
            }
        }
    }

    /// As many texts as processors have loads under way, with some to spare.
    private static let batch = 64

    /// Asks for the slots of these hashes, then for where the texts in them start, then for their bytes.
    private func fetch(_ hashes: UnsafeBufferPointer<UInt64>, count: Int) {
        let mask = slots.count - 1
        slots.withUnsafeBufferPointer { slots in
            starts.withUnsafeBufferPointer { starts in
                bytes.withUnsafeBufferPointer { bytes in
                    guard let slot = slots.baseAddress, let start = starts.baseAddress, let byte = bytes.baseAddress
                    else { return }
                    func place(_ number: Int) -> Int {
                        Int(slots[Int(truncatingIfNeeded: hashes[number]) & mask] & 0xFFFF_FFFF)
                    }
                    for number in 0..<count { kernel_prefetch(slot + Int(truncatingIfNeeded: hashes[number]) & mask) }
                    for number in 0..<count { kernel_prefetch(start + place(number)) }
                    for number in 0..<count { kernel_prefetch(byte + Int(starts[place(number)])) }
                }
            }
        }
    }

    private mutating func intern(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> TextReference {
        let slot = slot(for: text, hash: hash)
        if slots[slot] != 0 { return TextReference(UInt32(truncatingIfNeeded: slots[slot])) }
        // Offsets are 32 bits wide; what does not fit any more is left out instead of wrapping round.
        guard bytes.count + text.count <= Int(UInt32.max) else { return .empty }
        let place = UInt32(count)
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        slots[slot] = hash & ~0xFFFF_FFFF | UInt64(place)
        if count * 2 > slots.count { grow() }
        return TextReference(place)
    }

    /// The reference of `text` when it was added before.
    func reference(of text: String) -> TextReference? {
        var text = text
        return text.withUTF8 { bytes in
            if bytes.isEmpty { return .empty }
            let place = UInt32(truncatingIfNeeded: slots[slot(for: bytes, hash: Self.hash(bytes))])
            return place == 0 ? nil : TextReference(place)
        }
    }

    /// The text behind `reference`.
    subscript(reference: TextReference) -> String {
        let place = Int(reference.place)
        return String(decoding: bytes[Int(starts[place])..<Int(starts[place + 1])], as: UTF8.self)
    }

    /// The arena of everything added.
    func arena() -> TextArena { TextArena(bytes: Column(bytes), starts: Column(starts)) }

    /// The slot that holds `text`, or the free one where it belongs.
    private func slot(for text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) >> 32 == 0, holds(text, at: Int(slots[slot] & 0xFFFF_FFFF)) { break }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func holds(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        let start = Int(starts[place])
        guard Int(starts[place + 1]) - start == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let own = bytes.baseAddress, let other = text.baseAddress else { return text.isEmpty }
            return kernel_equal(own + start, other, text.count)
        }
    }

    /// The standard library's keyed hash, so that a hostile file cannot choose names that collide.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// Doubles the table. The lower half of each hash is not kept, so that the texts are hashed again.
    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        bytes.withUnsafeBufferPointer { bytes in
            for place in 1..<count {
                let range = Int(starts[place])..<Int(starts[place + 1])
                let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[range]))
                var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
                while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
                larger[slot] = hash & ~0xFFFF_FFFF | UInt64(place)
            }
        }
        slots = larger
    }
}
