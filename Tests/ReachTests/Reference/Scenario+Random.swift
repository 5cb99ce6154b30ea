import Inventory
import Reach

extension Scenario {
    /// What a random scenario has much or little of.
    private struct Style {
        /// The last tick at which something may begin or end.
        let horizon: Int
        /// How many of a hundred entities and relations have ends in time.
        let timed: Int
        let sessions: Int
        let borrows: Int
        let cleanups: Int
        let guarded: Int
        let overrides: Int
        /// Every relation is kept: nothing that is gained is lost but by its own limits.
        let isKept: Bool

        init(_ random: inout SplitMix64) {
            horizon = random.pick([2, 4, 8, 12, 20]) ?? 8
            timed = random.pick([0, 10, 30, 60]) ?? 30
            sessions = random.pick([15, 40, 60]) ?? 40
            borrows = random.pick([10, 25, 40]) ?? 25
            cleanups = random.pick([0, 10, 40]) ?? 10
            guarded = random.pick([0, 0, 20, 50]) ?? 0
            overrides = random.pick([60, 100]) ?? 100
            isKept = random.chance(15)
        }
    }

    /// The scenario number `number` of an endless list; the same on every machine.
    static func random(_ number: UInt64) -> Scenario {
        var random = SplitMix64(seed: number)
        let style = Style(&random)
        var scenario = Scenario()
        scenario.clock =
            random.pick([
                TickClock(), TickClock(), TickClock(origin: 1_773_446_400, secondsPerTick: 3_600),
                TickClock(origin: -50, secondsPerTick: 7),
            ]) ?? TickClock()
        scenario.addThings(style, &random)
        scenario.addLinks(style, &random)
        if style.isKept { for index in scenario.links.indices { scenario.links[index].hold = .keep } }
        if random.chance(10) { scenario.sever(style, &random) }
        scenario.addQuestion(style, &random)
        return scenario
    }

    private mutating func addThings(_ style: Style, _ random: inout SplitMix64) {
        let kinds = EntityKind.table.map(\.name) + ["gh_mystery", "AZThing"]
        let dear = ["token", "service_account", "repository", "runner", "run", "secret", "workflow"]
        var letters = Array("abcdefghij").map(String.init)
        letters.shuffle(using: &random)
        for number in 0..<random.within(2...9) {
            var thing = Thing(id: letters[number], kind: random.pick(random.chance(60) ? dear : kinds) ?? "run")
            if random.chance(style.timed / 2) { thing.issued = random.within(1...style.horizon) }
            if random.chance(style.timed / 3) { thing.expires = random.within(1...style.horizon) }
            if random.chance(style.timed / 4) { thing.revoked = random.within(1...style.horizon) }
            if random.chance(20) { thing.lastUsed = random.within(1...style.horizon) }
            while random.chance(style.cleanups), thing.cleanups.count < 3 {
                thing.cleanups.append(random.within(1...style.horizon))
            }
            things.append(thing)
        }
    }

    private mutating func addLinks(_ style: Style, _ random: inout SplitMix64) {
        let ids = things.map(\.id)
        let count = random.within(2...20)
        while links.count < count {
            if random.chance(30) {
                // A ring of sessions and borrows: what renews itself.
                var ring = ids.shuffled(using: &random).prefix(random.within(1...4))
                if let first = ring.first { ring.append(first) }
                for (from, to) in zip(ring, ring.dropFirst()) {
                    var link = self.link(from, to, style, &random)
                    let length = UInt32(random.within(0...6))
                    link.hold = random.chance(60) ? .session(seconds: length) : .borrow
                    if random.chance(60) { link.valid = (nil, nil) }
                    link.gain = .forward
                    links.append(link)
                }
            } else if random.chance(10), var twin = random.pick(links) {
                if random.chance(70) { twin.valid = Self.window(style, &random) }
                if random.chance(50) { twin.hold = Self.hold(style, &random) }
                links.append(twin)
            } else if let from = random.pick(ids), let to = random.pick(ids) {
                links.append(link(from, to, style, &random))
            }
        }
    }

    private func link(_ from: String, _ to: String, _ style: Style, _ random: inout SplitMix64) -> Link {
        let kind = random.chance(25) ? "GH_Unheard" : random.pick(RelationTable.names) ?? "reads"
        var link = Link(kind: kind, from: from, to: to)
        if random.chance(style.timed) { link.valid = Self.window(style, &random) }
        let row = RelationKind(name: kind).flatMap { kind in
            let ends = [from, to].map { id in
                things.first { $0.id == id }.flatMap { EntityKind(name: $0.kind) } ?? EntityKind(rawValue: .max)
            }
            return RelationTable.row(kind, from: ends[0], to: ends[1])
        }
        if row == nil || row?.traits.gain == Gain.none || random.chance(style.overrides / 2) {
            link.gain = random.chance(75) ? .forward : random.pick(Gain.allCases)
        }
        if row == nil || random.chance(style.overrides / 2) { link.act = random.pick(Act.allCases) }
        var lastsTooLong = false
        if case .session = row?.traits.hold ?? .keep { lastsTooLong = clock.secondsPerTick != 3_600 }
        if lastsTooLong || random.chance(style.overrides) { link.hold = Self.hold(style, &random) }
        if random.chance(40) { link.evidence = random.pick(Evidence.allCases) }
        link.isGuarded = random.chance(style.guarded)
        if random.chance(5) { link.severed = random.within(1...style.horizon) }
        return link
    }

    private static func hold(_ style: Style, _ random: inout SplitMix64) -> Hold {
        if random.chance(style.sessions) { return .session(seconds: UInt32(random.within(0...6))) }
        return random.chance(style.borrows * 100 / 80) ? .borrow : .keep
    }

    /// Open, closed, empty, or one tick long.
    private static func window(_ style: Style, _ random: inout SplitMix64) -> (from: Int?, until: Int?) {
        let from = random.within(1...style.horizon)
        return switch random.below(10) {
        case 0: (from, from)
        case 1: (nil, from)
        case 2, 3: (from, nil)
        case 4, 5: (from, from + 1)
        default: (from, random.within(1...style.horizon))
        }
    }

    /// Ends many relations early, some of them before they begin.
    private mutating func sever(_ style: Style, _ random: inout SplitMix64) {
        for index in links.indices where random.chance(40) { links[index].severed = random.within(1...style.horizon) }
    }

    private mutating func addQuestion(_ style: Style, _ random: inout SplitMix64) {
        let ids = things.map(\.id)
        repeat {
            guard let id = random.pick(random.chance(30) ? starts.map(\.id) : ids) ?? ids.first else { break }
            var start = Start(id: id)
            if random.chance(80) { start.from = random.within(1...style.horizon) }
            if random.chance(60) { start.until = random.within((start.from ?? 1)...(style.horizon + 4)) }
            starts.append(start)
        } while random.chance(40) && starts.count < 5
        while random.chance(25), cures.count < 3 {
            guard let id = random.pick(ids) else { break }
            let means: Remediation = random.chance(50) ? .disable : .cleanse
            cures.append(Cure(id: id, at: random.within(1...style.horizon), means: means))
        }
        at = random.within(0...(style.horizon + 6))
        rollback = random.within(1...style.horizon)
        timeless = random.chance(12)
        guards = random.chance(85) ? .hold : .fail
        if random.chance(8) { plane = random.pick(Plane.allCases) }
        if random.chance(10) { evidence = random.pick(Evidence.allCases) ?? .inferred }
    }
}
