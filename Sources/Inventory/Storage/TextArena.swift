/// A text in a ``TextArena``; equal texts of one arena have equal references.
public struct TextReference: Hashable, Sendable, BitwiseCopyable {
    let place: UInt32

    init(_ place: UInt32) { self.place = place }

    /// The empty text, which every arena holds.
    public static let empty = TextReference(0)

    /// Whether the text is the empty one.
    public var isEmpty: Bool { place == 0 }
}

/// All names, ids and other texts of an inventory: UTF-8 in one run of bytes, each different text once.
///
/// Texts are told apart by their bytes, never by Unicode equivalence: two ids that look alike stay two ids.
public struct TextArena: Sendable {
    /// The bytes of all texts, one after the other, nothing between them.
    public let bytes: Column<UInt8>
    /// Where each text starts, and at the end where the last one ends: one more than there are texts.
    public let starts: Column<UInt32>

    /// How many different texts there are.
    public var count: Int { max(starts.count - 1, 0) }

    /// The text behind `reference`. O(length).
    public subscript(reference: TextReference) -> String {
        let range = range(of: reference)
        // Copied first and checked then: mapped bytes may change between a check and a copy.
        return bytes.withUnsafeBufferPointer { bytes in
            String(unsafeUninitializedCapacity: range.count) { copy in
                _ = copy.initialize(from: bytes[range])
                return range.count
            }
        }
    }

    /// Where the bytes of `reference` lie in ``bytes``; nowhere when the arena does not have it.
    public func range(of reference: TextReference) -> Range<Int> {
        let place = Int(reference.place)
        return place < count ? starts.run(of: place, within: bytes.count) : 0..<0
    }

    /// Whether the bytes of `left` come before those of `right`. O(length).
    public func precedes(_ left: TextReference, _ right: TextReference) -> Bool {
        guard left != right else { return false }
        let (a, b) = (range(of: left), range(of: right))
        return bytes.withUnsafeBufferPointer { $0[a].lexicographicallyPrecedes($0[b]) }
    }

    /// Where the text behind `reference` stands to bytes from outside: negative before, 0 equal, positive after.
    func order(of reference: TextReference, against other: some Collection<UInt8>) -> Int {
        let range = range(of: reference)
        return bytes.withUnsafeBufferPointer { bytes in
            let mine = bytes[range]
            if mine.elementsEqual(other) { return 0 }
            return mine.lexicographicallyPrecedes(other) ? -1 : 1
        }
    }
}
