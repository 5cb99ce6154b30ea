import Casebook
import Inventory

extension CaseAction {
    /// The changes of what is said of entities besides their notes.
    static func judgements(
        from before: Investigation, to after: Investigation, _ id: (Int) -> String
    ) -> [CaseAction] {
        guard before.judgements != after.judgements else { return [] }
        return Set(before.judgements.keys).union(after.judgements.keys).sorted().flatMap { entity in
            changes(of: id(entity), from: before.judgement(of: entity), to: after.judgement(of: entity))
        }
    }

    /// What came to a state, all that came to the same one at once. Where something is marked anew it begins anew.
    static func advances(
        from before: Investigation, to after: Investigation, in inventory: Inventory
    ) -> [CaseAction] {
        guard before.judgements != after.judgements || before.endings != after.endings else { return [] }
        let proposed = Judgement.Progress(state: .proposed)
        var items: [Judgement.Progress: [Mark.Item]] = [:]
        for entity in Set(before.judgements.keys).union(after.judgements.keys).sorted() {
            guard let new = after.progress(of: entity), new != before.progress(of: entity) ?? proposed else { continue }
            items[new, default: []].append(.entity(inventory.entity(at: entity).id))
        }
        for ending in after.orderedEndings(in: inventory) {
            guard let new = after.endings[ending], new != before.endings[ending] ?? proposed else { continue }
            items[new, default: []].append(ending.item(in: inventory))
        }
        let order = Mark.State.allCases
        return items.sorted { left, right in
            let (first, second) = (
                order.firstIndex(of: left.key.state) ?? 0, order.firstIndex(of: right.key.state) ?? 0
            )
            return (first, left.key.why) < (second, right.key.why)
        }.map {
            .advance(items: $1, state: $0.state, why: $0.why, proof: $0.proof, finding: $0.finding)
        }
    }

    private static func changes(of id: String, from before: Judgement, to after: Judgement) -> [CaseAction] {
        let subject = CaseSubject.entity(id)
        var changes: [CaseAction] = []
        if before.conclusion != after.conclusion {
            changes.append(
                after.conclusion.map { .conclude(subject: subject, finding: $0.finding, why: $0.why) }
                    ?? .reconsider(subject: subject))
        }
        if before.assignee != after.assignee { changes.append(.assign(subject: subject, to: after.assignee)) }
        let gone = before.tags.filter { !after.tags.contains($0) }
        let new = after.tags.filter { !before.tags.contains($0) }
        if !gone.isEmpty { changes.append(.untag(subject: subject, tags: gone)) }
        if !new.isEmpty { changes.append(.tag(subject: subject, tags: new)) }
        return changes
    }
}

extension CaseAction {
    /// The same as what undo or redo brings back: whoever presses the key says only that it was said before.
    var takenBack: CaseAction {
        func words(_ why: String) -> String {
            why.isEmpty ? String.broughtBack : "\(String.broughtBack): \(why)"
        }
        return switch self {
        case .advance(let items, let state, let why, let proof, let source, let finding):
            .advance(items: items, state: state, why: words(why), proof: proof, source: source, finding: finding)
        case .conclude(let subject, let finding, let why):
            .conclude(subject: subject, finding: finding, why: words(why))
        default: self
        }
    }
}

extension String {
    /// What stands before a reason that undo or redo brought back.
    fileprivate static let broughtBack = "brought back by undo or redo"

    /// The reason as it was first given.
    var firstGiven: String {
        guard hasPrefix(Self.broughtBack) else { return self }
        let rest = dropFirst(Self.broughtBack.count)
        return rest.hasPrefix(": ") ? String(rest.dropFirst(2)) : rest.isEmpty ? "" : self
    }
}

extension CaseSubject {
    /// The id of the one entity that it is; nil for the case and for a path.
    var entity: String? { if case .entity(let id) = self { id } else { nil } }
}
