import Inventory

/// What lies behind each entity that the seeds reach: what they would not reach without it, time left out of account.
///
/// The tree from which ``ChokePoints`` come, of all that is reached, kept for any number of counts.
public struct Dominance: Sendable {
    /// One entity that others lie behind.
    public struct Point: Sendable {
        /// The number of the entity, which is no seed.
        public let entity: Int
        /// How many of what was counted lie behind it, itself left out.
        public let dominates: Int
        fileprivate let place: Int
    }

    /// So many things can be counted in one pass.
    public typealias Counts = SIMD8<UInt32>

    /// The entity at each place of a depth-first search, and the place of what dominates it at once. The virtual root,
    /// which is no entity, has place 0.
    private let entities: [UInt32]
    private let above: [UInt32]
    private let seeds: Set<Int>
    private let inventory: Inventory

    fileprivate init(_ graph: Subgraph, _ tree: DominatorTree, _ inventory: Inventory) {
        entities = tree.numbers.enumerated().map { place, number in
            place == 0 ? 0 : graph.entities[Int(number)]
        }
        above = tree.dominators
        seeds = Set((0..<graph.sourceCount).map { Int(graph.entities[$0]) })
        self.inventory = inventory
    }

    /// How many entities the seeds reach, the seeds included.
    public var reached: Int { max(0, entities.count - 1) }

    /// How many of these entities the seeds reach, seeds among them included. O(what is reached).
    public func reached(among chosen: Set<Int>) -> Int {
        entities.dropFirst().count { chosen.contains(Int($0)) }
    }

    /// What dominates at least one of what is counted, most first, then by id: as ``ChokePoints/points``. O(what is
    /// reached).
    public func points(counting isCounted: (Int) -> Bool = { _ in true }) -> [Point] {
        let counts = behind { isCounted($0) ? Counts(1, 0, 0, 0, 0, 0, 0, 0) : .zero }
        var points: [Point] = []
        for place in 1..<max(counts.count, 1) where counts[place][0] > 0 && !seeds.contains(Int(entities[place])) {
            points.append(Point(entity: Int(entities[place]), dominates: Int(counts[place][0]), place: place))
        }
        return points.sorted { left, right in
            left.dominates == right.dominates
                ? inventory.idPrecedes(left.entity, right.entity) : left.dominates > right.dominates
        }
    }

    /// How much lies behind each of these points, by what `weights` says of every entity. O(what is reached).
    public func counts(behind points: [Point], _ weights: (Int) -> Counts) -> [Counts] {
        let counts = behind(weights)
        return points.map { counts[$0.place] }
    }

    /// For each point that chosen entities lie behind, the first `limit` of these in the order given. O(what is reached +
    /// chosen × the points before each).
    public func names(of chosen: [Int], limit: Int) -> [Int: [Int]] {
        let wanted = Set(chosen)
        var places: [Int: Int] = [:]
        for place in entities.indices.dropFirst() where wanted.contains(Int(entities[place])) {
            places[Int(entities[place])] = place
        }
        var names: [Int: [Int]] = [:]
        for entity in chosen {
            var place = places[entity].map { Int(above[$0]) } ?? 0
            while place > 0 {
                if names[Int(entities[place]), default: []].count < limit {
                    names[Int(entities[place]), default: []].append(entity)
                }
                place = Int(above[place])
            }
        }
        return names
    }

    /// For each place how much lies behind it, itself left out.
    private func behind(_ weights: (Int) -> Counts) -> [Counts] {
        var total = [Counts](repeating: .zero, count: above.count)
        for place in stride(from: above.count - 1, to: 0, by: -1) {
            total[Int(above[place])] &+= total[place] &+ weights(Int(entities[place]))
        }
        return total
    }
}

extension TimelessGround {
    /// What lies behind each entity that the seeds reach. O(what is reached).
    public func dominance<P: Patience>(patience: P) throws(P.Failure) -> Dominance {
        let stage = Stage(whole: patience)
        let graph = try reachable(stage.part(0, 0.4))
        return Dominance(graph, try DominatorTree(graph, stage.part(0.4, 1)), inventory)
    }
}
