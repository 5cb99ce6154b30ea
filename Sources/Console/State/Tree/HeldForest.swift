import Inventory
import Reach

/// Held entities under what first gave them: a list in which every one is followed by all that lies under it.
///
/// Of a list that leaves entities out, each lies under the nearest one before it that is listed. Numbers only, so that
/// a list of a million is a tree at once and folding is arithmetic.
struct HeldForest: Sendable {
    /// The list that the tree is made of.
    let listed: Listed
    /// The places in the answer, each before what lies under it.
    let places: [UInt32]
    /// How many lie under each, itself included.
    let sizes: [UInt32]
    /// The position of what each lies under; ``none`` at a root.
    let parents: [UInt32]
    /// How far each lies from its root.
    let depths: [UInt32]
    /// The positions in the order of the entities' numbers.
    private let byEntity: [UInt32]

    static let none = UInt32.max

    /// The forest of the listed places, siblings in the order of the list; nil when `isCancelled` said so first.
    /// O(listed + entities).
    init?(_ list: Listed, of answer: BlastRadius, in inventory: Inventory, isCancelled: Cancellation? = nil) {
        let entities = answer.entities
        let listed = list.indices
        var numbers = [UInt32](repeating: Self.none, count: inventory.entityCount)
        for (number, place) in listed.enumerated() { numbers[entities[place].entity.index] = UInt32(number) }
        var above = [UInt32](repeating: Self.none, count: listed.count)
        for (number, place) in listed.enumerated() {
            if number % 4_096 == 0, isCancelled?() == true { return nil }
            var held = entities[place]
            while let via = held.via, let before = answer[via.from.index], before.isBefore(held) {
                if numbers[before.entity.index] != Self.none {
                    above[number] = numbers[before.entity.index]
                    break
                }
                held = before
            }
        }
        if isCancelled?() == true { return nil }
        let order = Self.order(above)
        var positions = [UInt32](repeating: 0, count: listed.count)
        for (position, number) in order.enumerated() { positions[Int(number)] = UInt32(position) }
        var sizes = [UInt32](repeating: 1, count: listed.count)
        var parents = [UInt32](repeating: Self.none, count: listed.count)
        for position in order.indices.reversed() {
            let parent = above[Int(order[position])]
            guard parent != Self.none else { continue }
            parents[position] = positions[Int(parent)]
            sizes[Int(parents[position])] += sizes[position]
        }
        var depths = [UInt32](repeating: 0, count: listed.count)
        for (position, parent) in parents.enumerated() where parent != Self.none {
            depths[position] = depths[Int(parent)] + 1
        }
        self.listed = list
        self.depths = depths
        places = order.map { UInt32(listed[Int($0)]) }
        self.sizes = sizes
        self.parents = parents
        byEntity = numbers.lazy.filter { $0 != Self.none }.map { positions[Int($0)] }
    }

    /// The numbers, each before those under it, siblings ascending.
    private static func order(_ above: [UInt32]) -> [UInt32] {
        // For each number the first one under it and the next beside it.
        var first = [UInt32](repeating: none, count: above.count)
        var next = [UInt32](repeating: none, count: above.count)
        var root = none
        for number in above.indices.reversed() {
            let parent = above[number]
            if parent == none {
                (next[number], root) = (root, UInt32(number))
            } else {
                (next[number], first[Int(parent)]) = (first[Int(parent)], UInt32(number))
            }
        }
        var order: [UInt32] = []
        order.reserveCapacity(above.count)
        var open = root == none ? [] : [root]
        while let number = open.popLast() {
            order.append(number)
            if next[Int(number)] != none { open.append(next[Int(number)]) }
            if first[Int(number)] != none { open.append(first[Int(number)]) }
        }
        return order
    }

    var count: Int { places.count }

    /// The position of what the position lies under; nil at a root.
    func parent(of position: Int) -> Int? { parents[position] == Self.none ? nil : Int(parents[position]) }

    /// The positions from the root down to this one, of which only the last few are wanted. O(their number).
    func line(to position: Int, last count: Int = .max) -> [Int] {
        var line = [position]
        while line.count < count, let parent = parent(of: line[line.count - 1]) { line.append(parent) }
        return line.reversed()
    }

    /// Whether nothing stands beside the position below it, under the same one. O(1).
    func isLast(_ position: Int) -> Bool {
        let end = position + Int(sizes[position])
        guard let parent = parent(of: position) else { return end == count }
        return end == parent + Int(sizes[parent])
    }

    /// The position of an entity; nil when it is not listed. O(log count).
    func position(of entity: Int, in answer: BlastRadius) -> Int? {
        func number(_ place: Int) -> Int { answer.entities[Int(places[Int(byEntity[place])])].entity.index }
        var (low, high) = (0, byEntity.count)
        while low < high {
            let middle = (low + high) / 2
            if number(middle) < entity { low = middle + 1 } else { high = middle }
        }
        return low < byEntity.count && number(low) == entity ? Int(byEntity[low]) : nil
    }
}

extension HeldEntity {
    /// Whether it was there before the other one, so that what lies under what never goes round in a circle.
    fileprivate func isBefore(_ other: HeldEntity) -> Bool {
        isConditional != other.isConditional || (firstHeld, hops) < (other.firstHeld, other.hops)
    }
}

extension Listing {
    /// The listed entities as a forest; nil when given up.
    func forest(in inventory: Inventory, isCancelled: Cancellation?) -> HeldForest? {
        guard let answer, let listed = listed(in: inventory, isCancelled: isCancelled) else { return nil }
        return HeldForest(listed, of: answer.radius, in: inventory, isCancelled: isCancelled)
    }
}
