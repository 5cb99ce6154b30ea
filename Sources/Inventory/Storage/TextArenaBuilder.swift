/// Collects texts straight into an arena, each different one once: an open-addressing table over the arena's own bytes.
struct TextArenaBuilder {
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0, 0]
    /// Places of texts by hash; 0, the empty text, marks a free slot. A power of two long.
    private var slots: [UInt32]

    init() { slots = [UInt32](repeating: 0, count: 1_024) }

    /// How many different texts were added, the empty one included.
    var count: Int { starts.count - 1 }

    /// The reference of `text`, which is added when it is new. Expected O(length).
    mutating func intern(_ text: String) -> TextReference {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    /// The reference of the text with these UTF-8 bytes, which is added when it is new. Expected O(length).
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextReference {
        if text.isEmpty { return .empty }
        let slot = slot(for: text)
        if slots[slot] != 0 { return TextReference(slots[slot]) }
        // Offsets are 32 bits wide; what does not fit any more is left out instead of wrapping round.
        guard bytes.count + text.count <= Int(UInt32.max) else { return .empty }
        let place = UInt32(count)
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        slots[slot] = place
        if count * 2 > slots.count { grow() }
        return TextReference(place)
    }

    /// The reference of `text` when it was added before.
    func reference(of text: String) -> TextReference? {
        var text = text
        return text.withUTF8 { bytes in
            if bytes.isEmpty { return .empty }
            let place = slots[slot(for: bytes)]
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
    private func slot(for text: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = hash(text) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot])
            if bytes[Int(starts[place])..<Int(starts[place + 1])].elementsEqual(text) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// The standard library's keyed hash, so that a hostile file cannot choose names that collide.
    private func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        return hasher.finalize()
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 2)
        bytes.withUnsafeBufferPointer { bytes in
            for place in 1..<count {
                let range = Int(starts[place])..<Int(starts[place + 1])
                var slot = hash(UnsafeBufferPointer(rebasing: bytes[range])) & (larger.count - 1)
                while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
                larger[slot] = UInt32(place)
            }
        }
        slots = larger
    }
}
