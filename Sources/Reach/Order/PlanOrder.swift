import Inventory

/// In which order the items of a plan are done.
///
/// An item from which another can be regained or re-created comes before it; what the plan itself remediates is not taken
/// into account, because until it is done the attacker still has it. Items that can restore each other form one group, to
/// be done in one step. A host on which an attacker may have left something that watches for revocations comes before,
/// or at the latest with, the credentials that could ever be had from it. Among what may be done next, hosts come first,
/// then what was used since it was first held: what is urgent waits for nothing but what has to come before it, and that
/// is as urgent.
public struct PlanOrder: Sendable {
    /// Items that are done in one step.
    public struct Group: Sendable {
        /// The items: hosts first, then what was used since, then by id.
        public let entities: [Entity]
        /// 1 for what nothing has to come before, else one more than the highest of what has to; groups of one stage may be
        /// done in any order.
        public let stage: Int

        /// Whether the items can restore each other, so that all must be done before any of them can come back.
        public var isAtomic: Bool { entities.count > 1 }
    }

    /// The groups in the order in which they are done. Of those before which nothing is left to do those with hosts come
    /// first, then those with what was used since, each with what has to come before it, then by stage and id.
    public let groups: [Group]
    /// Items that have already expired or been revoked when the plan is carried out: they need no action.
    public let expired: [Entity]

    /// Orders `items` for the moment and the other conditions of `question`. O(what the items reach).
    ///
    /// Control may be regained over relations that are open at that moment or later, their order left out of account;
    /// without time, over all. `usedSince`: the items that are known to have been used since they were first held, see
    /// ``ReachEngine/usedSince(_:_:patience:)``.
    public init(_ inventory: Inventory, items: [Int], _ question: Question, usedSince: Set<Int> = []) {
        self.init(inventory, items: items, question, usedSince: usedSince, patience: EndlessPatience())
    }

    /// The same for an asker who may lose patience.
    public init<P: Patience>(
        _ inventory: Inventory, items: [Int], _ question: Question, usedSince: Set<Int> = [], patience: P
    ) throws(P.Failure) {
        let stage = Stage(whole: patience)
        var unplanned = question
        unplanned.remedies = []
        unplanned.severances = []
        let all = Set(items.filter(inventory.exists)).sorted(by: inventory.idPrecedes)
        func isOver(_ item: Int) -> Bool { !question.timeless && inventory.usable(of: item).until <= question.at }
        let due = all.filter { !isOver($0) }
        let graph = try RestorationGraph(inventory, unplanned, items: due, stage)
        func urgency(_ item: Int) -> Int { graph.isHost(item) ? 0 : usedSince.contains(item) ? 1 : 2 }
        func precedes(_ left: Int, _ right: Int) -> Bool {
            let (a, b) = (urgency(left), urgency(right))
            return a == b ? inventory.idPrecedes(left, right) : a < b
        }
        let groups = graph.groups.map { group in
            Group(entities: group.items.sorted(by: precedes).map(inventory.entity(at:)), stage: group.stage)
        }
        let pressing = graph.pressing { $0.items.map(urgency).min() ?? .max }
        func comesFirst(_ left: Int, _ right: Int) -> Bool {
            guard let a = groups[left].entities.first?.index, let b = groups[right].entities.first?.index else {
                return false
            }
            let first = (pressing[left], urgency(a), groups[left].stage)
            let second = (pressing[right], urgency(b), groups[right].stage)
            return first == second ? inventory.idPrecedes(a, b) : first < second
        }
        self.groups = graph.sequence(comesFirst).map { groups[$0] }
        try stage.check(1)
        expired = all.filter(isOver).map(inventory.entity(at:))
    }
}
