/// Entries of another copy of the case, made ready to follow ours: their numbers translated, and set aside where this
/// case says something else of the same. Of an entry that is about several things only those are set aside of which it does.
struct EntryImport {
    /// What is to be written, in order.
    private(set) var drafts: [CaseFile.Draft] = []
    /// The numbers of those that mean nothing here and are not written.
    private(set) var leftOut: [Int] = []
    private let identifier: String
    private let ours: CaseFold
    /// What merges of the other copy had brought there, by the number of the merge.
    private let brought: [Int: [JournalEntry]]
    /// The numbers here of the entries there, by their hashes.
    private var numbers: [String: [Int]]
    /// What stands here for the entries there, by their numbers.
    private var local: [Int: Counterpart] = [:]
    /// What is written, by its numbers.
    private var actions: [Int: CaseAction] = [:]
    private var next: Int

    /// What stands here for an entry there.
    private struct Counterpart {
        var numbers: [Int]
        /// Whether these say what that says: not where that is a part of an entry which is here whole, or in other parts.
        var isExact = true
    }

    /// An action as it is said here.
    private struct Statement {
        let action: CaseAction
        /// Whether it can only be told to whoever settles it.
        var isAside = false
    }

    /// - Parameters:
    ///   - theirs: all entries of the other copy that can be read, in order.
    ///   - identifier: the other case.
    ///   - markers: how many entries of ours are written before these in one go.
    ///   - doubted: the numbers of those that are set aside whatever they say.
    init(
        _ theirs: [JournalEntry], from identifier: String, into ours: CaseFold, markers: Int, doubted: Set<Int> = []
    ) {
        self.identifier = identifier
        self.ours = ours
        brought = Self.brought(theirs)
        numbers = ours.numbers()
        next = ours.sequence + markers + 1
        let shared = Set(theirs.flatMap { [$0.hash] + ($0.content.origin.map { [$0.hash] } ?? []) })
        let contest = Contest(ours, shared: shared)
        for entry in theirs {
            if let known = counterpart(of: entry) {
                local[entry.sequence] = known
                continue
            }
            // What nobody settled there is open here too.
            let isAside = doubted.contains(entry.sequence) || entry.content.origin?.isAside == true
            let statements = translated(entry.content.action)
            if statements.isEmpty { leftOut.append(entry.sequence) }
            for statement in statements {
                if isAside || statement.isAside {
                    add(statement.action, of: entry, isAside: true)
                    continue
                }
                let (taken, aside) = contest.split(statement.action, keys: keys)
                let isPart = taken != nil && aside != nil
                if let taken { add(taken, of: entry, isAside: false, isPart: isPart) }
                if let aside { add(aside, of: entry, isAside: true, isPart: isPart) }
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

    /// What this case knows of an entry there already; nil where it is new.
    private func counterpart(of entry: JournalEntry) -> Counterpart? {
        if let same = numbers[entry.hash] { return Counterpart(numbers: same) }
        guard let origin = entry.content.origin, let known = numbers[origin.hash] else { return nil }
        guard origin.isPart == true else { return Counterpart(numbers: known) }
        let same = known.filter { ours.action(of: $0) == entry.content.action }
        return same.isEmpty ? Counterpart(numbers: known, isExact: false) : Counterpart(numbers: same)
    }

    /// The things that an action touches which is written next.
    private func keys(_ action: CaseAction) -> [CaseKey] {
        action.spokenKeys(entry: next) { ours.action(of: $0) ?? actions[$0] }
    }

    /// Adds an action as it is written here, with its author and where it comes from.
    private mutating func add(_ action: CaseAction, of entry: JournalEntry, isAside: Bool, isPart: Bool = false) {
        let (content, origin) = (entry.content, entry.content.origin)
        drafts.append(
            CaseFile.Draft(
                action: action,
                author: CaseAuthor(
                    who: content.who, when: content.when, evidence: content.evidence, place: content.place),
                origin: JournalEntry.Origin(
                    identifier: origin?.identifier ?? identifier, entry: origin?.entry ?? entry.sequence,
                    hash: origin?.hash ?? entry.hash, isAside: isAside,
                    isPart: isPart || origin?.isPart == true ? true : nil)))
        numbers[entry.hash, default: []].append(next)
        local[entry.sequence, default: Counterpart(numbers: [])].numbers.append(next)
        actions[next] = action
        next += 1
    }

    /// The action with the numbers of this case's entries; none for what means nothing in another history: what was
    /// counted there was counted of what had been said there.
    private func translated(_ action: CaseAction) -> [Statement] {
        switch action {
        case .open, .measure, .verify, .merge, .salvage: []
        case .undo(let number): turned(.back, number) ?? turned(.back, merge: number)
        case .redo(let number): turned(.again, number) ?? turned(.again, merge: number)
        case .settle(let number, let takes): statements(of: number) { .settle(entry: $0, takes: takes) } ?? []
        case .rewrite(let note, let text): statements(of: note) { .rewrite(note: $0, text: text) } ?? []
        case .strike(let note): statements(of: note) { .strike(note: $0) } ?? []
        default: [Statement(action: action)]
        }
    }

    /// What is said here of what stands for an entry there; nil where nothing does.
    private func statements(of number: Int, _ action: (Int) -> CaseAction) -> [Statement]? {
        local[number].map { known in
            known.numbers.map { Statement(action: action($0), isAside: !known.isExact) }
        }
    }

    private func turned(_ turn: CaseTurn, _ number: Int) -> [Statement]? { statements(of: number, turn.action) }

    /// That a merge was taken back there, or done again: that it was one is not told here, so that each of the entries that
    /// it brought is.
    private func turned(_ turn: CaseTurn, merge number: Int) -> [Statement] {
        let brought = self.brought[number] ?? []
        return (turn == .back ? brought.reversed() : brought).flatMap { entry -> [Statement] in
            switch entry.content.action {
            case .undo(let undone): turned(turn.opposite, undone) ?? []
            case .redo(let redone): turned(turn, redone) ?? []
            case let action: action.isUndoable ? turned(turn, entry.sequence) ?? [] : []
            }
        }
    }
}
