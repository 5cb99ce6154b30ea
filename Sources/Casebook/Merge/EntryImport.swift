/// Entries of another copy of the case, made ready to follow ours: their numbers translated, and set aside where this
/// case says something else of the same.
struct EntryImport {
    /// What is to be written, in order.
    private(set) var drafts: [CaseFile.Draft] = []

    /// - Parameters:
    ///   - theirs: all entries of the other copy that can be read, in order.
    ///   - identifier: the other case.
    ///   - markers: how many entries of ours are written before these in one go.
    ///   - doubted: the numbers of those that are set aside whatever they say.
    init(
        _ theirs: [JournalEntry], from identifier: String, into ours: CaseFold, markers: Int, doubted: Set<Int> = []
    ) {
        var numbers = ours.numbers()
        let shared = Set(theirs.flatMap { [$0.hash] + ($0.content.origin.map { [$0.hash] } ?? []) })
        let own = ours.deeds.filter {
            !shared.contains($0.hash) && !($0.origin.map { shared.contains($0.hash) } ?? false)
        }
        let agreed = Set(own.map(\.action))
        let contested = Set(own.flatMap { ours.spokenKeys($0.action, $0.stamp.entry) })
        var actions: [Int: CaseAction] = [:]
        var local: [Int: Int] = [:]
        var next = ours.sequence + markers + 1
        for entry in theirs {
            if let known = numbers[entry.hash] ?? entry.content.origin.flatMap({ numbers[$0.hash] }) {
                local[entry.sequence] = known
                continue
            }
            guard let action = Self.translated(entry.content.action, by: local) else { continue }
            let keys =
                action.referredEntry.map { number in
                    (ours.action(of: number) ?? actions[number])?.keys(entry: number) ?? []
                } ?? action.keys(entry: next)
            let isAside =
                doubted.contains(entry.sequence)
                || !agreed.contains(action) && keys.contains(where: contested.contains)
            let origin = entry.content.origin
            drafts.append(
                CaseFile.Draft(
                    action: action,
                    author: CaseAuthor(
                        who: entry.content.who, when: entry.content.when, evidence: entry.content.evidence),
                    origin: JournalEntry.Origin(
                        identifier: origin?.identifier ?? identifier, entry: origin?.entry ?? entry.sequence,
                        hash: origin?.hash ?? entry.hash, isAside: isAside)))
            numbers[entry.hash] = next
            local[entry.sequence] = next
            actions[next] = action
            next += 1
        }
    }

    /// The action with the numbers of this case's entries; nil for what means nothing in another history: what was
    /// counted there was counted of what had been said there.
    private static func translated(_ action: CaseAction, by numbers: [Int: Int]) -> CaseAction? {
        switch action {
        case .open, .measure, .merge, .salvage: nil
        case .undo(let number): numbers[number].map { .undo(entry: $0) }
        case .redo(let number): numbers[number].map { .redo(entry: $0) }
        case .settle(let number, let takes): numbers[number].map { .settle(entry: $0, takes: takes) }
        case .rewrite(let note, let text): numbers[note].map { .rewrite(note: $0, text: text) }
        case .strike(let note): numbers[note].map { .strike(note: $0) }
        default: action
        }
    }
}

extension CaseAction {
    /// The entry that the action takes back, does again or settles; nil for every other action.
    var referredEntry: Int? {
        switch self {
        case .undo(let number), .redo(let number), .settle(let number, _): number
        default: nil
        }
    }
}
