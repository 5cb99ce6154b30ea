import Inventory

/// A question about the old inventory, as the new one is asked it.
struct LaterQuestion {
    private let diff: InventoryDiff
    /// By what is declared, and nothing else.
    let question: Question

    /// Seeds, remedies and severances in the numbers of the new inventory, as far as that has them; with `marked` what it
    /// marks as compromised besides. What is held still is remedied in vain, and so is not remedied here.
    init(
        _ diff: InventoryDiff, _ known: Question, held kept: BlastRadius, _ endings: ShownEndings,
        proven: BlastChange.Proven?, marked: Bool
    ) {
        self.diff = diff
        var question = known
        question.seeds = known.seeds.compactMap { seed in
            diff.counterpart(ofOld: seed.entity).map { Seed(entity: $0, window: seed.window) }
        }
        if marked {
            let carried = Set(question.seeds.map(\.entity))
            question.seeds += Seed.declared(in: diff.new).filter { !carried.contains($0.entity) }
        }
        var findings = endings.findings
        for result in proven?.verification.results ?? [] {
            guard let entity = result.item.target.entity.flatMap({ diff.old.entity(id: $0)?.index }) else { continue }
            findings[entity] = result.finding
        }
        question.remedies = known.remedies.compactMap { remedy in
            guard let entity = diff.counterpart(ofOld: remedy.entity), !kept.isLive(remedy.entity) else { return nil }
            return switch findings[remedy.entity] {
            // Its new value or registration may be taken as the old one was.
            case .rotated(let moment), .recreated(let moment), .cleaned(let moment):
                Remedy(entity: entity, at: moment, means: .cleanse)
            default: Remedy(entity: entity, at: remedy.at, means: remedy.means)
            }
        }
        question.severances = (proven?.question.severances ?? []).flatMap { severance in
            diff.relations(likeOld: severance.relation).map { Severance(relation: $0, at: severance.at) }
        }
        self.question = question
    }

    /// The question with everything declared that is held still (numbers of the old inventory) and that the answer does not
    /// find live, from its moment on; nil where there is nothing of that kind. What was taken in a way that the new
    /// inventory does not tell any longer reaches there what it leads to.
    func holding(_ held: [Int], besides live: [Int]) -> Question? {
        let known = Set(live)
        let missing = held.compactMap { diff.counterpart(ofOld: $0) }.filter { !known.contains($0) }
        guard !missing.isEmpty else { return nil }
        var question = question
        question.seeds += missing.map { Seed(entity: $0, window: Interval(question.at, .never)) }
        return question
    }
}

extension InventoryDiff {
    /// The relations of the new inventory of the kind and between the ends of one of the old inventory.
    fileprivate func relations(likeOld relation: Int) -> [Int] {
        let (from, to) = old.relationEnds(relation)
        guard let near = counterpart(ofOld: from), let far = counterpart(ofOld: to) else { return [] }
        let kind = old.relation(at: relation).kindName
        return new.outgoing(near).filter {
            new.relation(at: $0).toIndex == far && new.relation(at: $0).kindName == kind
        }
    }
}
