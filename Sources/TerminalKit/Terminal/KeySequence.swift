/// Keys that are pressed one after another to mean one thing: mostly a single key, else a prefix and what follows it.
public struct KeySequence: Sendable, Hashable {
    /// The keys, in the order in which they are pressed.
    public let keys: [Key]

    /// A sequence of keys.
    public init(_ keys: [Key]) { self.keys = keys }

    /// The names shown in help and key bars, with a space between them: `j`, `Z p`.
    public func label(_ glyphs: Glyphs = .unicode) -> String {
        keys.map { $0.label(glyphs) }.joined(separator: " ")
    }

    /// Whether both cannot mean something at once: they are the same, or one is a prefix of the other.
    public func clashes(with other: KeySequence) -> Bool {
        keys.starts(with: other.keys) || other.keys.starts(with: keys)
    }
}
