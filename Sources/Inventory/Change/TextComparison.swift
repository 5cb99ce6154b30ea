import CKernels

/// Compares texts of two arenas by their bytes, where they lie: no text is made.
struct TextComparison: Sendable {
    let left: TextArena
    let right: TextArena

    /// Whether both texts are the same, to the byte. O(length).
    func areEqual(_ left: TextReference, _ right: TextReference) -> Bool {
        let (mine, others) = (self.left.range(of: left), self.right.range(of: right))
        guard mine.count == others.count else { return false }
        return self.left.bytes.withUnsafeBufferPointer { bytes in
            self.right.bytes.withUnsafeBufferPointer { otherBytes in
                guard let base = bytes.baseAddress, let otherBase = otherBytes.baseAddress else { return true }
                return kernel_equal(base + mine.lowerBound, otherBase + others.lowerBound, mine.count)
            }
        }
    }

    /// Where the left text stands to the right one: negative before, 0 equal, positive after. O(length).
    func order(_ left: TextReference, _ right: TextReference) -> Int {
        if areEqual(left, right) { return 0 }
        let (mine, others) = (self.left.range(of: left), self.right.range(of: right))
        return self.left.bytes.withUnsafeBufferPointer { bytes in
            self.right.bytes.withUnsafeBufferPointer { otherBytes in
                bytes[mine].lexicographicallyPrecedes(otherBytes[others]) ? -1 : 1
            }
        }
    }
}
