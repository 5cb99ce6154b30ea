/// Yes-or-no facts about an entity.
public struct EntityFlags: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt16

    /// Flags from their bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A runner that the organisation keeps itself.
    public static let selfHosted = EntityFlags(rawValue: 1 << 0)
    /// A runner that is thrown away after each job.
    public static let ephemeral = EntityFlags(rawValue: 1 << 1)
    /// An agent that acts without a person's approval.
    public static let autonomous = EntityFlags(rawValue: 1 << 2)
    /// What the organisation cannot afford to lose.
    public static let crownJewel = EntityFlags(rawValue: 1 << 3)
    /// Found where it should not be.
    public static let leaked = EntityFlags(rawValue: 1 << 4)
    /// Declared compromised by a source: a default seed.
    public static let compromised = EntityFlags(rawValue: 1 << 5)
    /// Exists by inference: no source records it.
    public static let inferred = EntityFlags(rawValue: 1 << 6)
    /// A source says that it may be cut (see ``Entity/isRevocable``).
    public static let revocable = EntityFlags(rawValue: 1 << 7)
    /// A source says that it may not be cut.
    public static let irrevocable = EntityFlags(rawValue: 1 << 8)
    /// What it is could not be read from its source: an expression, for example.
    public static let unknown = EntityFlags(rawValue: 1 << 9)

    /// Each flag with its name in files and queries, in the order in which they are listed.
    public static let table: [(flag: EntityFlags, name: String)] = [
        (.selfHosted, "self_hosted"), (.ephemeral, "ephemeral"), (.autonomous, "autonomous"),
        (.crownJewel, "crown_jewel"), (.leaked, "leaked"), (.compromised, "compromised"), (.inferred, "inferred"),
        (.revocable, "revocable"), (.irrevocable, "irrevocable"), (.unknown, "unknown"),
    ]

    /// The names of the flags that are set.
    public var names: [String] { Self.table.filter { contains($0.flag) }.map(\.name) }
}
