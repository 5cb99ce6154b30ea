import Casebook
import Inventory
import Reach

extension Plan {
    /// The plan of a case, and what `question` remedies and severs besides: each mark at its own time, else at that of the
    /// question. Marks whose entity is not in the inventory are left out: see ``CaseState/strays(in:)``.
    public init(_ engine: ReachEngine, _ question: Question, _ state: CaseState) {
        let inventory = engine.inventory
        let marked = state.plan.compactMap { mark -> PlannedItem? in
            guard let entity = mark.item.entity.flatMap({ inventory.entity(id: $0) }) else { return nil }
            let remedy = Remedy(
                entity: entity.index, at: mark.at ?? question.at, means: mark.means(of: entity.kind))
            return PlannedItem(remedy, decided: mark.planned, progress: PlannedItem.Progress(mark))
        }
        let ending = state.plan.flatMap { mark -> [PlannedEnding] in
            guard case .relation(let from, let kind, let to) = mark.item else { return [] }
            return inventory.relations(from: from, kind: kind, to: to).map {
                PlannedEnding(
                    Severance(relation: $0, at: mark.at ?? question.at), decided: mark.planned,
                    progress: PlannedItem.Progress(mark))
            }
        }
        self.init(engine, question, items: marked + question.remedies.map { PlannedItem($0) }, endings: ending)
    }
}

extension Mark {
    /// When it was decided; nil where nobody said.
    fileprivate var planned: Instant? { decided.isBounded ? decided : nil }
}

extension PlannedItem.Progress {
    /// How far a mark of a case is: verified is what names the evidence that shows it.
    init(_ mark: Mark) {
        self =
            switch mark.state {
            case .proposed: .proposed
            case .approved: .approved
            case .done: .done
            case .verified: mark.isProven ? .verified : .done
            case .failed: .failed
            }
    }
}
