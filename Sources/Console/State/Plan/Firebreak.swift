import Inventory
import Reach
import Reports

/// The suggested firebreak: the cheapest cut before the targets, or why there is none.
struct Firebreak: Sendable {
    /// What it is to keep from the attacker.
    let targets: [Entity]
    /// Whether the targets are the crown jewels and not chosen.
    let areJewels: Bool
    /// The report on the cut; nil where there is no target.
    private let report: CutReport?
    /// The entities of the cut in the order in which they are disabled; of the path that stays open where there is
    /// none.
    let rows: [Int]
    /// What each entity of the cut severs, and where it stands in the order.
    let members: [Int: Member]
    /// The crossings of the path that stays open, by the entity that each leads to.
    let crossings: [Int: Step]

    /// An entity of the cut.
    struct Member: Sendable {
        let step: PlanOrder.Step?
        let severed: MinimumCut.Severed
    }

    init(_ inventory: Inventory, _ question: Question, _ chosen: Marks) {
        areJewels = chosen.isEmpty
        let targets =
            areJewels
            ? (0..<inventory.entityCount).filter { inventory.entity(at: $0).flags.contains(.crownJewel) }
            : Array(chosen)
        guard !targets.isEmpty else {
            (self.targets, report, rows, members, crossings) = ([], nil, [], [:], [:])
            return
        }
        let cut = MinimumCut(inventory, question, targets: targets)
        let report = CutReport(cut, in: inventory)
        self.targets = cut.targets
        self.report = report
        let steps = report.order?.steps ?? [:]
        members = Dictionary(
            report.severed.map { ($0.entity.index, Member(step: steps[$0.entity.index], severed: $0)) },
            uniquingKeysWith: { first, _ in first })
        let path = report.obstacle?.path ?? []
        crossings = Dictionary(path.map { ($0.to.index, $0) }, uniquingKeysWith: { first, _ in first })
        rows = path.isEmpty ? report.order?.sequence ?? [] : [path[0].from.index] + path.map(\.to.index)
    }

    /// Whether there is a set of entities to disable.
    var isFound: Bool { !members.isEmpty }

    /// What was found, in a few words: `cut 2 entities · breaks 3 jobs in all`.
    var headline: String { report?.headline ?? "no target" }

    /// Why, in a sentence; nil where there is no target.
    var why: String? { report?.why }
}
