import Inventory
import Reach

/// A plan with what to do at each provider, for standard output: read-only, because it only writes what others carry
/// out.
public struct PlanReport: Sendable {
    /// One item with its runbook.
    struct Entry: Sendable {
        let item: Plan.Item
        let recipe: RunbookRecipe?
        let steps: [RunbookStep]
        /// Who answers for it; nil where no source says.
        let owner: String?

        /// Whether something is left to do.
        var isOpen: Bool { !item.isOver && item.planned.progress.isOpen }
    }

    /// What somebody has to be told.
    struct Duty: Sendable {
        /// Who; nil for what nobody is known to answer for.
        let owner: String?
        /// What they have to see to, by place in ``PlanReport/entries``: what was used since it was first held first.
        var entries: [Int] = []
        /// The jobs of theirs that break, by id.
        var jobs: [Entity] = []
    }

    let plan: Plan
    let inventory: Inventory
    let entries: [Entry]
    /// The relations that are ended, each once, in the order of the case.
    let endings: [Ending]
    let duties: [Duty]
    /// What has to be known before anything else is read.
    let warnings: [String]
    /// The case whose marks it carries out; nil where there is none.
    let head: CaseHead?

    /// A report on `plan`, which was worked out in `inventory`.
    public init(_ plan: Plan, in inventory: Inventory, warnings: [String] = [], of head: CaseHead? = nil) {
        self.warnings = warnings
        self.head = head
        self.plan = plan
        self.inventory = inventory
        let runbooks = plan.items.map { item in
            let subject = RunbookSubject(item.entity, breaks: item.impact.breaks)
            let recipe = RunbookRecipe.row(for: subject)
            return Entry(
                item: item, recipe: recipe,
                steps: (recipe?.ordered(subject, isUsedSince: item.isUsedSince) ?? [])
                    .guarding(item.openSlots, of: item.entity),
                owner: item.entity.answering)
        }
        let entries = Self.namingNewValues(runbooks)
        self.entries = entries
        endings = Self.endings(plan, inventory)
        duties = Self.duties(entries, inventory)
    }

    /// What was used since it was first held and is still to be done: what cannot wait.
    var urgent: [Entry] { entries.filter { $0.isOpen && $0.item.isUsedSince } }

    /// Where a new value would be lost as the old one was, a line an item that is still to be done.
    var openSlots: [String] {
        entries.filter(\.isOpen).compactMap { entry in
            entry.item.openSlots.words(of: entry.item.entity).map { "\(entry.title) (step \(entry.stepText)): \($0)" }
        }
    }

    /// A list for each owner, by name; what nobody answers for comes last.
    private static func duties(_ entries: [Entry], _ inventory: Inventory) -> [Duty] {
        var duties: [String?: Duty] = [:]
        let urgent = entries.indices.filter { entries[$0].item.isUsedSince }
        let others = entries.indices.filter { !entries[$0].item.isUsedSince }
        for place in urgent + others where entries[place].isOpen {
            let owner = entries[place].owner
            duties[owner, default: Duty(owner: owner)].entries.append(place)
        }
        let jobs = Set(entries.filter(\.isOpen).flatMap { $0.item.impact.jobs })
        for job in jobs.sorted(by: { inventory.idPrecedes($0.index, $1.index) }) {
            let owner = job.answering
            duties[owner, default: Duty(owner: owner)].jobs.append(job)
        }
        return duties.values.sorted { left, right in
            guard let a = left.owner else { return false }
            guard let b = right.owner else { return true }
            return a < b
        }
    }

    /// What has to be known first, and what was asked with its figures, a line each.
    var heading: [String] { warnings.map { "ATTENTION: \($0)" } + figures }

    /// Which case it is of, what was asked and the figures, a line each; the two planes are named.
    var figures: [String] {
        let open = entries.count(where: \.isOpen) + endings.count(where: \.isOpen)
        let when = plan.question.timeless ? "timeless: what could be reached" : "at \(plan.question.at.iso8601)"
        return [head?.words].compactMap { $0 } + [
            "plan: \(entries.count.items(and: endings.count)), \(open) still to be done, \(urgent.count) used since first held",
            "\(when) · guards \(plan.question.guards.rawValue) · times in UTC",
            "\(plan.live) live without it · \(plan.residual.count) live after it · rollback only (integrity "
                + "plane): \(plan.rollbackOnly) live",
        ]
    }
}

extension Entity {
    /// Who answers for it: its owner, or whoever is responsible for it, or for what it belongs to.
    public var answering: String? {
        var next: Entity? = self
        // A few levels: a slot, its environment, its repository, its organisation.
        for _ in 0..<6 {
            guard let entity = next else { return nil }
            if let owner = entity.owner, !owner.isEmpty { return owner }
            let responsible = entity.inventory.incoming(entity.index).map(entity.inventory.relation(at:))
                .filter { $0.kind == .responsibleFor }.map(\.from)
            if let first = responsible.min(by: { inventory.idPrecedes($0.index, $1.index) }) { return first.name }
            next = entity.parent
        }
        return nil
    }
}

extension PlanReport.Entry {
    /// The place in the order: `3`, `3, together with the others of step 3`, or a dash.
    var stepText: String {
        guard let step = item.step else { return "–" }
        return "\(step.number)" + (step.isAtomic ? " together" : "")
    }

    /// What is done, in a word or two: what the kind asks for, or nothing.
    var action: String { item.isOver ? "no action" : item.planned.remedy.means.instruction }

    /// How far it is, in words.
    var standing: String {
        if item.isOver { return "expired or revoked" }
        return item.planned.progress.rawValue
    }

    /// How it is held, in words.
    var heldText: String {
        guard let held = item.held else { return "never" }
        return held.isConditional ? "only if guards fail" : held.untilText
    }

    /// Whether it was used since it was first held, in words.
    var usedText: String { item.isUsedSince ? "used since" : item.held.map(\.usedText) ?? "–" }

    /// The same in a sentence of its own.
    var useRecord: String { item.isUsedSince || item.held?.usedSince == false ? usedText : "no use recorded since" }

    /// How many jobs break, and how many use it besides.
    var breaks: String {
        item.impact.breaks.counted("job") + (item.impact.usersNote.map { "; \($0)" } ?? "")
    }

    /// How many entities would be live again without it.
    var severs: String { item.severs.map { "\($0)" } ?? "not counted" }

    /// It in a few words: `token npm publish`.
    var title: String { "\(item.entity.kind.row?.words() ?? item.entity.kindName) \(item.entity.name)" }
}
