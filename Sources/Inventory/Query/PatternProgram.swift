/// A pattern made ready to search: a non-deterministic automaton whose states are followed side by side, so that no
/// pattern takes longer than its size times the length of the text (Ken Thompson's construction, 1968).
struct PatternProgram: Sendable {
    /// Plain bits, so that following a step counts no references.
    private enum Step: BitwiseCopyable, Sendable {
        /// A scalar of a set: its answers for ASCII, a bit each, and where the set itself is for the others.
        case one(low: UInt64, high: UInt64, set: Int)
        case start, end
        case wordEdge(Bool)
        case fork(Int, Int)
        case jump(Int)
        case found
    }

    /// How many steps a pattern may unfold to.
    static let sizeLimit = 2_000

    private var steps: [Step] = []
    private var sets: [PatternSet] = []
    /// What may still be unfolded: groups that match nothing cost too, or they could be repeated for ever.
    private var budget = PatternProgram.sizeLimit * 4

    /// Reads `pattern`. Letters match whatever their case.
    /// - Throws: why it is not a usable pattern.
    init(_ pattern: String) throws(PatternError) {
        var parser = try PatternParser(pattern)
        try add(try parser.parse())
        steps.append(.found)
    }

    private mutating func add(_ node: PatternNode) throws(PatternError) {
        budget -= 1
        if budget < 0 || steps.count > Self.sizeLimit { throw .tooLarge }
        switch node {
        case .one(let set): add(set)
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .wordEdge(let isEdge): steps.append(.wordEdge(isEdge))
        case .sequence(let parts): for part in parts { try add(part) }
        case .choice(let options): try addChoice(options)
        case .repeated(let part, let min, let max):
            for _ in 0..<min { try add(part) }
            guard let max else {
                let fork = steps.count
                steps.append(.found)
                try add(part)
                steps.append(.jump(fork))
                steps[fork] = .fork(fork + 1, steps.count)
                return
            }
            var forks: [Int] = []
            for _ in min..<max {
                forks.append(steps.count)
                steps.append(.found)
                try add(part)
            }
            for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
        }
    }

    private mutating func add(_ set: PatternSet) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for value in UInt8(0)..<64 {
            if set.contains(Unicode.Scalar(value)) { low |= 1 << UInt64(value) }
            if set.contains(Unicode.Scalar(value + 64)) { high |= 1 << UInt64(value) }
        }
        steps.append(.one(low: low, high: high, set: sets.count))
        sets.append(set)
    }

    private mutating func addChoice(_ options: [PatternNode]) throws(PatternError) {
        var ends: [Int] = []
        for (place, option) in options.enumerated() {
            guard place < options.count - 1 else { try add(option); break }
            let fork = steps.count
            steps.append(.found)
            try add(option)
            ends.append(steps.count)
            steps.append(.found)
            steps[fork] = .fork(fork + 1, steps.count)
        }
        for end in ends { steps[end] = .jump(steps.count) }
    }

    /// Whether the pattern occurs anywhere in `text`. O(size of the pattern × length).
    func occurs(in text: String) -> Bool {
        var (current, following): ([Int], [Int]) = ([], [])
        // The position, counted from 1, at which each step was last entered.
        var entered = [Int](repeating: 0, count: steps.count)
        var pending: [Int] = []
        var previous: Unicode.Scalar?
        var position = 1
        var rest = text.unicodeScalars.makeIterator()
        var next = rest.next()

        while true {
            // Enter every step that can be reached without taking a scalar; a match may begin anywhere.
            pending.append(contentsOf: following)
            pending.append(0)
            following.removeAll(keepingCapacity: true)
            current.removeAll(keepingCapacity: true)
            while let step = pending.popLast() {
                if entered[step] == position { continue }
                entered[step] = position
                switch steps[step] {
                case .found: return true
                case .one: current.append(step)
                case .jump(let target): pending.append(target)
                case .fork(let first, let second):
                    pending.append(second)
                    pending.append(first)
                case .start: if previous == nil { pending.append(step + 1) }
                case .end: if next == nil { pending.append(step + 1) }
                case .wordEdge(let wanted):
                    if (Self.isWord(previous) != Self.isWord(next)) == wanted { pending.append(step + 1) }
                }
            }
            guard let scalar = next else { return false }
            for step in current {
                guard case .one(let low, let high, let set) = steps[step] else { continue }
                let isInside =
                    switch scalar.value {
                    case 0..<64: low >> UInt64(scalar.value) & 1 == 1
                    case 64..<128: high >> UInt64(scalar.value - 64) & 1 == 1
                    default: sets[set].contains(scalar)
                    }
                if isInside { following.append(step + 1) }
            }
            (previous, next) = (scalar, rest.next())
            position += 1
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(PatternSet.word.contains) ?? false }
}
