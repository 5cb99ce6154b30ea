import Inventory

/// What control can flow over from the sources to the targets of a cut: entities with numbers of their own, and arcs.
struct CutNetwork: Sendable {
    /// One relation that control flows over.
    struct Arc: BitwiseCopyable, Sendable {
        let tail: UInt32
        let head: UInt32
        let relation: UInt32
    }

    /// The entity behind each number.
    let entities: [Int]
    /// In the order of their tails.
    let arcs: [Arc]
    /// The numbers at which the attacker starts, and those that must not be reached.
    let sources: [Int]
    let targets: [Int]
    /// Where each number's arcs start; one more than there are numbers.
    private let starts: [Int]

    /// A network whose arcs come in any order.
    init(entities: [Int], arcs: [Arc], sources: [Int], targets: [Int]) {
        self.entities = entities
        self.sources = sources
        self.targets = targets
        var starts = [Int](repeating: 0, count: entities.count + 1)
        var isSorted = true
        for (place, arc) in arcs.enumerated() {
            starts[Int(arc.tail) + 1] += 1
            if place > 0, arcs[place - 1].tail > arc.tail { isSorted = false }
        }
        for number in entities.indices { starts[number + 1] += starts[number] }
        self.starts = starts
        self.arcs = isSorted ? arcs : arcs.sorted { ($0.tail, $0.head, $0.relation) < ($1.tail, $1.head, $1.relation) }
    }

    /// What lies between the seeds of a question without time and its targets.
    init(_ graph: Subgraph, relation: (Int) -> Int?) {
        var arcs: [Arc] = []
        arcs.reserveCapacity(graph.arcHeads.count)
        for number in 0..<graph.count {
            for arc in graph.arcs(of: number) {
                guard let relation = relation(Int(graph.arcPlaces[arc])) else { continue }
                arcs.append(
                    Arc(
                        tail: UInt32(truncatingIfNeeded: number), head: graph.arcHeads[arc],
                        relation: UInt32(truncatingIfNeeded: relation)))
            }
        }
        self.init(
            entities: graph.entities.map { Int($0) }, arcs: arcs, sources: Array(0..<graph.sourceCount),
            targets: graph.targets)
    }

    /// The arcs that leave the number.
    func arcs(of number: Int) -> ArraySlice<Arc> { arcs[starts[number]..<starts[number + 1]] }

    /// The numbers to take away so that no source reaches a target, at the least sum of `capacities`, as near to the
    /// sources as that sum allows. Nil when only numbers of unlimited capacity lie on some path.
    ///
    /// Numbers with a limit are split into two nodes, with an arc of that capacity between them.
    func minimumCut<P: Patience>(_ capacities: [Int64], _ stage: Stage<P>) throws(P.Failure) -> [Int]? {
        var outNodes: [UInt32] = []
        outNodes.reserveCapacity(entities.count)
        var nodeCount = UInt32(truncatingIfNeeded: entities.count)
        var flowArcs: [FlowNetwork.Arc] = []
        flowArcs.reserveCapacity(arcs.count + entities.count)
        for (number, capacity) in capacities.enumerated() {
            let node = UInt32(truncatingIfNeeded: number)
            guard capacity < FlowNetwork.unlimited else {
                outNodes.append(node)
                continue
            }
            outNodes.append(nodeCount)
            flowArcs.append(FlowNetwork.Arc(from: node, to: nodeCount, capacity: capacity))
            nodeCount += 1
        }
        for arc in arcs where arc.tail != arc.head {
            flowArcs.append(
                FlowNetwork.Arc(from: outNodes[Int(arc.tail)], to: arc.head, capacity: FlowNetwork.unlimited))
        }
        try stage.check(0)
        var flow = FlowNetwork(nodes: Int(nodeCount), arcs: flowArcs)
        let sinks = targets.map { Int(outNodes[$0]) }
        guard try flow.maximize(from: sources, to: sinks, stage.part(0.1, 1)) != nil else { return nil }
        let isReached = flow.sourceSide(of: sources)
        return entities.indices.filter { isReached[$0] && !isReached[Int(outNodes[$0])] }
    }

    /// The arcs of a shortest path from a source to a target over numbers that satisfy `isOpen`; nil when there is none.
    func path(where isOpen: (Int) -> Bool) -> [Arc]? {
        let isTarget = Set(targets)
        var isFound = [Bool](repeating: false, count: entities.count)
        var cameBy = [Int](repeating: -1, count: entities.count)
        var queue = sources.filter(isOpen)
        for source in queue { isFound[source] = true }
        var head = 0
        while head < queue.count {
            let number = queue[head]
            head += 1
            if isTarget.contains(number) {
                var path: [Arc] = []
                var here = number
                while cameBy[here] >= 0 {
                    path.append(arcs[cameBy[here]])
                    here = Int(arcs[cameBy[here]].tail)
                }
                return path.reversed()
            }
            for place in starts[number]..<starts[number + 1] {
                let next = Int(arcs[place].head)
                guard !isFound[next], isOpen(next) else { continue }
                isFound[next] = true
                cameBy[next] = place
                queue.append(next)
            }
        }
        return nil
    }

    /// The part of the network from which a target can be reached and that a source reaches.
    func pruned() -> CutNetwork {
        let forward = marks(from: sources) { number in arcs(of: number).lazy.map { Int($0.head) } }
        var incoming = [[Int32]](repeating: [], count: entities.count)
        for arc in arcs { incoming[Int(arc.head)].append(Int32(truncatingIfNeeded: arc.tail)) }
        let backward = marks(from: targets) { number in incoming[number].lazy.map { Int($0) } }
        var numbers = [UInt32?](repeating: nil, count: entities.count)
        var kept: [Int] = []
        for number in entities.indices where forward[number] && backward[number] {
            numbers[number] = UInt32(truncatingIfNeeded: kept.count)
            kept.append(entities[number])
        }
        func renumbered(_ list: [Int]) -> [Int] { list.compactMap { numbers[$0].map { Int($0) } } }
        return CutNetwork(
            entities: kept,
            arcs: arcs.compactMap { arc in
                guard let tail = numbers[Int(arc.tail)], let head = numbers[Int(arc.head)] else { return nil }
                return Arc(tail: tail, head: head, relation: arc.relation)
            }, sources: renumbered(sources), targets: renumbered(targets))
    }

    private func marks(from starts: [Int], next: (Int) -> some Sequence<Int>) -> [Bool] {
        var isFound = [Bool](repeating: false, count: entities.count)
        var open = starts
        for start in starts { isFound[start] = true }
        while let number = open.popLast() {
            for following in next(number) where !isFound[following] {
                isFound[following] = true
                open.append(following)
            }
        }
        return isFound
    }
}
