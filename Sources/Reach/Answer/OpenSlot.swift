import Inventory

/// A slot that a credential fills and that is still held, or held again, at or after the moment of an answer: whoever
/// holds it reads what is put into it next, so that a new value is lost as the old one was.
public struct OpenSlot: Hashable, Sendable {
    /// The slot.
    public let slot: Entity
    /// What gives it to the attacker then, runs last: at most ``listed``, and none where it is held by its own right.
    public let givers: [Entity]
    /// Whether it is held only if a guard fails.
    public let isConditional: Bool

    /// How many givers are named.
    public static let listed = 3
    /// How many relations of a slot are looked at for them: it may be lent to all repositories of an organisation.
    static let looked = 4_096
}

extension BlastRadius {
    /// The slots that hold `entity` and are open in this answer, by id; of a slot itself, that one.
    ///
    /// Asked of what a plan or a cut leaves over: there a new value would not stay secret. O(relations of the entity and of
    /// its slots, of each at most a few thousand).
    public func openSlots(of entity: Entity) -> [OpenSlot] {
        let inventory = entity.inventory
        let slots =
            entity.kind == .secret
            ? [entity.index]
            : inventory.incoming(entity.index).lazy.map(inventory.relation(at:)).filter { $0.kind == .holds }
                .map(\.fromIndex).filter { inventory.entity(at: $0).kind == .secret }
        return Set(slots).sorted(by: inventory.idPrecedes).compactMap { slot in
            guard let held = opened(slot) else { return nil }
            return OpenSlot(slot: held.entity, givers: givers(of: held), isConditional: held.isConditional)
        }
    }

    /// How an entity is held at the moment that the question asks about or later, if it is.
    private func opened(_ entity: Int) -> HeldEntity? {
        self[entity].flatMap { $0.heldUntil > question.at ? $0 : nil }
    }

    /// Some of what control of the slot flows from at that moment or later.
    private func givers(of slot: HeldEntity) -> [Entity] {
        let (inventory, number) = (slot.entity.inventory, slot.entity.index)
        let near =
            Array(inventory.incoming(number).prefix(OpenSlot.looked))
            + Array(inventory.outgoing(number).prefix(OpenSlot.looked))
        let found = near.map(inventory.relation(at:)).compactMap { relation -> Entity? in
            guard relation.gaining == number, question.timeless || relation.valid.until > question.at,
                slot.isConditional || question.guards == .fail || !relation.isGuarded,
                let giver = opened(relation.fromIndex == number ? relation.toIndex : relation.fromIndex),
                slot.isConditional || !giver.isConditional
            else { return nil }
            return giver.entity
        }
        let sorted = Set(found).sorted { left, right in
            (left.kind == .run) == (right.kind == .run)
                ? inventory.idPrecedes(left.index, right.index) : right.kind == .run
        }
        return Array(sorted.prefix(OpenSlot.listed))
    }
}
