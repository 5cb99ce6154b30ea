/// Entries of another copy of the case, made ready to follow ours: their numbers translated, and set aside where this
/// case says something else of the same.
struct EntryImport {
    /// What is to be written, in order.
    private(set) var drafts: [CaseFile.Draft] = []
    /// The numbers of those that mean nothing here and are not written.
    private(set) var leftOut: [Int] = []
    /// What merges of the other copy had brought there, by the number of the merge.
    private let brought: [Int: [JournalEntry]]

    /// - Parameters:
    ///   - theirs: all entries of the other copy that can be read, in order.
    ///   - identifier: the other case.
    ///   - markers: how many entries of ours are written before these in one go.
    ///   - doubted: the numbers of those that are set aside whatever they say.
    init(
        _ theirs: [JournalEntry], from identifier: String, into ours: CaseFold, markers: Int, doubted: Set<Int> = []
    ) {
        brought = Self.brought(theirs)
        var numbers = ours.numbers()
        let shared = Set(theirs.flatMap { [$0.hash] + ($0.content.origin.map { [$0.hash] } ?? []) })
        let own = ours.deeds.filter {
            !shared.contains($0.hash) && !($0.origin.map { shared.contains($0.hash) } ?? false)
                && !ours.void.contains($0.stamp.entry)
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
            let translation = translated(entry.content.action, by: local)
            if translation.isEmpty { leftOut.append(entry.sequence) }
            for action in translation {
                let keys =
                    action.referredEntry.map { number in
                        (ours.action(of: number) ?? actions[number])?.keys(entry: number) ?? []
                    } ?? action.keys(entry: next)
                let isAside =
                    doubted.contains(entry.sequence)
                    || !agreed.contains(action) && keys.contains(where: contested.contains)
                drafts.append(Self.draft(action, of: entry, from: identifier, isAside: isAside))
                numbers[entry.hash] = next
                local[entry.sequence] = next
                actions[next] = action
                next += 1
            }
        }
    }

    private static func brought(_ entries: [JournalEntry]) -> [Int: [JournalEntry]] {
        var brought: [Int: [JournalEntry]] = [:]
        for (place, entry) in entries.enumerated() {
            guard case .merge(_, _, let count) = entry.content.action, count > 0 else { continue }
            brought[entry.sequence] = entries[(place + 1)...].prefix(count).filter {
                $0.sequence <= entry.sequence + count && $0.content.origin != nil
            }
        }
        return brought
    }

    /// An action as it is written here, with its author and where it comes from.
    private static func draft(
        _ action: CaseAction, of entry: JournalEntry, from identifier: String, isAside: Bool
    ) -> CaseFile.Draft {
        let (content, origin) = (entry.content, entry.content.origin)
        return CaseFile.Draft(
            action: action,
            author: CaseAuthor(
                who: content.who, when: content.when, evidence: content.evidence, place: content.place),
            origin: JournalEntry.Origin(
                identifier: origin?.identifier ?? identifier, entry: origin?.entry ?? entry.sequence,
                hash: origin?.hash ?? entry.hash, isAside: isAside))
    }

    /// The action with the numbers of this case's entries; none for what means nothing in another history: what was
    /// counted there was counted of what had been said there.
    private func translated(_ action: CaseAction, by numbers: [Int: Int]) -> [CaseAction] {
        switch action {
        case .open, .measure, .merge, .salvage: []
        case .undo(let number): numbers[number].map { [.undo(entry: $0)] } ?? turned(.back, merge: number, numbers)
        case .redo(let number): numbers[number].map { [.redo(entry: $0)] } ?? turned(.again, merge: number, numbers)
        case .settle(let number, let takes): numbers[number].map { [.settle(entry: $0, takes: takes)] } ?? []
        case .rewrite(let note, let text): numbers[note].map { [.rewrite(note: $0, text: text)] } ?? []
        case .strike(let note): numbers[note].map { [.strike(note: $0)] } ?? []
        default: [action]
        }
    }

    /// That a merge was taken back there, or done again: that it was one is not told here, so that each of the entries that
    /// it brought is.
    private func turned(_ turn: CaseTurn, merge number: Int, _ numbers: [Int: Int]) -> [CaseAction] {
        let brought = self.brought[number] ?? []
        return (turn == .back ? brought.reversed() : brought).compactMap { entry in
            switch entry.content.action {
            case .undo(let undone): numbers[undone].map(turn.opposite.action)
            case .redo(let redone): numbers[redone].map(turn.action)
            case let action: action.isUndoable ? numbers[entry.sequence].map(turn.action) : nil
            }
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
