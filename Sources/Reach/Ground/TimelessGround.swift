import Inventory

/// A question without time, opened for any number of searches: shortest paths, choke points, cuts.
///
/// Opening costs O(seeds + planned remedies). Each search pays for what it finds, not for the size of the inventory,
/// because they share work memory that is never cleared. For the same reason a ground serves one search at a time.
public final class TimelessGround {
    /// What is searched.
    public let inventory: Inventory
    /// What was asked, with every time left out of account.
    public let question: Question
    /// The entities that the attacker has to begin with, each once, by id: seeds that the question does not remove.
    public let seeds: [Int]
    /// The seeds that the question removes.
    public let impossibleSeeds: [Seed]
    /// What the question remediates: without time there is no "after", so it is not there.
    let removed: Set<Int>
    let passage: Passage
    let leaving: DirectedRows
    let entering: DirectedRows
    let memory: SearchMemory

    /// Opens `question` with its times left out of account.
    public convenience init(_ inventory: Inventory, _ question: Question) {
        self.init(inventory, question, SearchMemory(entities: inventory.entityCount))
    }

    /// Another question about the same inventory, with the same work memory: of the two grounds, use one at a time. The
    /// system hands out memory when it is first touched, which costs more than many a search.
    public func asking(_ question: Question) -> TimelessGround { TimelessGround(inventory, question, memory) }

    private init(_ inventory: Inventory, _ question: Question, _ memory: SearchMemory) {
        var timeless = question
        timeless.timeless = true
        self.inventory = inventory
        self.question = timeless
        let exists = { (entity: Int) in entity >= 0 && entity < inventory.entityCount }
        let removed = Set(question.remedies.map(\.entity).filter(exists))
        self.removed = removed
        let isPossible = { (seed: Seed) in exists(seed.entity) && !removed.contains(seed.entity) }
        seeds = Set(question.seeds.filter(isPossible).map(\.entity)).sorted(by: inventory.idPrecedes)
        impossibleSeeds = question.seeds.filter { !isPossible($0) }
        passage = Passage(inventory, timeless)
        leaving = DirectedRows(leaving: inventory)
        entering = DirectedRows(entering: inventory)
        self.memory = memory
    }

    /// The numbers among `entities` that exist and are not removed, each once, by id.
    func present(_ entities: [Int]) -> [Int] {
        let present = entities.filter { $0 >= 0 && $0 < inventory.entityCount && !removed.contains($0) }
        return Set(present).sorted(by: inventory.idPrecedes)
    }

    /// The crossing from `near` to `far` whose relation comes first by name, then by number; nil when there is none.
    func crossing(from near: Int, to far: Int) -> Step? {
        let isLeaving = leaving.places(of: near).count <= entering.places(of: far).count
        let (rows, here, there) = isLeaving ? (leaving, near, far) : (entering, far, near)
        var first: Relation?
        rows.forEach(of: here, passage) { end, place in
            guard end == there, let number = rows.relation(at: place) else { return }
            let relation = inventory.relation(at: number)
            if let known = first, (known.kindName, known.index) <= (relation.kindName, number) { return }
            first = relation
        }
        return first.map { relation in
            Step(
                at: .beginning, relation: relation, from: inventory.entity(at: near), to: inventory.entity(at: far),
                isRenewable: false)
        }
    }
}
