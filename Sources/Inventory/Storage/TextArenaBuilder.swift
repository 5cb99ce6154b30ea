import CKernels

/// Collects texts straight into an arena, each different one once: an open-addressing table over the arena's own bytes.
struct TextArenaBuilder {
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0, 0]
    /// For each text its place, and above it the upper half of its hash, which also says where it belongs; 0, the empty
    /// text, marks a free slot. A power of two long.
    private var slots: [UInt64]
    private var numbered = NumberedTexts()
    /// Random, so that a hostile file cannot choose names that collide.
    private let keys: (UInt64, UInt64)

    init() {
        slots = [UInt64](repeating: 0, count: 1_024)
        keys = (.random(in: 1 ... .max), .random(in: 1 ... .max))
    }

    /// How many different texts were added, the empty one included.
    var count: Int { starts.count - 1 }

    /// The reference of `text`, which is added when it is new. Expected O(length).
    mutating func intern(_ text: String) -> TextReference {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The reference of the text with these UTF-8 bytes, which is added when it is new. Expected O(length).
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextReference {
        text.isEmpty ? .empty : intern(text, hash: hash(text))
    }

    /// The references of many texts at once: where they lie is asked for ahead, so that they are fetched side by side
    /// and not one after the other. `references` has room for as many as there are texts.
    mutating func intern(
        _ texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
        into references: UnsafeMutableBufferPointer<TextReference>
    ) {
        withUnsafeTemporaryAllocation(of: Sought.self, capacity: Self.batch) { sought in
            var first = 0
            while first < texts.count {
                let batch = first..<Swift.min(first + Self.batch, texts.count)
                for (offset, place) in batch.enumerated() {
                    let key = numbered.key(of: texts[place])
                    sought.initializeElement(at: offset, to: Sought(text: place, key: key))
                    if let key { numbered.prefetch(key) }
                }
                var missing = 0
                for offset in 0..<batch.count {
                    let text = sought[offset].text
                    if let known = sought[offset].key.map(numbered.place(of:)), known != 0 {
                        references[text] = TextReference(known)
                    } else {
                        sought[missing] = sought[offset]
                        sought[missing].hash = hash(texts[text])
                        missing += 1
                    }
                }
                seek(sought, count: missing)
                intern(sought[..<missing], of: texts, into: references)
                first = batch.upperBound
            }
        }
    }

    /// Adds texts that were sought and are new; says where all of them are.
    private mutating func intern(
        _ sought: Slice<UnsafeMutableBufferPointer<Sought>>, of texts: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>,
        into references: UnsafeMutableBufferPointer<TextReference>
    ) {
        let size = slots.count
        for one in sought {
            let text = texts[one.text]
            guard !text.isEmpty else {
                references[one.text] = .empty
                continue
            }
            let reference = intern(text, hash: one.hash, from: slots.count == size ? one.slot : nil)
            references[one.text] = reference
            if let key = one.key { numbered.remember(key, place: reference.place, count: count) }
        }
    }

    /// A text that is looked for, by its place among all: its hash, and the first slot in which it may be.
    private struct Sought: BitwiseCopyable {
        let text: Int
        let key: NumberedTexts.Key?
        var hash: UInt64 = 0
        var slot = 0
    }

    /// As many texts as processors have loads under way, with some to spare.
    private static let batch = 64

    /// Finds where each text may be, and asks for all that comparing it there will read.
    private func seek(_ sought: UnsafeMutableBufferPointer<Sought>, count: Int) {
        let mask = slots.count - 1
        slots.withUnsafeBufferPointer { slots in
            starts.withUnsafeBufferPointer { starts in
                bytes.withUnsafeBufferPointer { bytes in
                    guard let slot = slots.baseAddress, let start = starts.baseAddress, let byte = bytes.baseAddress
                    else { return }
                    for number in 0..<count { kernel_prefetch(slot + Int(sought[number].hash >> 32) & mask) }
                    for number in 0..<count {
                        let hash = sought[number].hash
                        var place = Int(hash >> 32) & mask
                        while slots[place] != 0, (slots[place] ^ hash) >> 32 != 0 { place = (place + 1) & mask }
                        sought[number].slot = place
                        kernel_prefetch(start + Int(slots[place] & 0xFFFF_FFFF))
                    }
                    for number in 0..<count {
                        kernel_prefetch(byte + Int(starts[Int(slots[sought[number].slot] & 0xFFFF_FFFF)]))
                    }
                }
            }
        }
    }

    private mutating func intern(
        _ text: UnsafeBufferPointer<UInt8>, hash: UInt64, from first: Int? = nil
    ) -> TextReference {
        let slot = slot(for: text, hash: hash, from: first)
        if slots[slot] != 0 { return TextReference(UInt32(truncatingIfNeeded: slots[slot])) }
        // Offsets are 32 bits wide; what does not fit any more is left out instead of wrapping round.
        guard bytes.count + text.count <= Int(UInt32.max) else { return .empty }
        let place = UInt32(count)
        if bytes.count + text.count > bytes.capacity { makeRoom(for: text.count) }
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
            let place = UInt32(truncatingIfNeeded: slots[slot(for: bytes, hash: hash(bytes))])
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

    /// The slot that holds `text`, or the free one where it belongs; none before `first` holds it.
    private func slot(for text: UnsafeBufferPointer<UInt8>, hash: UInt64, from first: Int? = nil) -> Int {
        let mask = slots.count - 1
        var slot = first ?? Int(hash >> 32) & mask
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

    private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        text.baseAddress.map { kernel_hash($0, text.count, keys.0, keys.1) } ?? 0
    }

    private mutating func makeRoom(for length: Int) {
        bytes.reserveCapacity(Swift.max(bytes.capacity * 2, bytes.count + length))
        bytes.withUnsafeBufferPointer { kernel_prefer_large_pages($0.baseAddress, bytes.capacity) }
    }

    /// Doubles the table.
    private mutating func grow() {
        let size = slots.count * 2
        var larger = [UInt64](unsafeUninitializedCapacity: size) { memory, filled in
            kernel_prefer_large_pages(memory.baseAddress, size * MemoryLayout<UInt64>.stride)
            memory.initialize(repeating: 0)
            filled = size
        }
        let mask = larger.count - 1
        for entry in slots where entry != 0 {
            var slot = Int(entry >> 32) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = entry
        }
        slots = larger
    }
}
