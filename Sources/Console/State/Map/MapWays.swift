import Inventory
import Reach

/// What leads to a node of a map and what it leads to, one by one: also what a drawing in layers leaves out.
struct MapWays {
    /// A relation between a node and another one; the same relation of several that are drawn as one counts once.
    struct Way: Hashable {
        /// The other node, by its number in the layout.
        let node: Int
        let phrase: String
        let plane: PlaneLine
    }

    let map: MapRows
    let inventory: Inventory

    /// The ways to the node of a row, the earliest first.
    func into(_ row: Int) -> [Way] {
        let number = map.number(of: row)
        return ways(map.entering(number).flatMap { map.edges[$0] } + map.aside[number], to: \.from)
    }

    /// The ways from the node of a row, the earliest first: also those to its own level, or back. O(ways not drawn).
    func out(of row: Int) -> [Way] {
        let number = map.number(of: row)
        let aside = map.aside.flatMap { crossings in crossings.filter { map.bundles.nodeOf[$0.from] == number } }
        return ways(map.leaving(number).flatMap { map.edges[$0] } + aside, to: \.to)
    }

    private func ways(_ crossings: [Routes.Crossing], to end: KeyPath<Routes.Crossing, Int>) -> [Way] {
        let ordered = crossings.sorted {
            ($0.isEarliest ? 0 : 1, $0.at, $0.relation) < ($1.isEarliest ? 0 : 1, $1.at, $1.relation)
        }
        var seen: Set<Way> = []
        return ordered.compactMap { crossing in
            let relation = inventory.relation(at: crossing.relation)
            guard let node = map.bundles.nodeOf[crossing[keyPath: end]],
                let plane = PlaneLine([relation.traits.act.plane])
            else { return nil }
            let way = Way(node: node, phrase: MapWords.phrase(relation), plane: plane)
            return seen.insert(way).inserted ? way : nil
        }
    }
}
