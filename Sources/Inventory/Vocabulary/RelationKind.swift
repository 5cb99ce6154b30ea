/// The name of a relation, as a number: a row name of ``RelationTable``, or a name that only one source knows.
public struct RelationKind: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    /// The place of the name in the table of names; imported names follow those of the vocabulary.
    public let rawValue: UInt16

    /// The name in place `rawValue`.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The vocabulary's relation called `name` (lower snake case).
    public init?(name: some StringProtocol) {
        guard let place = RelationTable.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt16(place))
    }

    /// The name of a relation of the vocabulary; nil for a name that only its source knows.
    public var vocabularyName: String? {
        Int(rawValue) < RelationTable.names.count ? RelationTable.names[Int(rawValue)] : nil
    }
}

/// What crossing one relation means: the defaults come from ``RelationTable``, a source may override each.
public struct RelationTraits: Hashable, Sendable, BitwiseCopyable {
    /// Which end gains.
    public var gain: Gain
    /// What the attacker does.
    public var act: Act
    /// How long the far end stays held.
    public var hold: Hold
    /// How the relation is known.
    public var evidence: Evidence

    /// What crossing means, each part given.
    public init(gain: Gain, act: Act, hold: Hold, evidence: Evidence) {
        self.gain = gain
        self.act = act
        self.hold = hold
        self.evidence = evidence
    }

    /// The traits of an imported relation of which nothing is known: no control, and if control, then kept.
    public static let unknown = RelationTraits(gain: .none, act: .harvest, hold: .keep, evidence: .configured)
}
