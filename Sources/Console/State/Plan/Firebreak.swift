import Inventory
import Reach
import Reports

/// The suggested firebreak: the cheapest cut before the targets, or why there is none.
struct Firebreak: Sendable {
    /// What it is to keep from the attacker.
    let targets: [Entity]
    /// Whether the targets are the crown jewels and not chosen.
    let areJewels: Bool
    /// What was found, in a few words: `revoke 2 entities · breaks 3 jobs in all`.
    let headline: String
    /// Why, in a sentence; nil where there is no target.
    let why: String?
    /// Which targets it keeps only as long as guards hold, in words; nil where there is none.
    let guardCaveat: String?
    /// Where a new value of what it revokes would be lost too, in words.
    let slotCaveats: [String]
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
        /// Its slots that are open all the same.
        let openSlots: [OpenSlot]
    }

    init<P: Patience>(
        by engine: ReachEngine, _ question: Question, _ chosen: Marks, patience: P
    ) throws(P.Failure) {
        let inventory = engine.inventory
        areJewels = chosen.isEmpty
        let targets = areJewels ? inventory.crownJewels : Array(chosen)
        guard !targets.isEmpty else {
            (self.targets, headline, why, rows, members, crossings) = ([], "no target", nil, [], [:], [:])
            (guardCaveat, slotCaveats) = (nil, [])
            return
        }
        let cut = try MinimumCut(by: engine, question, targets: targets, patience: patience)
        let report = try CutReport(cut, in: inventory, patience: patience)
        self.targets = cut.targets
        // In words now: what breaks is counted once, and not when it is drawn.
        headline = report.headline
        why = report.why
        guardCaveat = report.guardCaveat
        slotCaveats = report.slotCaveats
        let steps = report.order?.steps ?? [:]
        members = Dictionary(
            report.severed.map { severed in
                let entity = severed.entity.index
                return (
                    entity, Member(step: steps[entity], severed: severed, openSlots: cut.openSlots[entity] ?? [])
                )
            },
            uniquingKeysWith: { first, _ in first })
        let path = report.obstacle?.path ?? []
        crossings = Dictionary(path.map { ($0.to.index, $0) }, uniquingKeysWith: { first, _ in first })
        rows = path.isEmpty ? report.order?.sequence ?? [] : [path[0].from.index] + path.map(\.to.index)
    }

    /// ``headline`` in its parts, for a line with separators of its own.
    var headlineParts: [String] { headline.split(separator: " · ").map(String.init) }

    /// Whether there is a set of entities to disable.
    var isFound: Bool { !members.isEmpty }
}
