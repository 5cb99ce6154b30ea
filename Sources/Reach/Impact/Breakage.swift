import Inventory

/// How many jobs break when each of many entities is revoked: ``Impact/breaks`` without the lists.
///
/// What the entities depend on in common is walked once for all of them: entities that depend on each other are drawn
/// together, and what is left has no circles, so one pass over it, a bit for each of 256 entities, tells what each of
/// them finds. Opened once for any number of counts, one at a time; a count costs what it finds.
public final class Breakage {
    private typealias Bits = SIMD4<UInt64>
    private static let width = 256

    private let inventory: Inventory
    private let entering: CrossingRows
    private let memory: SearchMemory

    /// Opens the inventory. O(1).
    public init(_ inventory: Inventory) {
        self.inventory = inventory
        entering = CrossingRows(entering: inventory)
        memory = SearchMemory(entities: inventory.entityCount)
    }

    /// How many jobs break for each of `entities`. O(what they find + what they find / 256 × entities).
    public func counts(of entities: [Int]) -> [Int] {
        let found = Dependents(of: entities, entering, memory, withArcs: entities.count > 1)
        guard entities.count > 1 else {
            return entities.map { _ in found.entities.dropFirst(found.startCount).count(where: isJob) }
        }
        let circles = Circles(found)
        var jobs = [Int](repeating: 0, count: circles.count)
        for (number, entity) in found.entities.enumerated() where isJob(entity) {
            jobs[Int(circles.component[number])] += 1
        }
        let needed = Set((0..<found.startCount).map { circles.component[$0] }).sorted()
        var counts: [UInt32: Int] = [:]
        for first in stride(from: 0, to: needed.count, by: Self.width) {
            let batch = needed[first..<min(first + Self.width, needed.count)]
            for (component, count) in zip(batch, Self.reached(from: Array(batch), circles, jobs)) {
                counts[component] = count
            }
        }
        // An entity does not depend on itself.
        let numbers = Dictionary(
            uniqueKeysWithValues: found.entities.prefix(found.startCount).enumerated().map { ($1, $0) })
        return entities.map { entity in
            guard let number = numbers[entity] else { return 0 }
            return (counts[circles.component[number]] ?? 0) - (isJob(entity) ? 1 : 0)
        }
    }

    /// How many different jobs break when all of `entities` are revoked. A job among them counts when it depends on
    /// another one.
    public func count(ofAll entities: [Int]) -> Int {
        let found = Dependents(of: entities, entering, memory, withArcs: false)
        let starts = Array(found.entities.prefix(found.startCount))
        let startJobs = starts.filter(isJob)
        var count = found.entities.dropFirst(found.startCount).count(where: isJob)
        for job in startJobs {
            let others = Dependents(of: starts.filter { $0 != job }, entering, memory, withArcs: false)
            if others.entities.dropFirst(others.startCount).contains(job) { count += 1 }
        }
        return count
    }

    private func isJob(_ entity: Int) -> Bool { inventory.entityKinds[entity] == .job }

    /// How many jobs each of at most 256 components leads to, itself included. Components lead to lower ones only.
    private static func reached(from starts: [UInt32], _ circles: Circles, _ jobs: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: starts.count)
        var reached = [Bits](repeating: .zero, count: circles.count)
        for (place, start) in starts.enumerated() { reached[Int(start)][place / 64] |= 1 << UInt64(place % 64) }
        let highest = Int(starts.max() ?? 0)
        reached.withUnsafeMutableBufferPointer { reached in
            circles.arcStarts.withUnsafeBufferPointer { arcStarts in
                circles.arcHeads.withUnsafeBufferPointer { arcHeads in
                    for component in stride(from: highest, through: 0, by: -1) {
                        let bits = reached[component]
                        guard bits != .zero else { continue }
                        for arc in Int(arcStarts[component])..<Int(arcStarts[component + 1]) {
                            reached[Int(arcHeads[arc])] |= bits
                        }
                        guard jobs[component] > 0 else { continue }
                        for word in 0..<4 {
                            var rest = bits[word]
                            while rest != 0 {
                                counts[word * 64 + rest.trailingZeroBitCount] += jobs[component]
                                rest &= rest - 1
                            }
                        }
                    }
                }
            }
        }
        return counts
    }
}
