import Inventory

/// For each place of an answer the path that led there.
struct PathColumns: Sendable {
    /// How many crossings the path has.
    let hops: [UInt32]
    /// The weakest evidence on it.
    let confidence: [Evidence]
    /// The last relation of each place's path; ``Label/none`` where it has none.
    let relations: [UInt32]
    /// The last link of each place's path, and all links; none where each path goes on from that of the entity before.
    private let ends: [UInt32]
    private let links: [PathLink]

    /// No paths: for answers that need none.
    init() {
        hops = []
        confidence = []
        relations = []
        ends = []
        links = []
    }

    /// Paths without times, which share their beginnings.
    init(_ paths: TimelessPaths, _ inventory: Inventory, places: UnsafeMutableBufferPointer<UInt32>) {
        var hops = [UInt32](repeating: 0, count: paths.entities.count)
        var confidence = [Evidence](repeating: .observed, count: paths.entities.count)
        let traits = inventory.relationTraits.unsafeRows
        defer { withExtendedLifetime(inventory) {} }
        var level = 0
        for place in paths.entities.indices {
            if level + 1 < paths.levels.count, place == paths.levels[level + 1] { level += 1 }
            hops[place] = UInt32(level)
            let relation = Int(paths.relations[place])
            guard relation < traits.count else { continue }
            let before = confidence[Int(places[Int(paths.parents[place])])]
            confidence[place] = min(before, traits[relation].evidence)
        }
        self.hops = hops
        self.confidence = confidence
        relations = paths.relations
        ends = []
        links = []
    }

    /// Paths with times.
    init(_ paths: EarliestPaths, _ inventory: Inventory) {
        let traits = inventory.relationTraits.unsafeRows
        defer { withExtendedLifetime(inventory) {} }
        hops = paths.hops
        var weakest: [Evidence] = []
        weakest.reserveCapacity(paths.links.count)
        for link in paths.links {
            guard link.parent != Label.none, Int(link.relation) < traits.count else {
                weakest.append(.observed)
                continue
            }
            weakest.append(min(weakest[Int(link.parent)], traits[Int(link.relation)].evidence))
        }
        confidence = paths.ends.map { $0 == Label.none ? .inferred : weakest[Int($0)] }
        relations = paths.ends.map { $0 == Label.none ? Label.none : paths.links[Int($0)].relation }
        ends = paths.ends
        links = paths.links
    }

    /// Calls `body` with every crossing of the path and its moment, the last one first. O(hops).
    func walkBack(from place: Int, in held: HeldColumns, _ body: (Int, Instant) -> Void) {
        if ends.isEmpty { return walkBackEntities(from: place, in: held, body) }
        var end = ends[place]
        while end != Label.none, links[Int(end)].relation != Label.none {
            body(Int(links[Int(end)].relation), links[Int(end)].at)
            end = links[Int(end)].parent
        }
    }

    private func walkBackEntities(from place: Int, in held: HeldColumns, _ body: (Int, Instant) -> Void) {
        var place = place
        for _ in 0..<hops[place] {
            let relation = Int(relations[place])
            guard relation < held.inventory.relationCount else { return }
            body(relation, .beginning)
            guard let before = held.place(of: held.inventory.crossingEnds(relation).near) else { return }
            place = before
        }
    }
}
