/// A pattern as a tree.
indirect enum PatternNode {
    case one(PatternSet)
    case start, end
    /// The edge of a word, or with false anywhere else.
    case wordEdge(Bool)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// At least `min` times, and at most `max` times when there is a limit.
    case repeated(PatternNode, min: Int, max: Int?)
}

/// A set of scalars, tested in all their cases.
struct PatternSet: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    /// Sets within the set, for `[^\W_]` and the like.
    var parts: [PatternSet] = []
    var isNegated = false

    static let digit = PatternSet(ranges: [0x30...0x39])
    static let word = PatternSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let blank = PatternSet(ranges: [0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x2028...0x2029])
    static let everything = PatternSet(isNegated: true)

    static func scalar(_ scalar: Unicode.Scalar) -> PatternSet { PatternSet(ranges: [scalar.value...scalar.value]) }

    /// Whether `scalar`, its lower-case or its upper-case form is in the set.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        var found = holds(scalar)
        if !found, !isFinal(scalar) {
            found =
                Self.alone(scalar.properties.lowercaseMapping).map(holds) ?? false
                || Self.alone(scalar.properties.uppercaseMapping).map(holds) ?? false
        }
        return found != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } || parts.contains { $0.contains(scalar) }
    }

    /// Whether `scalar` surely has no other case.
    private func isFinal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x41 || (0x5B...0x60).contains(scalar.value)
    }

    private static func alone(_ text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }
}
