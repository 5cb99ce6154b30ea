import CSimdjson

/// Text that is not UTF-8 throughout: what it becomes when every ill-formed part turns into U+FFFD, and where a place
/// in the repaired text was in the original.
struct UTF8Repair {
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    private let original: [UInt8]

    init(of original: [UInt8]) {
        self.original = original
    }

    /// The repaired text. Linear.
    func repaired() -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(original.count &+ original.count / 8)
        var copied = 0
        forEachBadPart { part in
            text += original[copied..<part.lowerBound]
            text += Self.replacement
            copied = part.upperBound
            return true
        }
        text += original[copied...]
        return text
    }

    /// The offset in the original of a byte of the repaired text. Linear; nothing is kept for it, since only errors
    /// ask.
    func originalOffset(of offset: Int) -> Int {
        var growth = 0
        var inside: Int?
        forEachBadPart { part in
            let start = part.lowerBound + growth
            if offset < start { return false }
            if offset < start + Self.replacement.count {
                inside = part.lowerBound
                return false
            }
            growth += Self.replacement.count - part.count
            return true
        }
        return inside ?? offset - growth
    }

    private func forEachBadPart(_ body: (Range<Int>) -> Bool) {
        original.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                let rest = UnsafeBufferPointer(rebasing: buffer[start...])
                var length = 0
                let bad = csj_first_invalid_utf8(rest.baseAddress, rest.count, &length)
                guard length > 0 else { return }
                let lower = start + bad
                guard body(lower..<lower + length) else { return }
                start = lower + length
            }
        }
    }
}
