/// What follows from the other columns and is worked out once, when an inventory is built. A snapshot stores it, so that
/// opening one takes no work.
struct DerivedColumns: Sendable {
    /// Who gains control of whom.
    var control: ControlGraph
    /// For each entity its place in the order of ids.
    var idRanks: Column<UInt32>
    /// How often each kind occurs, in the vocabulary's order.
    var kindTallies: Column<KindTally>
    /// The entities that the sources declare compromised, in the order of their ids.
    var compromised: BoundedColumn
    var figures: InventoryFigures
}

/// How often a kind occurs.
struct KindTally: BitwiseCopyable, Hashable, Sendable {
    var kind: UInt32
    var count: UInt32
}

/// Single facts about a whole inventory.
struct InventoryFigures: BitwiseCopyable, Hashable, Sendable {
    /// The newest moment at which any source was collected; the beginning of time where none says so.
    var collected: Instant
    private var flags: UInt64

    init(collected: Instant?, hasBackwardGain: Bool, hasGuardedGain: Bool, keepsAllGain: Bool) {
        self.collected = collected ?? .beginning
        flags = (hasBackwardGain ? 1 : 0) | (hasGuardedGain ? 2 : 0) | (keepsAllGain ? 4 : 0)
    }

    /// Whether control of some relation's far end gives its near end.
    var hasBackwardGain: Bool { flags & 1 != 0 }
    /// Whether some relation that gives control has a guard.
    var hasGuardedGain: Bool { flags & 2 != 0 }
    /// Whether every relation that gives control keeps what it gains; false where that is not known.
    var keepsAllGain: Bool { flags & 4 != 0 }
}

extension DerivedColumns {
    /// Works everything out. O(entities + relations).
    init(
        _ entities: EntityColumns, _ relations: RelationColumns, outgoingStarts: Column<UInt32>,
        incoming: CompressedRows<UInt32>, byID: BoundedColumn, collected: Instant?
    ) {
        control = ControlGraph(
            entities: entities.kind.count, relations, outgoingStarts: outgoingStarts, incoming: incoming)
        var ranks = [UInt32](repeating: 0, count: byID.count)
        for (rank, entity) in byID.enumerated() { ranks[Int(entity)] = UInt32(rank) }
        idRanks = Column(ranks)
        var tallies: [KindTally] = []
        for kind in entities.kind {
            while tallies.count <= Int(kind.rawValue) {
                tallies.append(KindTally(kind: UInt32(tallies.count), count: 0))
            }
            tallies[Int(kind.rawValue)].count += 1
        }
        kindTallies = Column(tallies.filter { $0.count > 0 })
        let marked = byID.filter { entities.flags[Int($0)].contains(.compromised) }
        compromised = BoundedColumn(Column(marked), below: entities.kind.count)
        figures = InventoryFigures(
            collected: collected, hasBackwardGain: relations.traits.contains { $0.gain == .backward },
            hasGuardedGain: relations.traits.contains { $0.isGuarded && $0.gain != .none },
            keepsAllGain: relations.traits.allSatisfy { $0.isKept || $0.gain == .none })
    }
}
