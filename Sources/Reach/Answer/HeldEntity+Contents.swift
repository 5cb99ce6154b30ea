import Inventory

extension HeldEntity {
    /// The credentials that a slot holds, or held last, and that can be used at the moment of the question though it itself no
    /// longer can: that a slot is out of reach says nothing of its value. The first ``contentsListed`` by id; none of what
    /// is live. O(relations that leave it, at most a few thousand).
    public var liveContents: [Entity] {
        guard entity.kind == .secret, !isLive, firstHeld <= at else { return [] }
        let inventory = entity.inventory
        let held = inventory.outgoing(entity.index).prefix(OpenSlot.looked).lazy.map(inventory.relation(at:))
            .filter { $0.kind == .holds }.map(\.toIndex).filter { number in
                columns.place(of: number).map { columns.holdings.liveUntil($0, at: at) != nil } ?? false
            }
        return Set(held).sorted(by: inventory.idPrecedes).prefix(Self.contentsListed).map(inventory.entity(at:))
    }

    /// How many of them are named.
    public static let contentsListed = 3
}
