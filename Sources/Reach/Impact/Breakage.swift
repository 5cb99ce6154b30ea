import Inventory

/// How many jobs break when each of many entities is revoked: ``Impact/breaks`` without the lists.
///
/// Walks backwards from 64 entities at once, a bit for each, so that what many of them depend on in common is walked once
/// for all ("The More the Merrier: Efficient Multi-Source Graph Traversal", Then and others, 2014). Opened once for any
/// number of counts, one at a time; a count costs what it finds.
public final class Breakage {
    private let inventory: Inventory
    private let entering: CrossingRows
    private let memory: SearchMemory
    /// For each entity a bit for each start that depends on it: all of them, and those not passed on yet.
    private let found: UnsafeMutablePointer<UInt64>
    private let pending: UnsafeMutablePointer<UInt64>

    /// Opens the inventory. O(1).
    public init(_ inventory: Inventory) {
        self.inventory = inventory
        entering = CrossingRows(entering: inventory)
        memory = SearchMemory(entities: inventory.entityCount)
        found = SearchMemory.zeroed(inventory.entityCount, of: UInt64.self)
        pending = SearchMemory.zeroed(inventory.entityCount, of: UInt64.self)
    }

    deinit {
        SearchMemory.release(found)
        SearchMemory.release(pending)
    }

    /// How many jobs break for each of `entities`. O(what each 64 of them find together).
    public func counts(of entities: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: entities.count)
        for first in stride(from: 0, to: entities.count, by: 64) {
            let batch = entities[first..<min(first + 64, entities.count)]
            spread(from: batch.enumerated().map { ($1, UInt64(1) << UInt64($0)) }) { _, bits in
                var rest = bits
                while rest != 0 {
                    counts[first + rest.trailingZeroBitCount] += 1
                    rest &= rest - 1
                }
            }
        }
        return counts
    }

    /// How many different jobs break when all of `entities` are revoked. A job among them counts when it depends on
    /// another one.
    public func count(ofAll entities: [Int]) -> Int {
        var broken: Set<Int> = []
        for first in stride(from: 0, to: entities.count, by: 64) {
            let batch = entities[first..<min(first + 64, entities.count)]
            spread(from: batch.enumerated().map { ($1, UInt64(1) << UInt64($0)) }) { job, _ in broken.insert(job) }
        }
        return broken.count
    }

    /// Calls `job` with each job that some start finds, and the bits of those that do; a job's own bit is not among them.
    private func spread(from starts: [(entity: Int, bit: UInt64)], job: (Int, UInt64) -> Void) {
        let kinds = inventory.entityKinds.unsafeRows
        let limit = min(inventory.entityCount, kinds.count)
        let stamp = memory.freshStamps(1)
        let cells = memory.cells
        var (now, next) = (memory.queue, memory.secondQueue)
        var (nowCount, nextCount) = (0, 0)
        var touched: [Int] = []
        func add(_ bits: UInt64, to entity: Int) {
            let new = bits & ~found[entity]
            guard new != 0 else { return }
            if cells[entity].stamp != stamp {
                cells[entity].stamp = stamp
                touched.append(entity)
            }
            if pending[entity] == 0 {
                next[nextCount] = UInt32(truncatingIfNeeded: entity)
                nextCount &+= 1
            }
            found[entity] |= new
            pending[entity] |= new
        }
        for start in starts where start.entity >= 0 && start.entity < limit { add(start.bit, to: start.entity) }
        while nextCount > 0 {
            swap(&now, &next)
            (nowCount, nextCount) = (nextCount, 0)
            for place in 0..<nowCount {
                let entity = Int(now[place])
                let bits = pending[entity]
                pending[entity] = 0
                entering.forEach(of: entity, where: \.makesDependent) { near in add(bits, to: near) }
            }
        }
        for start in starts where start.entity >= 0 && start.entity < limit { found[start.entity] &= ~start.bit }
        for entity in touched {
            if found[entity] != 0, kinds[entity] == .job { job(entity, found[entity]) }
            found[entity] = 0
        }
    }
}
