/// Which entity gains control of which: the relations that give control, in the direction in which it flows.
///
/// A *crossing* is one such relation as its holder sees it. Crossings that leave an entity lie side by side, in the
/// order of their relations; so do those that enter it. Relations that give control to nobody are not here.
///
/// The rows may lie in a file that changes while it is read: loops over ``Column/unsafeRows`` check each number against
/// ``entityCount``, ``crossingCount`` or the number of relations before they follow it.
public struct ControlGraph: Sendable {
    /// Where each entity's leaving crossings start; one more than there are entities.
    public let leavingStarts: Column<UInt32>
    /// The entity that each crossing gains.
    public let targets: Column<UInt32>
    /// The relation behind each crossing; empty when crossing *i* is relation *i*, all relations giving control forward.
    public let leavingRelations: Column<UInt32>
    /// Where each entity's entering crossings start; one more than there are entities.
    public let enteringStarts: Column<UInt32>
    /// The entity from which each entering crossing comes.
    public let sources: Column<UInt32>
    /// The relation behind each entering crossing.
    public let enteringRelations: Column<UInt32>
    /// How many relations there are, whether they give control or not.
    public let relationCount: Int

    /// How many entities there are.
    public var entityCount: Int { Swift.max(leavingStarts.count - 1, 0) }

    /// How many crossings there are.
    public var crossingCount: Int { targets.count }

    /// The places of the crossings that leave the entity. O(1).
    public func leaving(_ entity: Int) -> Range<Int> { leavingStarts.run(of: entity, within: targets.count) }

    /// The places of the crossings that enter the entity. O(1).
    public func entering(_ entity: Int) -> Range<Int> { enteringStarts.run(of: entity, within: sources.count) }

    /// The relation behind the leaving crossing at this place; some relation, whatever the rows say. O(1).
    public func relation(leaving place: Int) -> Int {
        Swift.min(leavingRelations.isEmpty ? place : Int(leavingRelations[place]), relationCount - 1)
    }
}

extension ControlGraph {
    /// Sorts the relations that give control by who holds and by who gains. O(entities + relations).
    init(entities count: Int, _ relations: RelationColumns) {
        let gains = relations.traits
        let givesAll = gains.allSatisfy { $0.gain == .forward }
        let crossings = gains.indices.lazy.filter { gains[$0].gain != .none }
        func ends(_ relation: Int) -> (holder: UInt32, gained: UInt32) {
            gains[relation].gain == .forward
                ? (relations.from[relation], relations.to[relation])
                : (relations.to[relation], relations.from[relation])
        }
        let leaving = CompressedRows<UInt32>(
            owners: count, pairs: crossings.map { (owner: ends($0).holder, value: UInt32($0)) })
        let entering = CompressedRows<UInt32>(
            owners: count, pairs: crossings.map { (owner: ends($0).gained, value: UInt32($0)) })
        leavingStarts = leaving.starts
        targets = Column(leaving.values.map { ends(Int($0)).gained })
        leavingRelations = givesAll ? Column([]) : leaving.values
        enteringStarts = entering.starts
        sources = Column(entering.values.map { ends(Int($0)).holder })
        enteringRelations = entering.values
        relationCount = gains.count
    }
}

extension Column<UInt32> {
    /// The run of `owner` in values of which these are the starts, kept inside the values whatever the starts say.
    func run(of owner: Int, within count: Int) -> Range<Int> {
        let start = Swift.min(Int(self[owner]), count)
        return start..<Swift.min(Swift.max(Int(self[owner + 1]), start), count)
    }
}
