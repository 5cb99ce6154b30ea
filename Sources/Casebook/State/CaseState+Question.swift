import Inventory
import Reach

extension CaseState {
    /// What the attacker had, as the case says: what is declared, and what the sources mark and no declaration speaks
    /// of, in the order of ids. Declarations whose entity is not in this inventory are left out: see ``strays(in:)``.
    public func seeds(in inventory: Inventory) -> [Seed] {
        let marked = Seed.declared(in: inventory).filter { declarations[inventory.entity(at: $0.entity).id] == nil }
        let declared = declarations.values.flatMap { declaration -> [Seed] in
            guard let entity = inventory.entity(id: declaration.entity) else { return [] }
            return declaration.windows.map { Seed(entity: entity.index, window: $0.interval) }
        }
        return (marked + declared).sorted {
            $0.entity == $1.entity
                ? ($0.window.from, $0.window.until) < ($1.window.from, $1.window.until)
                : inventory.idPrecedes($0.entity, $1.entity)
        }
    }

    /// The question with the plan carried out, or those of its marks that `isIn` accepts: each at its own time, else at that
    /// of the question.
    public func remedying(
        _ question: Question, in inventory: Inventory, where isIn: (Mark) -> Bool = { _ in true }
    ) -> Question {
        var question = question
        for mark in plan where isIn(mark) {
            let at = mark.at ?? question.at
            switch mark.item {
            case .entity(let id):
                guard let entity = inventory.entity(id: id) else { continue }
                question.remedies.append(Remedy(entity: entity.index, at: at, means: mark.means(of: entity.kind)))
            case .relation(let from, let kind, let to):
                question.severances += inventory.relations(from: from, kind: kind, to: to).map {
                    Severance(relation: $0, at: at)
                }
            }
        }
        return question
    }

    /// Whether another says the same of all that counts depend on: what is declared, what is planned for when, and what
    /// was shown of that.
    func countsAlike(_ other: CaseState) -> Bool {
        declarations.mapValues(\.windows) == other.declarations.mapValues(\.windows)
            && marks.mapValues(\.at) == other.marks.mapValues(\.at)
            && marks.mapValues(\.shownFinding) == other.marks.mapValues(\.shownFinding)
    }

    /// The ids that declarations and marks name and this inventory does not hold, sorted: they must be said, because
    /// no count takes them in.
    public func strays(in inventory: Inventory) -> [String] {
        let named = declarations.keys.filter { inventory.entity(id: $0) == nil }
        let planned = marks.keys.flatMap { item -> [String] in
            switch item {
            case .entity(let id): [id]
            case .relation(let from, _, let to): [from, to]
            }
        }.filter { inventory.entity(id: $0) == nil }
        return Set(named + planned).sorted()
    }
}
