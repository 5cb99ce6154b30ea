import CKernels

/// Finds the strongly connected components of all entities at once, and the crossings between them.
///
/// Pearce's variant of Tarjan's algorithm ("A space-efficient algorithm for finding strongly connected components",
/// 2016): one number an entity says whether it was seen, how far back it leads and, in the end, its component. The
/// stacks are arrays, so that a chain of a million entities is no deeper than a short one. O(entities + crossings).
struct ComponentSearch {
    /// For each entity its component. A component's crossings lead to smaller numbers only.
    private(set) var components: [UInt32]
    /// For each component how many entities it has.
    private(set) var sizes: [UInt32] = []
    /// Where each component's crossings start in ``targets``; one more than there are components.
    private(set) var starts: [UInt32] = [0]
    /// The components that each component's crossings lead to, each once.
    private(set) var targets: [UInt32] = []

    /// An entity whose crossings are being followed.
    private struct Frame {
        let entity: UInt32
        /// Its number when it was first seen.
        let order: UInt32
        /// Its next crossing.
        var next: UInt32
    }

    init(_ crossings: OpenCrossings, _ oversight: Oversight) throws(CancellationError) {
        let count = crossings.entityCount
        components = [UInt32](repeating: 0, count: count)
        sizes.reserveCapacity(count)
        starts.reserveCapacity(count + 1)
        var stopped = false
        // No entity is on both stacks: one for those being followed, one for those whose component is not yet known.
        let frames = UnsafeMutablePointer<Frame>.allocate(capacity: count + 1)
        let waiting = UnsafeMutablePointer<UInt32>.allocate(capacity: count + 1)
        // The component, counted from 1, for which a component was last listed as a target.
        let listed = UnsafeMutablePointer<UInt32>.allocate(capacity: count + 1)
        listed.initialize(repeating: 0, count: count + 1)
        defer {
            frames.deallocate()
            waiting.deallocate()
            listed.deallocate()
        }
        crossings.starts.withUnsafeBufferPointer { starts in
            crossings.targets.withUnsafeBufferPointer { targets in
                let work = Work(
                    starts: starts, targets: targets, frames: frames, waiting: waiting, listed: listed)
                stopped = !search(work, oversight)
            }
        }
        if stopped { throw CancellationError() }
    }

    /// What the search reads, and the memory it works in.
    private struct Work {
        let starts: UnsafeBufferPointer<UInt32>
        let targets: UnsafeBufferPointer<UInt32>
        let frames: UnsafeMutablePointer<Frame>
        let waiting: UnsafeMutablePointer<UInt32>
        let listed: UnsafeMutablePointer<UInt32>
    }

    /// The number that marks the first component; each further one has the next smaller. Larger than any order.
    private static let firstMark = UInt32.max

    /// False when it was cancelled.
    private mutating func search(_ work: Work, _ oversight: Oversight) -> Bool {
        var components = components
        self.components = []
        defer { self.components = components }
        let count = components.count
        return components.withUnsafeMutableBufferPointer { marks in
            var order: UInt32 = 1
            var waitingCount = 0
            for root in 0..<count {
                if root & 0xFFFF == 0, oversight.isCancelled() { return false }
                guard marks[root] == 0 else { continue }
                var depth = 0
                func open(_ entity: UInt32) {
                    marks[Int(entity)] = order
                    work.frames[depth] = Frame(entity: entity, order: order, next: work.starts[Int(entity)])
                    depth += 1
                    order += 1
                    let first = work.starts[Int(entity)]
                    for place in first..<min(work.starts[Int(entity) + 1], first &+ 16) {
                        let target = Int(work.targets[Int(place)])
                        kernel_prefetch(marks.baseAddress.map { $0 + target })
                        kernel_prefetch(work.starts.baseAddress.map { $0 + target })
                    }
                }
                open(UInt32(root))
                while depth > 0 {
                    let frame = work.frames[depth - 1]
                    let entity = Int(frame.entity)
                    let end = work.starts[entity + 1]
                    var lowest = marks[entity]
                    var place = frame.next
                    var child: UInt32?
                    while place < end {
                        let target = work.targets[Int(place)]
                        let mark = marks[Int(target)]
                        if mark == 0 {
                            child = target
                            break
                        }
                        lowest = min(lowest, mark)
                        place += 1
                    }
                    marks[entity] = lowest
                    if let child {
                        // Looked at once more when the child is done: then its mark counts.
                        work.frames[depth - 1].next = place
                        open(child)
                        continue
                    }
                    depth -= 1
                    if lowest == frame.order {
                        let first = waitingCount
                        while waitingCount > 0, marks[Int(work.waiting[waitingCount - 1])] >= lowest {
                            waitingCount -= 1
                        }
                        work.waiting[first] = frame.entity
                        let members = UnsafeBufferPointer(
                            start: work.waiting + waitingCount, count: first + 1 - waitingCount)
                        order -= UInt32(members.count)
                        close(members, marks, work)
                    } else {
                        work.waiting[waitingCount] = frame.entity
                        waitingCount += 1
                    }
                }
            }
            for entity in 0..<count { marks[entity] = Self.firstMark - marks[entity] }
            return true
        }
    }

    /// Numbers a component, whose members are all that is waiting above it, and lists where it leads to.
    private mutating func close(
        _ members: UnsafeBufferPointer<UInt32>, _ marks: UnsafeMutableBufferPointer<UInt32>, _ work: Work
    ) {
        let number = UInt32(sizes.count)
        for member in members { marks[Int(member)] = Self.firstMark - number }
        work.listed[Int(number)] = number + 1
        for member in members {
            for place in work.starts[Int(member)]..<work.starts[Int(member) + 1] {
                let target = Self.firstMark - marks[Int(work.targets[Int(place)])]
                guard work.listed[Int(target)] != number + 1 else { continue }
                work.listed[Int(target)] = number + 1
                targets.append(target)
            }
        }
        sizes.append(UInt32(members.count))
        starts.append(UInt32(targets.count))
    }
}
