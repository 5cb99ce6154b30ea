import Inventory

/// The paths with the fewest crossings when time is left out of account, and of those the ones whose last crossing comes
/// from the smallest id: breadth first, each level in the order of ids.
struct TimelessPaths {
    /// Everything reached, in the order of distance, then of the id before it.
    private(set) var entities: [UInt32] = []
    /// For each of them the last crossing of its path and its near end; `UInt32.max` for seeds.
    private(set) var relations: [UInt32] = []
    private(set) var parents: [UInt32] = []
    /// Where in ``entities`` each level starts.
    private(set) var levels: [Int] = []

    init<P: Patience>(
        _ terrain: Terrain, _ rules: CrossingRules, _ workspace: Workspace, from seeds: [UInt32], _ stage: Stage<P>
    ) throws(P.Failure) {
        let rows = terrain.rows
        let crossings = workspace.crossings.rows
        let parents = workspace.parents.rows
        let ranks = terrain.inventory.entityIDRanks.unsafeRows
        // A crossing's place marks what was reached; seeds and what is absent get one that no crossing has.
        let root = UInt32.max - 1
        var reached: [UInt32] = []
        for absent in terrain.absent { crossings[Int(absent)] = root }
        for seed in seeds where crossings[Int(seed)] == .max {
            crossings[Int(seed)] = root
            reached.append(seed)
        }
        defer {
            workspace.crossings.blank(reached)
            workspace.crossings.blank(terrain.absent)
            workspace.parents.blank(reached)
        }
        let order = ParallelOrder(terrain)
        let isOpen = rules.allowsAll && !terrain.hasSevered
        var start = 0
        var looked = 0
        var checked = 0
        while start < reached.count {
            levels.append(start)
            var level = ByRank.sorted(reached[start...]) { ranks[Int($0)] }
            start = reached.count
            while !level.isEmpty {
                let piece = level.prefix(Stage<P>.steps)
                level = level.dropFirst(piece.count)
                spread(piece, &reached, rows, crossings, parents) { place in
                    if isOpen { return true }
                    let relation = rows.relation(leaving: place)
                    return relation < rows.relationCount && rules[rows.traits[relation]] != 0
                        && !terrain.open(relation).isEmpty
                } prefers: {
                    order.prefers($0, over: $1)
                }
                looked += piece.count
                if looked - checked >= Stage<P>.steps {
                    checked = looked
                    try stage.check(Double(looked) / Double(workspace.entityCount))
                }
            }
        }
        relations = reached.map { entity in
            let place = crossings[Int(entity)]
            return place == root ? .max : UInt32(clamping: rows.relation(leaving: Int(place)))
        }
        self.parents = reached.map { parents[Int($0)] }
        entities = reached
    }

    /// Goes over every crossing of `level` and adds to `reached` what was not there.
    @inline(__always)
    private func spread(
        _ level: ArraySlice<UInt32>, _ reached: inout [UInt32], _ rows: ControlRows,
        _ crossings: UnsafeMutableBufferPointer<UInt32>, _ parents: UnsafeMutableBufferPointer<UInt32>,
        allows: (Int) -> Bool, prefers: (Int, Int) -> Bool
    ) {
        for at in level.indices {
            if at + 16 < level.endIndex {
                rows.prefetchStart(level[at + 16])
                rows.prefetchTargets(level[at + 8])
                rows.prefetch(crossings, ofTargetsOf: level[at + 4])
            }
            let entity = level[at]
            let (first, end) = rows.leaving(Int(entity))
            for place in first..<end {
                let target = Int(rows.targets[place])
                guard target < rows.entityCount else { continue }
                let known = crossings[target]
                if known == .max {
                    guard allows(place) else { continue }
                    crossings[target] = UInt32(place)
                    parents[target] = entity
                    reached.append(UInt32(target))
                } else if known >= first, known < place, allows(place), prefers(place, Int(known)) {
                    crossings[target] = UInt32(place)
                }
            }
        }
    }
}

/// Which of two parallel crossings a path names: that of the smaller relation name, then the one that stands first.
struct ParallelOrder {
    private let terrain: Terrain

    init(_ terrain: Terrain) { self.terrain = terrain }

    /// Whether the leaving crossing at `place` goes before the one at `other`, between the same ends.
    func prefers(_ place: Int, over other: Int) -> Bool {
        prefers(relation: terrain.rows.relation(leaving: place), over: terrain.rows.relation(leaving: other))
    }

    /// Whether one relation goes before another between the same ends.
    func prefers(relation: Int, over other: Int) -> Bool {
        let count = terrain.rows.relationCount
        guard relation < count, other < count else { return relation < other }
        let names = (
            terrain.inventory.relation(at: relation).kindName, terrain.inventory.relation(at: other).kindName
        )
        return names.0 == names.1 ? relation < other : names.0 < names.1
    }
}
