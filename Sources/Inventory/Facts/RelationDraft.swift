/// A relation while the entities at its ends may not have been declared yet.
struct RelationDraft {
    var kind: RelationKind
    var from: TextReference
    var to: TextReference
    var valid: Interval
    var gain: Gain?
    var act: Act?
    var hold: Hold?
    var evidence: Evidence?
    var `guard`: TextReference
    var attributes: [AttributeReference]
    var provenance: ProvenanceReference

    /// What it means between ends of these kinds: the table's defaults, with what the source says instead.
    func traits(from: EntityKind, to: EntityKind) -> RelationTraits {
        let row = RelationTable.row(kind, from: from, to: to)
        var traits = row?.traits ?? .unknown
        if let ended = row?.holdWhenEnded, valid.until != .never { traits.hold = ended }
        if let gain { traits.gain = gain }
        if let act { traits.act = act }
        if let hold { traits.hold = hold }
        if let evidence { traits.evidence = evidence }
        return traits
    }
}

/// What makes two relations one: everything but where it is written.
struct RelationIdentity: Hashable {
    var kind: RelationKind
    var from: UInt32
    var to: UInt32
    var valid: Interval
    var traits: RelationTraits
    var `guard`: TextReference
}
