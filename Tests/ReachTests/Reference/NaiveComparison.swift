import Inventory
import Reach

extension NaiveAnswer {
    /// Every way in which `answer` differs from this one, a line each.
    func differences(from answer: BlastRadius) -> [String] {
        var found: [String] = []
        func compare<Value: Equatable>(_ what: String, _ actual: Value, _ expected: Value) {
            if actual != expected { found.append("\(what): engine \(actual), reference \(expected)") }
        }
        compare("seeds", answer.seeds, seeds)
        compare("impossible seeds", answer.impossibleSeeds, impossibleSeeds)
        compare("entities", answer.entities.map(\.entity.id), expectedOrder())
        for entity in held.keys.sorted() {
            guard let expected = held[entity], let actual = answer[entity] else { continue }
            let id = actual.entity.id
            compare("\(id) holdings", actual.holdings.map(\.text), expected.holdings.map(\.text))
            compare("\(id) live", actual.isLive, expected.isLive)
            compare("\(id) conditional", actual.isConditional, expected.isConditional)
            compare("\(id) seed", actual.isSeed, expected.isSeed)
            compare("\(id) tier", actual.tier, expected.tier)
            compare("\(id) hops", actual.hops, expected.hops)
            compare("\(id) via", actual.via?.from.id, expected.via.first.map { inventory.entity(at: $0.near).id })
            if let via = actual.via, !expected.via.contains(where: { $0.relation == via.relation.index }) {
                found.append("\(id) via a relation that did not make its earliest holding")
            }
            compare("\(id) used since", actual.usedSince, usedSince(entity))
            guard let path = answer.path(to: entity) else {
                found.append("\(id) has no path")
                continue
            }
            if let fault = fault(in: path, to: entity) { found.append("\(id) path \(fault)") }
            let weakest = expected.isSeed ? nil : path.map(\.relation.traits.evidence).min()
            compare("\(id) confidence", actual.confidence, weakest ?? .observed)
        }
        return found + differences(in: answer.counts, answer)
    }

    private func usedSince(_ entity: Int) -> Bool? {
        guard let used = inventory.entity(at: entity).lastUsed, let first = held[entity]?.holdings.first else {
            return nil
        }
        return used >= first.from
    }

    private func expectedOrder() -> [String] {
        held.keys.map { (inventory.entity(at: $0).id, held[$0]?.holdings.first?.from ?? .never) }
            .sorted { $0.1 == $1.1 ? $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) : $0.1 < $1.1 }
            .map(\.0)
    }

    private func differences(in counts: BlastRadius.Counts, _ answer: BlastRadius) -> [String] {
        let sure = held.filter { !$0.value.isConditional }
        func tally<Key: Hashable>(_ key: (Int, Held) -> Key?) -> [Key: Int] {
            Dictionary(grouping: sure.compactMap { key($0.key, $0.value) }) { $0 }.mapValues(\.count)
        }
        // Where two parallel relations are equally good, the one that the engine names decides.
        let byPlane = tally { $1.planes.count > 1 ? answer[$0]?.plane : $1.planes.first }
        let right = [
            "reached": counts.reached == sure.count,
            "live": counts.live == live,
            "inherited": counts.inherited == sure.values.filter { $0.tier == 0 && !$0.isSeed }.count,
            "conditional": counts.conditional == held.count - sure.count,
            "by kind": counts.byKind == tally { entity, _ in inventory.entity(at: entity).kind },
            "by tier": counts.byTier == tally { _, held in held.tier },
            "by plane": counts.byPlane == byPlane,
        ]
        return right.filter { !$0.value }.keys.sorted().map { "the count \($0) is wrong: \(counts)" }
    }
}

extension Interval {
    /// The interval as a person writes it.
    var text: String { "[\(from.bounded.map(String.init) ?? "…"), \(until.bounded.map(String.init) ?? "…"))" }
}
