import Inventory

/// What a runner is related to, sorted by what that says of its persistence.
struct RunnerLinks: Sendable {
    /// A relation of the runner, with its other end.
    struct Link: Hashable, Sendable {
        let relation: Int
        let entity: Int
        let valid: Interval
    }

    /// The runs that are recorded on it.
    private(set) var runs: [Link] = []
    /// The jobs that it may be given at any time, where no run history covers it.
    private(set) var served: [Link] = []
    /// The accounts that it is lent.
    private(set) var accounts: [Link] = []
    /// What earlier jobs left behind.
    private(set) var retained: [Link] = []
    /// The relations that are there only because the machine stays: what a run leaves for later ones, whose code stays in
    /// place, what is left behind, and standing assignments.
    private(set) var persistence: [Int] = []

    /// The relations of the runner with this number. O(their number).
    init(_ runner: Int, in inventory: Inventory) {
        for number in inventory.outgoing(runner) {
            let relation = inventory.relation(at: number)
            let link = Link(relation: number, entity: relation.toIndex, valid: relation.valid)
            switch relation.kind {
            case .executed: runs.append(link)
            case .serves: served.append(link)
            case .runsAs: accounts.append(link)
            case .retains: retained.append(link)
            default: break
            }
        }
        persistence = (served + retained).map(\.relation)
        for number in inventory.incoming(runner) {
            let kind = inventory.relation(at: number).kind
            if kind == .ranOn || kind == .executesOn { persistence.append(number) }
        }
    }
}
