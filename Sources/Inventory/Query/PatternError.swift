/// Why a text between slashes is not a usable pattern.
public enum PatternError: Error, Hashable, Sendable {
    /// There is nothing between the slashes.
    case empty
    /// A `(` or `[` that is never closed, or a `)` that closes nothing.
    case unbalanced(String)
    /// A `*`, `+`, `?` or `{…}` with nothing before it.
    case nothingToRepeat
    /// A `{…}` that is not `{n}`, `{n,}` or `{n,m}`, or counts backwards or too far.
    case badCount(limit: Int)
    /// A range in `[…]` that runs backwards or ends in a set of letters.
    case badRange
    /// A backslash before something that it gives no meaning.
    case unknownEscape(String)
    /// `(?…`: looking around, naming and the like would cost more than time in proportion to the text.
    case unsupportedGroup
    /// The pattern is longer, or its counts unfold to more steps, than is allowed.
    case tooLarge

    /// What is wrong, in words.
    public var message: String {
        switch self {
        case .empty: "it is empty"
        case .unbalanced(let mark): "\(mark) has no partner"
        case .nothingToRepeat: "there is nothing to repeat before * + ? or {"
        case .badCount(let limit): "counts are {n}, {n,} or {n,m}, up to \(limit)"
        case .badRange: "a range in [ ] runs backwards"
        case .unknownEscape(let letter): "\\\(letter) has no meaning"
        case .unsupportedGroup: "only ( ) and (?: ) group; (?= and the like are not supported"
        case .tooLarge: "it is too long, or repeats too much"
        }
    }
}
