import Inventory

/// The graph of control with the traits and times of its relations, as rows of memory for loops that cannot afford a
/// check at each step. Valid while the inventory lives.
///
/// The rows may lie in a file that changes under us: runs are clamped here; who reads a target or a relation's number
/// compares it with ``entityCount`` or ``relationCount`` before following it.
struct ControlRows {
    let entityCount: Int
    let relationCount: Int
    /// The entity that each leaving crossing gains.
    let targets: UnsafeBufferPointer<UInt32>
    /// The entity that each entering crossing comes from.
    let sources: UnsafeBufferPointer<UInt32>
    let traits: UnsafeBufferPointer<PackedTraits>
    let times: UnsafeBufferPointer<Interval>
    let leavingStarts: UnsafeBufferPointer<UInt32>
    let leavingRelations: UnsafeBufferPointer<UInt32>
    private let enteringStarts: UnsafeBufferPointer<UInt32>
    private let enteringRelations: UnsafeBufferPointer<UInt32>

    init(_ inventory: Inventory) {
        let control = inventory.control
        entityCount = max(
            0,
            min(
                inventory.entityCount, inventory.entityIDRanks.count, control.leavingStarts.count - 1,
                control.enteringStarts.count - 1))
        traits = inventory.relationTraits.unsafeRows
        times = inventory.relationTimes.unsafeRows
        relationCount = min(inventory.relationCount, traits.count, times.count)
        targets = control.targets.unsafeRows
        sources = control.sources.unsafeRows
        leavingStarts = control.leavingStarts.unsafeRows
        leavingRelations = control.leavingRelations.unsafeRows
        enteringStarts = control.enteringStarts.unsafeRows
        enteringRelations = control.enteringRelations.unsafeRows
    }

    /// The places of the crossings that leave the entity, which must be below ``entityCount``.
    @inline(__always)
    func leaving(_ entity: Int) -> (first: Int, end: Int) {
        let end = min(Int(leavingStarts[entity + 1]), targets.count)
        return (min(Int(leavingStarts[entity]), end), end)
    }

    /// The places of the crossings that enter the entity, which must be below ``entityCount``.
    @inline(__always)
    func entering(_ entity: Int) -> (first: Int, end: Int) {
        let end = min(Int(enteringStarts[entity + 1]), min(sources.count, enteringRelations.count))
        return (min(Int(enteringStarts[entity]), end), end)
    }

    /// The relation behind a leaving crossing; may be out of range in a damaged file.
    @inline(__always)
    func relation(leaving place: Int) -> Int {
        leavingRelations.isEmpty ? place : place < leavingRelations.count ? Int(leavingRelations[place]) : relationCount
    }

    /// The relation behind an entering crossing; may be out of range in a damaged file.
    @inline(__always)
    func relation(entering place: Int) -> Int { Int(enteringRelations[place]) }
}
