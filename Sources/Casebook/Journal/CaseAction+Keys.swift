/// One thing that a case says something of. Two changes that touch no common key cannot be in each other's way.
enum CaseKey: Hashable, Sendable {
    case title
    case evidence(String)
    case declaration(String)
    case mark(Mark.Item)
    case note(Int)
    case verdict(CaseSubject)
    case tag(CaseSubject, String)
    case assignee(CaseSubject)
    case bookmark(String)
    case targets
}

extension CaseAction {
    /// What the action touches when it is the entry `number`; nothing for what only speaks of other entries.
    func keys(entry number: Int) -> [CaseKey] {
        switch self {
        case .open, .retitle: [.title]
        case .addEvidence(let evidence): [.evidence(evidence.hash)]
        case .removeEvidence(let hash): [.evidence(hash)]
        case .declare(let entity, _, _), .undeclare(let entity): [.declaration(entity)]
        case .mark(let items, _), .unmark(let items), .advance(let items, _, _, _, _, _):
            Self.unique(items).map { .mark($0) }
        case .note: [.note(number)]
        case .rewrite(let note, _), .strike(let note): [.note(note)]
        case .conclude(let subject, _, _), .reconsider(let subject): [.verdict(subject)]
        case .tag(let subject, let tags), .untag(let subject, let tags): Self.unique(tags).map { .tag(subject, $0) }
        case .assign(let subject, _): [.assignee(subject)]
        case .bookmark(let name, _), .dropBookmark(let name): [.bookmark(name)]
        case .aim: [.targets]
        case .measure, .verify, .undo, .redo, .merge, .settle, .salvage: []
        }
    }

    /// What the action touches when it is the entry `number`, or what the entry does that it takes back, does again or
    /// settles; `named` tells what the entries did.
    func spokenKeys(entry number: Int, named: (Int) -> CaseAction?) -> [CaseKey] {
        var (action, number) = (self, number)
        while let referred = action.referredEntry {
            // What is altered may speak of itself.
            guard referred < number, let other = named(referred) else { return [] }
            (action, number) = (other, referred)
        }
        return action.keys(entry: number)
    }

    /// The elements without repetition, in order.
    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        guard elements.count > 1 else { return elements }
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
