import Inventory

extension Propagation {
    /// Makes every crossing that the holding of a label allows.
    mutating func spread(_ index: UInt32, _ label: Label) {
        let (rows, rules, finalStarts, limitBits) = (rows, rules.bytes, finalStarts, terrain.limitBits)
        let from = label.holding.from
        let held = heldMarks
        let isTimeless = terrain.isTimeless
        let hasSevered = terrain.hasSevered
        let (first, end) = rows.leaving(Int(label.entity))
        for place in first..<end {
            let target = Int(rows.targets[place])
            let relation = rows.relation(leaving: place)
            guard target < rows.entityCount, held[target / 64] >> UInt64(target % 64) & 1 == 0,
                relation < rows.relationCount, from.seconds < finalStarts[target]
            else { continue }
            let rule = rules[rows.traits[relation]]
            guard rule != 0 else { continue }
            var open = isTimeless ? Interval.always : rows.times[relation]
            if hasSevered { open = terrain.open(relation) }
            let start = max(from, open.from)
            let until = min(label.holding.until, open.until)
            guard start < until, start.seconds < finalStarts[target] else { continue }
            let crossing = Crossing(
                relation: relation, target: target, rule: rule, openUntil: open.until, parent: index)
            if limitBits[target / 64] >> UInt64(target % 64) & 1 == 1 {
                crossIntoLimited(crossing, from: label, start, until)
            } else {
                cross(crossing, from: label, start, until)
            }
        }
    }

    /// What a crossing gives over `[start, until)` at an entity that can always be held.
    private mutating func cross(_ crossing: Crossing, from label: Label, _ start: Instant, _ until: Instant) {
        var holding = Interval(start, .never)
        var endUnrenewed = Instant.never
        if crossing.rule & CrossingRules.kept == 0 {
            let lingering = lingering(crossing)
            let renewed = renewal.extended(
                until, crossing, lingering, from: Int(label.entity), limit: crossing.openUntil)
            holding = Interval(start, renewed.advanced(by: lingering))
            let lent = min(until, label.endUnrenewed)
            endUnrenewed = start < lent ? lent.advanced(by: lingering) : start
        }
        offer(crossing, holding, endUnrenewed: endUnrenewed, isFinal: holding.until == .never)
    }

    /// The same at an entity that is issued, expires or is remediated: one label for each time between cleansings.
    private mutating func crossIntoLimited(
        _ crossing: Crossing, from label: Label, _ from: Instant, _ until: Instant
    ) {
        let limit = terrain.limit(of: crossing.target)
        var start = max(from, limit.usable.from)
        let until = min(until, limit.usable.until)
        guard start < until else { return }
        let isKept = crossing.rule & CrossingRules.kept != 0
        let lingering = isKept ? 0 : lingering(crossing)
        let renewed =
            isKept
            ? until
            : renewal.extended(
                until, crossing, lingering, from: Int(label.entity), limit: min(crossing.openUntil, limit.usable.until))
        let lentUnrenewed = min(until, label.endUnrenewed)
        while start < renewed, start.seconds < finalStarts[crossing.target] {
            let cut = min(limit.nextCleansing(after: start), limit.usable.until)
            func end(lent: Instant) -> Instant {
                isKept ? cut : min(min(lent, cut).advanced(by: lingering), cut)
            }
            let holding = Interval(start, end(lent: renewed))
            let endUnrenewed = start < lentUnrenewed || isKept ? end(lent: lentUnrenewed) : start
            offer(crossing, holding, endUnrenewed: endUnrenewed, isFinal: holding.until == limit.usable.until)
            start = cut
        }
    }

    private mutating func offer(_ crossing: Crossing, _ holding: Interval, endUnrenewed: Instant, isFinal: Bool) {
        let label = Label(
            entity: UInt32(crossing.target), parent: crossing.parent, relation: UInt32(crossing.relation),
            isFinal: isFinal && shortcuts.contains(.finals), holding: holding, endUnrenewed: endUnrenewed)
        if crossing.rule & CrossingRules.costly != 0 { postpone(label) } else { enqueue(label) }
    }

    /// Seconds for which the far end stays held after the near end is lost.
    private func lingering(_ crossing: Crossing) -> Int64 {
        crossing.rule & CrossingRules.session == 0 ? 0 : Int64(terrain.inventory.sessionSeconds(of: crossing.relation))
    }
}

/// One relation as the near end's holder sees it.
struct Crossing {
    let relation: Int
    /// The entity that is gained.
    let target: Int
    /// What the question makes of it.
    let rule: UInt8
    let openUntil: Instant
    /// The label at its near end.
    let parent: UInt32
}

/// What the engine may do to be quick without changing an answer. Tests compare the answers with and without.
struct Shortcuts: OptionSet, Sendable {
    let rawValue: UInt8

    /// Timeless questions walk without labels.
    static let walk = Shortcuts(rawValue: 1)
    /// Labels that end only with their entity are told by one number.
    static let finals = Shortcuts(rawValue: 2)
    /// Where everything is kept, only the starts are found.
    static let arrivals = Shortcuts(rawValue: 4)
    static let all: Shortcuts = [.walk, .finals, .arrivals]
}
