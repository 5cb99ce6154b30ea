/// Where a sequence ends that a terminal sends after an escape, by the standard of control functions (ECMA-48).
public enum SequenceEnding: Sendable {
    /// At its final character: a control sequence, of keys or of answers.
    case final
    /// With the next character: a single shift, of keys.
    case next
    /// At a bell, or at an escape that begins a terminator: a string, such as an answer about colours.
    case string

    /// The ending of what the character behind the escape begins; nil for one that begins nothing.
    public init?(introducedBy scalar: Unicode.Scalar) {
        switch scalar {
        case "[": self = .final
        case "O": self = .next
        case "]", "P", "X", "^", "_": self = .string
        default: return nil
        }
    }

    /// Whether the sequence ends at this character, which stands at a place behind the introduction, from 0 on.
    public func ends(at scalar: Unicode.Scalar, place: Int) -> Bool {
        switch self {
        // The Linux console sends a second bracket, which ends nothing, for its first function keys.
        case .final: (0x40...0x7E).contains(scalar.value) && !(place == 0 && scalar == "[")
        case .next: true
        case .string: scalar == "\u{07}" || scalar == "\u{1B}" || scalar == "\u{9C}"
        }
    }
}
