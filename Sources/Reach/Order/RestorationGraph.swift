import HeapModule
import Inventory

/// What can be regained from what among the items of a plan.
///
/// Strongly connected components of what the items reach, found in one pass ("Depth-first search and linear graph
/// algorithms", Tarjan 1972) without recursion. They come out last first, so that stages follow from one walk back.
struct RestorationGraph {
    /// Items of one component.
    struct Group {
        let items: [Int]
        let stage: Int
    }

    private(set) var groups: [Group] = []
    private var components: [Component] = []
    private var groupOfComponent: [Int: Int] = [:]
    private let inventory: Inventory
    private let moment: Instant?
    private let rows: DirectedRows
    private let passage: Passage
    private let isItem: Set<Int>
    /// For each host among the items, the items that could ever be had from it.
    private var watched: [Int: [Int]] = [:]

    init<P: Patience>(
        _ inventory: Inventory, _ question: Question, items: [Int], _ stage: Stage<P>
    ) throws(P.Failure) {
        self.inventory = inventory
        moment = question.timeless ? nil : question.at
        rows = DirectedRows(leaving: inventory)
        passage = Passage(inventory, question)
        isItem = Set(items)
        let hosts = items.filter(isHost)
        for (number, host) in hosts.enumerated() {
            let before = 0.7 * Double(number) / Double(hosts.count)
            watched[host] = try everHad(from: host, stage.part(before, before + 0.7 / Double(hosts.count)))
        }
        components = try components(of: items, stage.part(0.7, 1))
        self.stage()
    }

    /// Whether the item is a machine on which something may be left behind: a runner, or what hosts runners.
    func isHost(_ item: Int) -> Bool {
        if inventory.entityKinds[item] == .runner { return true }
        return rows.places(of: item).contains { place in
            rows.relation(at: place).map { inventory.relation(at: $0).kind == .hosts } ?? false
        }
    }

    /// The items that `host` reaches at any time: what persistence on it may have a copy of.
    private func everHad<P: Patience>(from host: Int, _ stage: Stage<P>) throws(P.Failure) -> [Int] {
        var found: Set<Int> = [host]
        var open = [host]
        var steps = 0
        while let entity = open.popLast() {
            if Stage<P>.isDue(steps) { try stage.check(Double(steps) / Double(inventory.entityCount)) }
            steps += 1
            rows.forEach(of: entity, passage) { next, _ in
                if found.insert(next).inserted { open.append(next) }
            }
        }
        return found.filter { $0 != host && isItem.contains($0) }
    }

    /// Where control of `entity` leads at the moment or later, and what must not be revoked before it.
    private func next(_ entity: Int) -> [Int] {
        var next = watched[entity] ?? []
        rows.forEach(of: entity, passage) { target, place in
            if let moment {
                guard let relation = rows.relation(at: place) else { return }
                let open = inventory.valid(of: relation).intersection(inventory.usable(of: target))
                guard !open.isEmpty, open.until > moment else { return }
            }
            next.append(target)
        }
        return next
    }

    /// The components of what the items reach, each after all that it reaches, with what each leads to.
    private func components<P: Patience>(of items: [Int], _ stage: Stage<P>) throws(P.Failure) -> [Component] {
        var search = RestorationSearch()
        for item in items {
            try search.visit(item, next: next) { (visited) throws(P.Failure) in
                if Stage<P>.isDue(visited) { try stage.check(Double(visited) / Double(2 * inventory.entityCount)) }
            }
        }
        return search.components
    }

    /// The groups with their stages: one more than the highest stage of what leads to them.
    private mutating func stage() {
        var stages = [Int](repeating: 1, count: components.count)
        for place in components.indices.reversed() {
            let items = components[place].members.filter(isItem.contains)
            if !items.isEmpty {
                groupOfComponent[place] = groups.count
                groups.append(Group(items: items, stage: stages[place]))
            }
            let following = stages[place] + (items.isEmpty ? 0 : 1)
            for next in components[place].next { stages[next] = max(stages[next], following) }
        }
    }

    /// How urgent each group is, the least number first: as the group itself, or as the most urgent of all that it has to
    /// come before.
    func pressing(_ urgency: (Group) -> Int) -> [Int] {
        var least: [Int] = []
        // Each component stands after all that it leads to.
        for place in components.indices {
            let own = groupOfComponent[place].map { urgency(groups[$0]) } ?? .max
            least.append(components[place].next.reduce(own) { min($0, least[$1]) })
        }
        var pressing = [Int](repeating: .max, count: groups.count)
        for (place, group) in groupOfComponent { pressing[group] = least[place] }
        return pressing
    }

