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
                entity: entity.index, at: mark.at ?? question.at, means: entity.kind.remediation)
            return PlannedItem(
                remedy, decided: mark.decided.isBounded ? mark.decided : nil,
                progress: PlannedItem.Progress(mark.state == .verified && !mark.isProven ? .done : mark.state))
        }
        var whole = question
        whole.severances = state.remedying(question, in: inventory).severances
        self.init(engine, whole, items: marked + question.remedies.map { PlannedItem($0) })
    }
}

extension PlannedItem.Progress {
    /// How far a mark of a case is.
    init(_ state: Mark.State) {
        self =
            switch state {
            case .proposed: .proposed
            case .approved: .approved
            case .done: .done
            case .verified: .verified
            case .failed: .failed
            }
    }
}
