import Inventory
import Reach

/// What of some routes is drawn: nothing that lies behind a folded entity, and entities that lead from the same to the
/// same as one.
struct MapBundles {
    /// One node of a map.
    struct Node: Hashable, Sendable {
        /// Places among the entities of the routes, ascending; several where they are drawn as one.
        var members: [Int]

        var isBundle: Bool { members.count > 1 }
    }

    /// How many alike are drawn as one.
    static let least = 3

    private(set) var nodes: [Node] = []
    /// For each shown place its node.
    private(set) var nodeOf: [Int: Int] = [:]
    /// The entities that are folded and hide others, with how many.
    private(set) var hidden: [Int: Int] = [:]

    private let routes: Routes
    private let leaving: [[Int]]
    private let entering: [[Int]]

    /// What is drawn of the routes when the rows with these ids are folded, or bundles with these ids opened.
    init(_ routes: Routes, folded: Set<String>) {
        self.routes = routes
        var leaving = [Set<Int>](repeating: [], count: routes.entities.count)
        var entering = leaving
        for crossing in routes.crossings {
            leaving[crossing.from].insert(crossing.to)
            entering[crossing.to].insert(crossing.from)
        }
        self.leaving = leaving.map { $0.sorted() }
        self.entering = entering.map { $0.sorted() }
        let shut = Set(routes.entities.indices.filter { folded.contains(routes.entities[$0].entity.id) })
        let shown = reached(without: shut)
        for place in shut where shown.contains(place) {
            let count = Set(behind(place)).subtracting(shown).count
            if count > 0 { hidden[place] = count }
        }
        bundle(shown, opened: folded)
    }

    private var roots: [Int] {
        routes.entities.indices.filter { routes.entities[$0].isSeed || entering[$0].isEmpty }
    }

    /// What is reached when nothing is gone on with at `shut`.
    private func reached(without shut: Set<Int>) -> Set<Int> {
        var found = Set(roots)
        var open = Array(found)
        while let place = open.popLast() {
            guard !shut.contains(place) else { continue }
            for next in leaving[place] where found.insert(next).inserted { open.append(next) }
        }
        return found
    }

    /// All that a place leads to.
    private func behind(_ place: Int) -> [Int] {
        var found: Set<Int> = []
        var open = [place]
        while let here = open.popLast() {
            for next in leaving[here] where found.insert(next).inserted { open.append(next) }
        }
        return found.sorted()
    }

    /// How many entities would be hidden if this one were folded too.
    func exclusive(behind place: Int) -> Int {
        let shut = Set(hidden.keys)
        return reached(without: shut).count - reached(without: shut.union([place])).count
    }

    // MARK: Bundles

    private struct Likeness: Hashable {
        var kind: EntityKind
        var isSeed: Bool
        var isTarget: Bool
        var isConditional: Bool
        var from: [Int]
        var to: [Int]
    }

    /// Puts together what is alike, until nothing new is: what leads from one bundle to another may be alike as well.
    private mutating func bundle(_ shown: Set<Int>, opened: Set<String>) {
        let targets = Set(routes.targets)
        var leader = Dictionary(uniqueKeysWithValues: shown.map { ($0, $0) })
        var groups: [Int: [Int]] = [:]
        for _ in 0..<Self.rounds {
            var alike: [Likeness: [Int]] = [:]
            for place in shown.sorted() where hidden[place] == nil {
                let held = routes.entities[place]
                func leaders(_ places: [Int]) -> [Int] { Set(places.compactMap { leader[$0] }).sorted() }
                let likeness = Likeness(
                    kind: held.entity.kind, isSeed: held.isSeed, isTarget: targets.contains(place),
                    isConditional: held.isConditional, from: leaders(entering[place]), to: leaders(leaving[place]))
                alike[likeness, default: []].append(place)
            }
            let found = alike.values.filter { members in
                members.count >= Self.least && !opened.contains(bundleID(members[0]))
            }
            let next = Dictionary(found.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
            guard next != groups else { break }
            groups = next
            leader = Dictionary(uniqueKeysWithValues: shown.map { ($0, $0) })
            for (first, members) in groups { for member in members { leader[member] = first } }
        }
        for place in shown.sorted() where leader[place] == place {
            for member in groups[place] ?? [place] { nodeOf[member] = nodes.count }
            nodes.append(Node(members: groups[place] ?? [place]))
        }
    }

    private static let rounds = 8

    /// What the cursor remembers of a bundle that begins with this place.
    func bundleID(_ place: Int) -> String { MapRows.bundlePrefix + routes.entities[place].entity.id }
}
