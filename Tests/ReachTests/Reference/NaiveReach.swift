import Inventory
import Reach

/// What is held at every tick, by doing what the definition says, one tick after the other.
///
/// At each tick: what is remediated or can no longer be used is lost; what was kept and what sessions still last is
/// held; seeds that start now are held; then every crossing that is possible now is made, again and again, until nothing
/// new comes of it. A crossing made at tick t gives the far end at t (borrow), from t until it is lost (keep), or from t
/// for `d` ticks longer than t (session). Two prices are carried along, each the least over all chains of crossings: how
/// many crossings there were (hops), and how many of them tampered, executed or minted (tier).
///
/// **When it may stop.** Let `quiet` be a tick after which nothing begins, ends or is remediated, `d` the longest session
/// and S(t) what is held at tick t. After `quiet`, S(t + 1) is contained in S(t): whatever is held at t + 1 comes, by
/// crossings made at t + 1, from something that a crossing at or before t still gives; that thing is held at t too, and
/// the same crossings are possible at t. And once S was the same for d + 2 ticks it stays so: whatever a session gave at
/// the last of them was opened from something that is held at the last of them as well, so it can be opened again then.
/// The same holds of the pairs (entity, price): no price falls after `quiet`. So what is held at the last tick of such
/// a stretch is held for ever.
struct NaiveReach {
    /// The least prices at which something is held at one tick.
    struct Price: Equatable {
        var hops: Int
        var tier: Int

        static func cheapest(_ left: Price?, _ right: Price) -> Price {
            guard let left else { return right }
            return Price(hops: min(left.hops, right.hops), tier: min(left.tier, right.tier))
        }
    }

    /// What is left of crossings made earlier.
    private struct Memory {
        var kept: Price?
        var sessions: [(until: Int, price: Price)] = []
    }

    let world: NaiveWorld
    /// For each tick, for each entity, the least prices; nil where it is not held.
    private(set) var held: [[Price?]] = []

    init(_ world: NaiveWorld) {
        self.world = world
        var memory = [Memory](repeating: Memory(), count: world.usable.count)
        var tick = 0
        var unchanged = 0
        repeat {
            let now = step(tick, &memory)
            if let before = held.last, zip(before, now).allSatisfy({ ($0 == nil) == ($1 == nil) }) {
                unchanged += 1
            } else {
                unchanged = 0
            }
            held.append(now)
            if tick <= world.quiet { unchanged = 0 }
            tick += 1
        } while tick <= world.quiet || unchanged < world.longestSession + 2
    }

    private func step(_ tick: Int, _ memory: inout [Memory]) -> [Price?] {
        var now = [Price?](repeating: nil, count: memory.count)
        for entity in memory.indices {
            if world.cleared[entity].contains(tick) || !world.usable[entity].contains(tick) {
                memory[entity] = Memory()
            }
            now[entity] = memory[entity].kept
            for session in memory[entity].sessions where tick < session.until {
                now[entity] = Price.cheapest(now[entity], session.price)
            }
        }
        for start in world.starts where start.tick == tick {
            memory[start.entity].kept = Price(hops: 0, tier: 0)
            now[start.entity] = Price(hops: 0, tier: 0)
        }
        let possible = world.crossings.filter { $0.open.contains(tick) && world.usable[$0.far].contains(tick) }
        var changed = true
        while changed {
            changed = false
            for crossing in possible {
                guard let price = Self.price(of: crossing, from: now[crossing.near]) else { continue }
                let cheapest = Price.cheapest(now[crossing.far], price)
                if cheapest != now[crossing.far] {
                    now[crossing.far] = cheapest
                    changed = true
                }
            }
        }
        for crossing in possible {
            guard let price = Self.price(of: crossing, from: now[crossing.near]) else { continue }
            switch crossing.hold {
            case .borrow: break
            case .keep: memory[crossing.far].kept = Price.cheapest(memory[crossing.far].kept, price)
            case .session(let ticks):
                Self.remember(price, until: tick + 1 + ticks, after: tick, in: &memory[crossing.far].sessions)
            }
        }
        return now
    }

    static func price(of crossing: NaiveWorld.Crossing, from near: Price?) -> Price? {
        guard let near else { return nil }
        return Price(hops: near.hops + 1, tier: near.tier + (crossing.act.raisesTier ? 1 : 0))
    }

    private static func remember(
        _ price: Price, until: Int, after tick: Int, in sessions: inout [(until: Int, price: Price)]
    ) {
        if let same = sessions.firstIndex(where: { $0.until == until }) {
            sessions[same].price = Price.cheapest(sessions[same].price, price)
        } else {
            sessions.removeAll { $0.until <= tick }
            sessions.append((until, price))
        }
    }
}

extension NaiveReach {
    func isHeld(_ entity: Int, at tick: Int) -> Bool { held[min(tick, held.count - 1)][entity] != nil }

    /// The first tick at which the entity is held.
    func first(_ entity: Int) -> Int? { held.indices.first { held[$0][entity] != nil } }

    /// When the entity is held, in real time: disjoint, ascending, touching ones merged.
    func holdings(_ entity: Int) -> [Interval] {
        var found: [Interval] = []
        var start: Int?
        for tick in held.indices {
            let isHeld = held[tick][entity] != nil
            if isHeld, start == nil { start = tick }
            if !isHeld, let from = start {
                found.append(world.clock.interval(from, tick))
                start = nil
            }
        }
        if let start { found.append(world.clock.interval(start, nil)) }
        return found
    }

    /// The least price of getting at the entity at any tick.
    func tier(_ entity: Int) -> Int? { held.compactMap { $0[entity]?.tier }.min() }

    /// The crossings that can be the last of a fewest-hops chain to the entity's first tick, from the near end whose id
    /// comes first.
    func lastCrossings(to entity: Int) -> [NaiveWorld.Crossing] {
        guard let first = first(entity), let hops = held[first][entity]?.hops, hops > 0 else { return [] }
        let all = world.crossings.filter {
            $0.far == entity && $0.open.contains(first) && held[first][$0.near]?.hops == hops - 1
        }
        func id(_ crossing: NaiveWorld.Crossing) -> [UInt8] {
            Array(world.inventory.entity(at: crossing.near).id.utf8)
        }
        guard let least = all.map(id).min(by: { $0.lexicographicallyPrecedes($1) }) else { return [] }
        return all.filter { id($0) == least }
    }
}
