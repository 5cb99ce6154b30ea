import CKernels

/// Remembers where texts that end in a number stand, such as `runner:4711` or a row's number alone: for each beginning a
/// table with a place for each number. Many ids are such, and finding one this way takes one look at memory that is far
/// away where the arena's own table takes three.
///
/// It only remembers: a text that it does not know has to be looked for.
struct NumberedTexts {
    /// A text taken apart: where its beginning is kept, and its number.
    struct Key: BitwiseCopyable {
        fileprivate let slot: UInt32
        fileprivate let number: UInt32
        /// Which of the beginnings that the slot had one after the other.
        fileprivate let turn: UInt32
    }

    private struct Slot {
        var beginning: [UInt8] = []
        /// Counts the beginnings that the slot had; 0 before the first.
        var turn: UInt32 = 0
        /// How often the beginning came up.
        var uses = 0
        /// The same without as many times as others did that would have the slot; at 0 the next of these gets it.
        var worth = 0
        /// For each number the place of the text; 0 where that is not known.
        var places: [UInt32] = []
    }

    private var slots = [Slot](repeating: Slot(), count: slotCount)
    /// How many places all tables have.
    private var room = 0

    private static let slotCount = 64
    /// Longer numbers are mostly random: tables of them would be empty.
    private static let mostDigits = 9

    /// The key of a text; nil where it ends in no number, in one that is not written the usual way, or where its beginning
    /// has no table.
    mutating func key(of text: UnsafeBufferPointer<UInt8>) -> Key? {
        var (start, number, weight) = (text.count, UInt32(0), UInt32(1))
        while start > 0, text[start - 1] &- 0x30 < 10 {
            guard text.count - start < Self.mostDigits else { return nil }
            start -= 1
            number += UInt32(text[start] &- 0x30) * weight
            weight *= 10
        }
        guard start < text.count, text[start] != 0x30 || start == text.count - 1 else { return nil }
        guard let base = text.baseAddress else { return nil }
        let slot = Int(truncatingIfNeeded: kernel_hash(base, start, 1, 1)) & (Self.slotCount - 1)
        if slots[slot].turn > 0, isBeginning(slots[slot].beginning, text, start) {
            slots[slot].uses += 1
            slots[slot].worth += 1
        } else if slots[slot].worth > 0 {
            slots[slot].worth -= 1
            return nil
        } else {
            room -= slots[slot].places.count
            slots[slot] = Slot(beginning: Array(text[..<start]), turn: slots[slot].turn + 1)
        }
        return Key(slot: UInt32(slot), number: number, turn: slots[slot].turn)
    }

    private func isBeginning(_ beginning: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ length: Int) -> Bool {
        guard beginning.count == length else { return false }
        return beginning.withUnsafeBufferPointer { known in
            guard let known = known.baseAddress, let text = text.baseAddress else { return true }
            return kernel_equal(known, text, length)
        }
    }

    /// Asks for what ``place(of:)`` will read.
    func prefetch(_ key: Key) {
        slots[Int(key.slot)].places.withUnsafeBufferPointer { places in
            guard Int(key.number) < places.count else { return }
            kernel_prefetch(places.baseAddress.map { $0 + Int(key.number) })
        }
    }

    /// The place of the text with this key; 0 where it is not known.
    func place(of key: Key) -> UInt32 {
        let slot = Int(key.slot)
        guard slots[slot].turn == key.turn, Int(key.number) < slots[slot].places.count else { return 0 }
        return slots[slot].places[Int(key.number)]
    }

    /// A table is at most this many times as long as its beginning came up.
    private static let sparse = 16

    /// Remembers the place of a text, unless its table would grow out of proportion: to how often it is of use, or to the
    /// `count` of all texts.
    mutating func remember(_ key: Key, place: UInt32, count: Int) {
        let (slot, number) = (Int(key.slot), Int(key.number))
        guard slots[slot].turn == key.turn else { return }
        if number >= slots[slot].places.count {
            let more = max(64, number + number / 2) - slots[slot].places.count
            guard number < Self.sparse * (slots[slot].uses + 1), room + more <= 1 << 16 + 8 * count else { return }
            slots[slot].places.append(contentsOf: repeatElement(0, count: more))
            room += more
        }
        if number < slots[slot].places.count { slots[slot].places[number] = place }
    }
}
