import CKernels
import Dispatch
import Synchronization

/// Estimates how many entities each component reaches, by sketches of the sets of entities that it reaches.
///
/// The sketches are those of Flajolet, Fusy, Gandouet and Meunier ("HyperLogLog", 2007): every entity has a random
/// register and a random rank, and a register holds the largest rank of the entities of a set. So the sketch of a union
/// is the larger of the registers of its parts, and going from what is entered to what enters, one merge a crossing
/// gives all sets. What a component adds itself is known exactly; only what it leads to is estimated, by Ertl's formula
/// ("New cardinality estimation algorithms for HyperLogLog sketches", 2017), which is as good for small sets as for
/// large ones. The standard error is 1.04 / √``registers``: ``Exposure/standardError``.
///
/// Registers do not depend on one another: they are worked through a cache line at a time, so that memory is a line a
/// component, whatever the precision.
enum ReachSketches {
    /// How many registers a sketch has.
    static let registers = 2_048
    /// How many of them are worked on together: a byte each.
    private static let line = 64
    /// How many lines are worked on at a time, each by a core of its own.
    private static let workers = 2
    /// No rank is larger: with this many entities two in three sets would be told apart no more.
    private static let highestRank = 40
    /// What the rank 0, an empty register, counts for: far above the sum of all other ranks of a sketch.
    private static let emptyUnit = UInt64(1) << 52

    /// The number from which registers and ranks are drawn; the same in every inventory.
    static let usualSeed: UInt64 = 0x2545_F491_4F6C_DD1D

    /// For each component its count: the known one, or an estimate where that is 0.
    static func estimates(
        _ graph: CondensedGraph, known: [UInt32], seed: UInt64 = usualSeed, _ oversight: Oversight
    ) throws(CancellationError) -> [UInt32] {
        let unknown = known.indices.filter { known[$0] == 0 }
        if unknown.isEmpty { return known }
        let plan = Plan(graph, known: known, seed: seed)
        let sums = try sums(plan, unknownCount: unknown.count, oversight)
        var counts = known
        for (component, sum) in zip(unknown, sums) {
            // What one of the components that it leads to reaches, it reaches too.
            let least = graph.crossings[component].lazy.map { known[Int($0)] }.max() ?? 0
            let beyond = max(estimate(sum).rounded(), Double(least))
            counts[component] = UInt32(min(beyond + Double(graph.sizes[component]), Double(graph.entityCount)))
        }
        return counts
    }

