/// Makes keys of the bytes that a keyboard sends, for terminals without ncurses. A value: bytes go in, events come out.
public struct KeyDecoder: Sendable {
    private var bytes: [UInt8] = []
    /// The text of a paste that has begun and not yet ended.
    private var paste: [UInt8]?

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    private static let pasteLimit = 1 << 20
    /// No terminal sends a longer sequence.
    private static let sequenceLimit = 4096

    /// A decoder that has read nothing.
    public init() {}

    /// Whether bytes wait for others that belong to them.
    public var isWaiting: Bool { !bytes.isEmpty || paste != nil }

    /// Whether a paste has begun and not yet ended.
    public var isPasting: Bool { paste != nil }

    /// Takes bytes in.
    public mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

    /// The next event; nil when there is none yet. `isComplete` says that no more bytes are on their way, so that an
    /// escape alone is the key.
    public mutating func next(isComplete: Bool) -> TerminalEvent? {
        while true {
            if paste != nil { return takePaste(isComplete: isComplete) }
            guard let first = bytes.first else { return nil }
            if first == Self.escape {
                guard let sequence = takeSequence(isComplete: isComplete) else { return nil }
                if sequence == Array("\u{1B}[200~".utf8) {
                    paste = []
                } else if let key = Self.key(of: sequence) {
                    return .key(key)
                }
            } else {
                guard let scalar = takeScalar(isComplete: isComplete) else { return nil }
                return .key(Key(typed: scalar))
            }
        }
    }

    /// A character; bytes that are none become the character for that.
    private mutating func takeScalar(isComplete: Bool) -> Unicode.Scalar? {
        let length =
            switch bytes[0] {
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 1
            }
        if bytes.count < length, !isComplete { return nil }
        let text = String(validating: bytes.prefix(length), as: UTF8.self)
        let taken = text == nil || bytes.count < length ? 1 : length
        bytes.removeFirst(taken)
        return taken == length ? text?.unicodeScalars.first ?? "\u{FFFD}" : "\u{FFFD}"
    }

    /// Everything from an escape to the end of its sequence; nil while that is not there.
    private mutating func takeSequence(isComplete: Bool) -> [UInt8]? {
        guard bytes.count > 1 else { return isComplete ? take(1) : nil }
        if bytes[1] == Self.escape { return take(1) }
        guard let ending = SequenceEnding(introducedBy: Unicode.Scalar(bytes[1])) else { return take(2) }
        let end = bytes.indices.dropFirst(2).first { ending.ends(at: Unicode.Scalar(bytes[$0]), place: $0 - 2) }
        if let end {
            let length = bytes[end] == Self.escape ? end + 2 : end + 1
            return length <= bytes.count || isComplete ? take(min(length, bytes.count)) : nil
        }
        return isComplete || bytes.count > Self.sequenceLimit ? take(bytes.count) : nil
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        let taken = Array(bytes.prefix(count))
        bytes.removeFirst(count)
        return taken
    }

    private mutating func takePaste(isComplete: Bool) -> TerminalEvent? {
        let end = bytes.indices.first { bytes[$0...].starts(with: Self.pasteEnd) }
        guard let text = paste, end != nil || isComplete else { return nil }
        let pasted = text + take(end ?? bytes.count).prefix(Self.pasteLimit)
        if end != nil { _ = take(Self.pasteEnd.count) }
        paste = nil
        return .paste(String(decoding: pasted, as: UTF8.self).replacing("\r", with: "\n"))
    }

    /// What xterm, VT100, rxvt and the Linux console send for the keys that have a name.
    private static let sequences: [(key: Key, codes: [String])] = [
        (.escape, [""]), (.up, ["[A", "OA"]), (.down, ["[B", "OB"]), (.right, ["[C", "OC"]), (.left, ["[D", "OD"]),
        (.home, ["[H", "OH", "[1~", "[7~"]), (.end, ["[F", "OF", "[4~", "[8~"]), (.insert, ["[2~"]),
        (.delete, ["[3~"]), (.pageUp, ["[5~"]), (.pageDown, ["[6~"]), (.backTab, ["[Z"]), (.enter, ["OM"]),
        (.altLeft, ["[1;3D"]), (.altRight, ["[1;3C"]), (.function(1), ["OP", "[11~", "[[A"]),
        (.function(2), ["OQ", "[12~"]), (.function(3), ["OR", "[13~"]), (.function(4), ["OS", "[14~"]),
        (.function(5), ["[15~"]), (.function(6), ["[17~"]), (.function(7), ["[18~"]), (.function(8), ["[19~"]),
        (.function(9), ["[20~"]), (.function(10), ["[21~"]), (.function(11), ["[23~"]), (.function(12), ["[24~"]),
    ]

    private static let keys: [[UInt8]: Key] = Dictionary(
        sequences.flatMap { row in row.codes.map { (Array("\u{1B}\($0)".utf8), row.key) } },
        uniquingKeysWith: { first, _ in first })

    /// The key that sends a sequence, which begins with an escape; nil where none is known to.
    public static func key(of sequence: [UInt8]) -> Key? {
        if let key = keys[sequence] { return key }
        guard sequence.count == 2, (0x20..<0x7F).contains(sequence[1]) else { return nil }
        return .alt(Character(Unicode.Scalar(sequence[1])))
    }
}
