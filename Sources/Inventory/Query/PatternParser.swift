/// Reads a pattern: letters, `.`, `[…]`, `\d \w \s \D \W \S \b \B`, `^`, `$`, `|`, `( )`, `* + ? {n,m}`.
struct PatternParser {
    /// How long a pattern may be, in scalars. It also bounds how deep its groups lie.
    static let lengthLimit = 200
    /// How often a counted repetition may repeat.
    static let countLimit = 100

    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ pattern: String) throws(PatternError) {
        scalars = Array(pattern.unicodeScalars.prefix(Self.lengthLimit + 1))
        if scalars.isEmpty { throw .empty }
        if scalars.count > Self.lengthLimit { throw .tooLarge }
    }

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard next == mark else { return false }
        place += 1
        return true
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try choice()
        if next != nil { throw .unbalanced(")") }
        return node
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        var options = [try sequence()]
        while skip("|") { options.append(try sequence()) }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let next, next != "|", next != ")" {
            var part = try atom()
            while let (min, max) = try repetition() { part = .repeated(part, min: min, max: max) }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func repetition() throws(PatternError) -> (min: Int, max: Int?)? {
        let counts: (Int, Int?)
        if skip("*") {
            counts = (0, nil)
        } else if skip("+") {
            counts = (1, nil)
        } else if skip("?") {
            counts = (0, 1)
        } else if skip("{") {
            counts = try count()
        } else {
            return nil
        }
        // Whether as few or as many as possible are taken makes no difference to whether there is a match.
        _ = skip("?")
        return counts
    }

    private mutating func count() throws(PatternError) -> (Int, Int?) {
        guard let min = number() else { throw .badCount(limit: Self.countLimit) }
        var max: Int? = min
        if skip(",") { max = next == "}" ? nil : number() ?? -1 }
        guard skip("}"), min <= Self.countLimit, max.map({ min <= $0 && $0 <= Self.countLimit }) ?? true else {
            throw .badCount(limit: Self.countLimit)
        }
        return (min, max)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let next, ("0"..."9").contains(next) {
            digits.unicodeScalars.append(next)
            place += 1
        }
        return Int(digits)
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        guard let scalar = next else { throw .empty }
        place += 1
        switch scalar {
        case "(": return try group()
        case "[": return .one(try set())
        case ".": return .one(.everything)
        case "^": return .start
        case "$": return .end
        case "*", "+", "?", "{": throw .nothingToRepeat
        case "\\":
            if skip("b") { return .wordEdge(true) }
            if skip("B") { return .wordEdge(false) }
            return .one(try escaped())
        default: return .one(.scalar(scalar))
        }
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        if skip("?"), !skip(":") { throw .unsupportedGroup }
        let inner = try choice()
        guard skip(")") else { throw .unbalanced("(") }
        return inner
    }

    private mutating func escaped() throws(PatternError) -> PatternSet {
        guard let letter = next else { throw .unknownEscape("") }
        place += 1
        switch letter {
        case "d": return .digit
        case "D": return PatternSet(parts: [.digit], isNegated: true)
        case "w": return .word
        case "W": return PatternSet(parts: [.word], isNegated: true)
        case "s": return .blank
        case "S": return PatternSet(parts: [.blank], isNegated: true)
        case "t": return .scalar("\t")
        case "n": return .scalar("\n")
        case "a"..."z", "A"..."Z", "0"..."9": throw .unknownEscape(String(letter))
        default: return .scalar(letter)
        }
    }

    /// The rest of a `[…]`.
    private mutating func set() throws(PatternError) -> PatternSet {
        var set = PatternSet()
        set.isNegated = skip("^")
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            let low = try member()
            guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
                set.parts.append(low)
                continue
            }
            place += 1
            guard let from = low.ranges.first, let to = try member().ranges.first, low.ranges.count == 1,
                from.lowerBound <= to.upperBound
            else { throw .badRange }
            set.ranges.append(from.lowerBound...to.upperBound)
        }
        guard skip("]") else { throw .unbalanced("[") }
        return set
    }

    private mutating func member() throws(PatternError) -> PatternSet {
        if skip("\\") { return try escaped() }
        guard let scalar = next else { throw .unbalanced("[") }
        place += 1
        return .scalar(scalar)
    }
}
