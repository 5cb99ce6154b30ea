import Inventory

/// The least number of tamper, execute and mint steps to each entity when time is left out of account: all that a tier
/// reaches at no cost, then the next tier.
enum TimelessTiers {
    /// Calls `found` once with each reached entity and its tier.
    static func find<P: Patience>(
        _ terrain: Terrain, _ workspace: Workspace, from seeds: [UInt32], _ stage: Stage<P>,
        found: (UInt32, UInt32) -> Void
    ) throws(P.Failure) {
        let table = CrossingRules(terrain.question, cost: .alteration)
        let rules = table.bytes
        defer { withExtendedLifetime(table) {} }
        let rows = terrain.rows
        let marks = workspace.marks.rows
        var open: [UInt32] = []
        var next = seeds
        for absent in terrain.absent { marks[Int(absent) / 64] |= 1 << UInt64(absent % 64) }
        defer {
            workspace.marks.blank(open.lazy.map { $0 / 64 })
            workspace.marks.blank(terrain.absent.lazy.map { $0 / 64 })
        }
        let hasSevered = terrain.hasSevered
        var head = 0
        var tier: UInt32 = 0
        while !next.isEmpty {
            for entity in next where marks[Int(entity) / 64] >> UInt64(entity % 64) & 1 == 0 {
                marks[Int(entity) / 64] |= 1 << UInt64(entity % 64)
                open.append(entity)
            }
            next.removeAll(keepingCapacity: true)
            while head < open.count {
                if head + 16 < open.count {
                    rows.prefetchStart(open[head + 16])
                    rows.prefetchTargets(open[head + 8])
                    rows.prefetchRelations(open[head + 8])
                }
                found(open[head], tier)
                let (first, end) = rows.leaving(Int(open[head]))
                head += 1
                for place in first..<end {
                    let target = Int(rows.targets[place])
                    let relation = rows.relation(leaving: place)
                    guard target < rows.entityCount, relation < rows.relationCount else { continue }
                    let bit: UInt64 = 1 << UInt64(target % 64)
                    guard marks[target / 64] & bit == 0 else { continue }
                    let rule = rules[rows.traits[relation]]
                    guard rule != 0, !hasSevered || !terrain.open(relation).isEmpty else { continue }
                    if rule & CrossingRules.costly != 0 {
                        next.append(UInt32(target))
                    } else {
                        marks[target / 64] |= bit
                        open.append(UInt32(target))
                    }
                }
                if head % Stage<P>.steps == 0 { try stage.check(Double(head) / Double(workspace.entityCount)) }
            }
            tier += 1
        }
    }
}