    /// For each unknown component the sum over all registers of what it leads to: 2^-rank in units of
    /// 2^-``highestRank``, and ``emptyUnit`` for each empty one. Sums are whole, so that their order does not matter.
    private static func sums(
        _ plan: Plan, unknownCount: Int, _ oversight: Oversight
    ) throws(CancellationError) -> [UInt64] {
        let lines = registers / line
        let done = Mutex(0)
        let total = Mutex([UInt64](repeating: 0, count: unknownCount))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            var sums = [UInt64](repeating: 0, count: unknownCount)
            var rows = [UInt8](repeating: 0, count: plan.rowCount * line)
            for number in stride(from: worker, to: lines, by: workers) {
                if oversight.isCancelled() { return }
                plan.addSums(line: number, to: &sums, working: &rows)
                done.withLock { done in
                    done += 1
                    oversight.progress(0.6 + 0.4 * Double(done) / Double(lines))
                }
            }
            total.withLock { total in
                for place in sums.indices { total[place] &+= sums[place] }
            }
        }
        if done.withLock({ $0 }) < lines { throw CancellationError() }
        return total.withLock { $0 }
    }

    /// Ertl's estimate of how many entities a sketch holds, from the sum over its registers.
    private static func estimate(_ sum: UInt64) -> Double {
        let count = Double(registers)
        let empty = Double(sum / emptyUnit)
        if empty == count { return 0 }
        var power = empty / count
        var weight = 1.0
        var emptiness = power
        while true {
            power *= power
            let next = emptiness + power * weight
            if next == emptiness { break }
            emptiness = next
            weight *= 2
        }
        let filled = Double(sum % emptyUnit) / Double(UInt64(1) << UInt64(highestRank))
        let twiceLogOfTwo = 1.386_294_361_119_890_6
        return count * count / (twiceLogOfTwo * (filled + count * emptiness))
    }

    /// What every line of registers is worked out from.
    private struct Plan: Sendable {
        let graph: CondensedGraph
        let isUnknown: [Bool]
        /// For each component its row of registers; those that nothing enters need none.
        let rows: [UInt32]
        let rowCount: Int
        /// The crossings of the graph, with rows for components.
        let targets: [UInt32]
        /// What each rank adds to a sum.
        let values: [UInt64]
        let seed: UInt64

        static let none = UInt32.max

        init(_ graph: CondensedGraph, known: [UInt32], seed: UInt64) {
            self.graph = graph
            self.seed = seed
            isUnknown = known.map { $0 == 0 }
            var rows = [UInt32](repeating: Self.none, count: graph.componentCount)
            for target in graph.crossings.values { rows[Int(target)] = 0 }
            var count: UInt32 = 0
            for component in rows.indices where rows[component] == 0 {
                rows[component] = count
                count += 1
            }
            rowCount = Int(count)
            targets = graph.crossings.values.map { rows[Int($0)] }
            self.rows = rows
            values = (0...UInt64(UInt8.max)).map { rank in
                rank == 0 ? emptyUnit : rank <= highestRank ? 1 << (UInt64(highestRank) - rank) : 0
            }
        }

        /// Works out one line of registers of all components. Those of a component are the larger ones of what it leads
        /// to and of its own entities.
        func addSums(line number: Int, to sums: inout [UInt64], working rows: inout [UInt8]) {
            sums.withUnsafeMutableBufferPointer { sums in
                rows.withUnsafeMutableBufferPointer { rows in
                    targets.withUnsafeBufferPointer { targets in
                        addSums(line: number, to: sums, rows, targets)
                    }
                }
            }
        }

        private func addSums(
            line number: Int, to sums: UnsafeMutableBufferPointer<UInt64>, _ lines: UnsafeMutableBufferPointer<UInt8>,
            _ targets: UnsafeBufferPointer<UInt32>
        ) {
            guard let base = lines.baseAddress else { return }
            var current = [UInt8](repeating: 0, count: line)
            var (slot, entity) = (0, UInt64(0))
            current.withUnsafeMutableBufferPointer { current in
                guard let current = current.baseAddress else { return }
                for component in graph.sizes.indices {
                    let after = entity + UInt64(graph.sizes[component])
                    defer { entity = after }
                    if rows[component] == Self.none, !isUnknown[component] { continue }
                    let run = Int(graph.crossings.starts[component])..<Int(graph.crossings.starts[component + 1])
                    current.update(repeating: 0, count: line)
                    for place in run { kernel_raise_line(current, base + Int(targets[place]) * line) }
                    if isUnknown[component] {
                        sums[slot] &+= kernel_sum_line(current, values)
                        slot += 1
                    }
                    guard rows[component] != Self.none else { continue }
                    while entity < after {
                        let (register, rank) = cell(of: entity)
                        entity += 1
                        if register / line != number { continue }
                        current[register % line] = max(current[register % line], rank)
                    }
                    (base + Int(rows[component]) * line).update(from: current, count: line)
                }
            }
        }

        /// The register and the rank of an entity, by its place among those of all components: 64 well mixed bits, of
        /// which the last ones choose the register and the zeros before them make the rank.
        private func cell(of entity: UInt64) -> (register: Int, rank: UInt8) {
            var mixed = entity &* 0x9E37_79B9_7F4A_7C15 &+ seed
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            mixed ^= mixed >> 31
            let rank = min(mixed.leadingZeroBitCount + 1, highestRank)
            return (Int(mixed % UInt64(registers)), UInt8(rank))
        }
    }
}
