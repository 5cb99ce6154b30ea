import Inventory
import Reach

/// Something that happened, or will, to one entity at one moment. Only visible events become words.
struct TimeEvent: Hashable, Sendable {
    var at: Instant
    var kind: EventKind
    /// The entity's number.
    var entity: Int

    /// Whether it comes before `other`: by time, then by what happened, then causes before what follows from them, by
    /// their steps in `answer`, then by id.
    func precedes(_ other: TimeEvent, in inventory: Inventory, by answer: BlastRadius? = nil) -> Bool {
        if at != other.at { return at < other.at }
        if kind != other.kind { return kind.rawValue < other.kind.rawValue }
        if let answer {
            let (steps, others) = (steps(in: answer), other.steps(in: answer))
            if steps != others { return steps < others }
        }
        return inventory.idPrecedes(entity, other.entity)
    }

    /// How many steps lie between the entity and what is declared; of what is not reached more than of anything else.
    private func steps(in answer: BlastRadius) -> Int { answer[entity]?.hops ?? .max }

    /// What the cursor remembers.
    func id(in inventory: Inventory) -> String { "\(kind.rawValue) \(at.seconds) \(inventory.entity(at: entity).id)" }
}
