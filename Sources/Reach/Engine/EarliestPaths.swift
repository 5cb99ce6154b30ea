import Inventory

/// For each reached entity the chain of crossings that made its earliest holding: the one with the fewest crossings, and
/// among those the one whose last crossing comes from the smallest id.
///
/// Every crossing leads to the next level, so level *n* gives what *n* crossings can reach. An entity's path is found at
/// the first level at which a label starts when the entity is first held.
struct EarliestPaths {
    /// How many crossings each path has, by the place that the workspace gives its entity.
    private(set) var hops: [UInt32]
    /// The label at the end of each path; ``Label/none`` where there is no path.
    private(set) var ends: [UInt32]
    /// The labels that paths go over; each comes after the one before it.
    private(set) var links: [PathLink] = []

    /// Goes on until every one of `count` reached entities has its path, or, given a target, until that has one. The
    /// workspace holds the places of the entities and when each is first held.
    init<P: Patience>(
        _ terrain: Terrain, _ workspace: Workspace, from seeds: [Seed], count: Int, shortcuts: Shortcuts,
        _ stage: Stage<P>
    ) throws(P.Failure) {
        let places = workspace.places.rows
        let firstHeld = workspace.firstHeld.rows
        hops = [UInt32](repeating: 0, count: count)
        ends = [UInt32](repeating: Label.none, count: count)
        var propagation = Propagation(terrain, cost: .everything, workspace, from: seeds, shortcuts: shortcuts)
        defer { propagation.tidy() }
        var found = 0
        var lastNews = 0
        while true {
            let level = propagation.level
            for index in propagation.pending {
                let label = propagation.labels[Int(index)]
                let entity = Int(label.entity)
                guard label.holding.from.seconds == firstHeld[entity] else { continue }
                let place = Int(places[entity])
                guard place < count else { continue }
                let known = ends[place]
                if known == Label.none {
                    found += 1
                    lastNews = level
                } else {
                    guard Int(hops[place]) == level, propagation.precedes(label, propagation.labels[Int(known)]) else {
                        continue
                    }
                }
                hops[place] = UInt32(level)
                ends[place] = index
            }
            if found == count || propagation.pending.isEmpty { break }
            try propagation.runLevel(stage) { _ in Double(found) / Double(max(1, count)) }
            if level - lastNews == Propagation.patience { propagation.allowCostlyRenewal() }
        }
        keepLinks(propagation.labels)
    }

    /// Keeps only the labels that paths go over.
    private mutating func keepLinks(_ labels: [Label]) {
        var numbers = [UInt32](repeating: Label.none, count: labels.count)
        for end in ends where end != Label.none { numbers[Int(end)] = 0 }
        for index in labels.indices.reversed() where numbers[index] == 0 && labels[index].parent != Label.none {
            numbers[Int(labels[index].parent)] = 0
        }
        for index in labels.indices where numbers[index] == 0 {
            numbers[index] = UInt32(links.count)
            let label = labels[index]
            links.append(
                PathLink(
                    at: label.holding.from,
                    parent: label.parent == Label.none ? Label.none : numbers[Int(label.parent)],
                    relation: label.relation))
        }
        for place in ends.indices where ends[place] != Label.none { ends[place] = numbers[Int(ends[place])] }
    }
}

/// One crossing on a path, and the one before it.
struct PathLink: BitwiseCopyable, Sendable {
    /// When it was taken.
    let at: Instant
    /// The link before; ``Label/none`` for a seed.
    let parent: UInt32
    /// The relation that was crossed; ``Label/none`` for a seed.
    let relation: UInt32
}
