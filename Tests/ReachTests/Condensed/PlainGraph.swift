import Inventory

@testable import Reach

/// A graph of control for a test: numbers and pairs of them, and what a plain walk says of it.
struct PlainGraph {
    let count: Int
    let pairs: [(from: Int, to: Int)]

    init(_ count: Int, _ pairs: [(from: Int, to: Int)]) {
        self.count = count
        self.pairs = pairs
    }

    /// A small graph with cycles, parallel crossings and such as lead back at once; sparse or dense by its number.
    static func random(_ number: UInt64) -> PlainGraph {
        var random = SplitMix64(seed: number)
        let count = random.within(1...40)
        let pairs = (0..<random.below(count * random.within(1...4))).map { _ in
            (from: random.below(count), to: random.below(count))
        }
        return PlainGraph(count, pairs)
    }

    /// A large graph of layers: most crossings lead on to a near layer, a few lead back, which makes components.
    static func layered(_ count: Int, seed: UInt64) -> PlainGraph {
        var random = SplitMix64(seed: seed)
        let pairs = (0..<count * 2).map { _ in
            let from = random.below(count)
            let step = random.within(1...max(1, count / 20))
            return (from: from, to: random.chance(3) ? max(0, from - step / 4) : min(count - 1, from + step))
        }
        return PlainGraph(count, pairs)
    }

    /// Rings of some hundred entities each, every one with crossings to two earlier ones.
    static func rings(_ count: Int, seed: UInt64) -> PlainGraph {
        var random = SplitMix64(seed: seed)
        var pairs: [(from: Int, to: Int)] = []
        var firsts: [Int] = []
        var next = 0
        for _ in 0..<count {
            let size = random.within(200...2_000)
            pairs += (0..<size).map { (from: next + $0, to: next + ($0 + 1) % size) }
            for _ in 0..<2 { if let earlier = random.pick(firsts) { pairs.append((from: next, to: earlier)) } }
            firsts.append(next)
            next += size
        }
        return PlainGraph(next, pairs)
    }

    /// The crossings as columns, as an inventory has them.
    var columns: (starts: Column<UInt32>, targets: Column<UInt32>) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for pair in pairs { starts[pair.from + 1] += 1 }
        for entity in 0..<count { starts[entity + 1] += starts[entity] }
        var next = starts
        var targets = [UInt32](repeating: 0, count: pairs.count)
        for pair in pairs {
            targets[Int(next[pair.from])] = UInt32(pair.to)
            next[pair.from] += 1
        }
        return (Column(starts), Column(targets))
    }

    var open: OpenCrossings {
        let (starts, targets) = columns
        return OpenCrossings(starts: starts, targets: targets) { _ in true }
    }

    func condensed() throws -> CondensedGraph { try CondensedGraph(open) }

    /// Counts what can be reached from `seeds` by walking.
    func reached(from seeds: [Int]) -> Int {
        let open = open
        var found = Set(seeds)
        var waiting = Array(found)
        while let entity = waiting.popLast() {
            for target in open.targets[Int(open.starts[entity])..<Int(open.starts[entity + 1])]
            where found.insert(Int(target)).inserted {
                waiting.append(Int(target))
            }
        }
        return found.count
    }

    /// What a walk from each entity counts.
    var reachedFromEach: [Int] {
        let open = open
        var marks = [Int](repeating: -1, count: count)
        return (0..<count).map { seed in
            var found = [seed]
            marks[seed] = seed
            var next = 0
            while next < found.count {
                let entity = found[next]
                next += 1
                for place in open.starts[entity]..<open.starts[entity + 1] {
                    let target = Int(open.targets[Int(place)])
                    if marks[target] == seed { continue }
                    marks[target] = seed
                    found.append(target)
                }
            }
            return found.count
        }
    }
}
