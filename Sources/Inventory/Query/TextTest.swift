/// Whether a text of an arena is, or contains, what a query asks for; letters match whatever their case.
///
/// An ASCII needle is compared with the arena's bytes where they lie; only other needles and patterns make strings.
enum TextTest: Sendable {
    /// The whole text is these bytes, in lower case.
    case equal([UInt8])
    /// The whole text, or what follows one of its slashes, is these bytes, in lower case.
    case tail([UInt8])
    case contains([UInt8])
    /// As above for a text in lower case that is not all ASCII.
    case equalText(String), tailText(String), containsText(String)
    case pattern(PatternProgram)

    /// The test for `value`; nil for values that are no texts.
    init?(_ value: QueryValue, _ comparison: QueryComparison, isPath: Bool) {
        switch value {
        case .pattern(let pattern):
            guard let program = try? PatternProgram(pattern) else { return nil }
            self = .pattern(program)
        case .text(let text):
            let folded = text.lowercased()
            let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
            if comparison == .contains {
                self = isASCII ? .contains(Array(folded.utf8)) : .containsText(folded)
            } else if isPath {
                self = isASCII ? .tail(Array(folded.utf8)) : .tailText(folded)
            } else {
                self = isASCII ? .equal(Array(folded.utf8)) : .equalText(folded)
            }
        default: return nil
        }
    }

    /// Whether the text behind `reference` passes. O(its length), times the needle's for *contains*.
    func matches(_ reference: TextReference, in texts: TextArena) -> Bool {
        let range = texts.range(of: reference)
        switch self {
        case .equal(let needle):
            return range.count == needle.count && Self.stand(needle, at: range.lowerBound, in: texts)
        case .tail(let needle):
            guard range.count >= needle.count, Self.stand(needle, at: range.upperBound - needle.count, in: texts) else {
                return false
            }
            return range.count == needle.count
                || texts.bytes[range.upperBound - needle.count - 1] == UInt8(ascii: "/")
        case .contains(let needle):
            return Self.find(needle, in: range, of: texts)
        case .equalText(let needle):
            return texts[reference].lowercased() == needle
        case .tailText(let needle):
            let text = texts[reference].lowercased()
            return text == needle || text.hasSuffix("/" + needle)
        case .containsText(let needle):
            let (text, needle) = (Array(texts[reference].lowercased().utf8), Array(needle.utf8))
            guard text.count >= needle.count else { return false }
            return (0...text.count - needle.count).contains { text[$0...].starts(with: needle) }
        case .pattern(let program):
            return program.occurs(in: texts[reference])
        }
    }

    private static func stand(_ needle: [UInt8], at start: Int, in texts: TextArena) -> Bool {
        texts.bytes.withUnsafeBufferPointer { bytes in
            for (offset, byte) in needle.enumerated() where TextArena.folded(bytes[start + offset]) != byte {
                return false
            }
            return true
        }
    }

    private static func find(_ needle: [UInt8], in range: Range<Int>, of texts: TextArena) -> Bool {
        guard let first = needle.first else { return true }
        guard range.count >= needle.count else { return false }
        return texts.bytes.withUnsafeBufferPointer { bytes in
            needle.withUnsafeBufferPointer { needle in
                for start in range.lowerBound...(range.upperBound - needle.count)
                where TextArena.folded(bytes[start]) == first {
                    var offset = 1
                    while offset < needle.count, TextArena.folded(bytes[start + offset]) == needle[offset] {
                        offset += 1
                    }
                    if offset == needle.count { return true }
                }
                return false
            }
        }
    }
}

extension TextTest {
    /// Whether the texts that a search for the test gives are those that pass, and not more.
    var isFoundBySearch: Bool {
        if case .contains = self { true } else { false }
    }

    /// A set of rows, found by `search`, among which are all that pass; nil when no search helps, or when it was given up.
    func roughly(_ search: TextSearch, _ isCancelled: Cancellation?) -> RowSet? {
        switch self {
        case .contains(let needle), .equal(let needle), .tail(let needle):
            needle.isEmpty ? nil : search.rows(containing: needle, isCancelled: isCancelled)
        case .containsText(let needle):
            // No change of case makes more than ASCII out of ASCII.
            needle.utf8.allSatisfy { $0 < 0x80 } ? nil : search.text.rowsBeyondASCII(isCancelled: isCancelled)
        case .equalText, .tailText, .pattern: nil
        }
    }
}