    /// The numbers of the groups as they are done: time and again the first, by `comesFirst`, of those to which nothing
    /// leads that is not done yet. O(components + relations among them, and groups by the logarithm of their number).
    func sequence(_ comesFirst: (Int, Int) -> Bool) -> [Int] {
        var waiting = [Int](repeating: 0, count: components.count)
        for component in components { for next in component.next { waiting[next] += 1 } }
        let order = groups.indices.sorted(by: comesFirst)
        var rank = order
        for (place, group) in order.enumerated() { rank[group] = place }
        var ready: Heap<Int> = []
        var sequence: [Int] = []
        var open: [Int] = []
        /// Takes note that nothing leads to these any more. What is no group takes no time and is done at once.
        func free(_ components: some Sequence<Int>) {
            open += components
            while let place = open.popLast() {
                if let group = groupOfComponent[place] {
                    ready.insert(rank[group])
                } else {
                    open += followers(of: place)
                }
            }
        }
        func followers(of place: Int) -> [Int] {
            components[place].next.filter { next in
                waiting[next] -= 1
                return waiting[next] == 0
            }
        }
        let componentOfGroup = Dictionary(uniqueKeysWithValues: groupOfComponent.map { ($1, $0) })
        free(components.indices.filter { waiting[$0] == 0 })
        while let next = ready.popMin() {
            let group = order[next]
            sequence.append(group)
            if let place = componentOfGroup[group] { free(followers(of: place)) }
        }
        return sequence
    }
}

/// Entities that reach each other, and the components that they lead to.
struct Component {
    var members: [Int] = []
    var next: Set<Int> = []
}

/// Tarjan's search, root by root.
private struct RestorationSearch {
    private(set) var components: [Component] = []
    private var visits: [Int: Visit] = [:]
    private var path: [Int] = []
    /// How often it was asked what follows an entity: twice for each.
    private var asked = 0

    private struct Visit {
        let order: Int
        var lowest: Int
        var component: Int?
    }

    private struct Frame {
        let entity: Int
        let next: [Int]
        var place = 0
    }

    /// Finds what `root` reaches; `pause` is told how often was asked what follows, and may end it.
    mutating func visit<Failure: Error>(
        _ root: Int, next: (Int) -> [Int], pause: (Int) throws(Failure) -> Void
    ) throws(Failure) {
        guard visits[root] == nil else { return }
        var frames = [open(root, next)]
        while var frame = frames.popLast() {
            try pause(asked)
            if frame.place < frame.next.count {
                let target = frame.next[frame.place]
                frame.place += 1
                frames.append(frame)
                if let seen = visits[target] {
                    if seen.component == nil { lower(frame.entity, seen.order) }
                } else {
                    frames.append(open(target, next))
                }
            } else {
                try close(frame.entity, next, pause)
                if let above = frames.last { lower(above.entity, visits[frame.entity]?.lowest ?? .max) }
            }
        }
    }

    private mutating func open(_ entity: Int, _ next: (Int) -> [Int]) -> Frame {
        visits[entity] = Visit(order: visits.count, lowest: visits.count)
        path.append(entity)
        asked += 1
        return Frame(entity: entity, next: next(entity))
    }

    private mutating func lower(_ entity: Int, _ order: Int) {
        guard let visit = visits[entity], visit.component == nil, order < visit.lowest else { return }
        visits[entity]?.lowest = order
    }

    /// Takes the component of which `entity` was found first off the path.
    private mutating func close<Failure: Error>(
        _ entity: Int, _ next: (Int) -> [Int], _ pause: (Int) throws(Failure) -> Void
    ) throws(Failure) {
        guard let visit = visits[entity], visit.lowest == visit.order else { return }
        var component = Component()
        while let member = path.popLast() {
            component.members.append(member)
            visits[member]?.component = components.count
            if member == entity { break }
        }
        for member in component.members {
            try pause(asked)
            asked += 1
            for target in next(member) {
                if let other = visits[target]?.component, other != components.count { component.next.insert(other) }
            }
        }
        components.append(component)
    }
}
