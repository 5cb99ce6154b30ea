import Inventory
import Reach

/// Where events come from: what is declared and what the answer says of each entity that is reached, with that entity's
/// own life; or the lives of all entities.
struct EventSource {
    let inventory: Inventory
    /// What is reached; nil for all of the inventory.
    let answer: Answer?
    /// What is declared.
    let seeds: [Seed]

    /// How often an asker who lost patience is heard.
    private static let stride = 4_096

    /// Calls `body` with each event that has a time, in no order. O(entities).
    /// - Returns: False when `isCancelled` said so first.
    func forEach(isCancelled: Cancellation? = nil, _ body: (TimeEvent) -> Void) -> Bool {
        for seed in seeds where inventory.holdsEntity(seed.entity) { declared(seed, body) }
        guard let answer else {
            for entity in 0..<inventory.entityCount {
                if entity % Self.stride == 0, isCancelled?() == true { return false }
                life(of: inventory.entity(at: entity), body)
            }
            return true
        }
        for (number, held) in answer.radius.entities.enumerated() {
            if number % Self.stride == 0, isCancelled?() == true { return false }
            life(of: held.entity, body)
            holdings(of: held, body)
        }
        return true
    }

    /// The events of one entity, in the order of time.
    func events(of entity: Entity) -> [TimeEvent] {
        var events: [TimeEvent] = []
        for seed in seeds where seed.entity == entity.index { declared(seed) { events.append($0) } }
        life(of: entity) { events.append($0) }
        if let held = answer?.radius[entity.index] { holdings(of: held) { events.append($0) } }
        return events.sorted { $0.precedes($1, in: inventory) }
    }

    private func declared(_ seed: Seed, _ body: (TimeEvent) -> Void) {
        emit(seed.window.from, .declared, seed.entity, body)
        emit(seed.window.until, .declaredEnd, seed.entity, body)
    }

    private func emit(_ at: Instant?, _ kind: EventKind, _ entity: Int, _ body: (TimeEvent) -> Void) {
        if let at, at.isBounded { body(TimeEvent(at: at, kind: kind, entity: entity)) }
    }

    /// What the sources record of an entity.
    private func life(of entity: Entity, _ body: (TimeEvent) -> Void) {
        let index = entity.index
        if entity.kind == .run {
            emit(entity.issued, .run, index, body)
            emit(entity.expires, .runEnd, index, body)
        } else {
            emit(entity.created, .created, index, body)
            if entity.issued != entity.created { emit(entity.issued, .issued, index, body) }
            if entity.rotated != entity.issued { emit(entity.rotated, .rotated, index, body) }
            emit(entity.expires, .expires, index, body)
        }
        emit(entity.lastUsed, .used, index, body)
        emit(entity.revoked, .revoked, index, body)
        for cleanup in entity.cleanups { emit(cleanup, .cleaned, index, body) }
    }

    /// When it is held. What ends with the entity itself, or with what was declared of it, is said by that event.
    private func holdings(of held: HeldEntity, _ body: (TimeEvent) -> Void) {
        let index = held.entity.index
        let windows = held.isSeed ? seeds.filter { $0.entity == index }.map(\.window) : []
        for (number, holding) in held.holdings.enumerated() {
            if !windows.contains(where: { $0.from == holding.from }) {
                let kinds: (first: EventKind, again: EventKind) =
                    held.isConditional ? (.conditional, .conditionalAgain) : (.held, .heldAgain)
                emit(holding.from, number == 0 ? kinds.first : kinds.again, index, body)
            }
            let end = holding.until
            let isSaid =
                end == held.entity.usable.until || windows.contains { $0.until == end }
                || held.entity.cleanups.contains(end)
            if !isSaid { emit(end, held.isConditional ? .conditionalEnd : .lost, index, body) }
        }
    }
}

extension Inventory {
    /// Whether there is an entity with this number.
    func holdsEntity(_ number: Int) -> Bool { number >= 0 && number < entityCount }
}
