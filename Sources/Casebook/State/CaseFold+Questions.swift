extension CaseFold {
    /// Whether the entry with this number is one that can be taken back: also where it was.
    func isUndoable(_ number: Int) -> Bool {
        deeds.indices.contains(number - 1) && deeds[number - 1].action.isUndoable && !void.contains(number)
    }

    /// The numbers of the entries that a merge brought, in order; none for every other entry.
    func brought(by number: Int) -> [Int] {
        guard case .merge(_, _, let count)? = action(of: number), count > 0 else { return [] }
        return (number + 1..<number + 1 + count).filter {
            deeds.indices.contains($0 - 1) && deeds[$0 - 1].origin != nil
        }
    }

    /// The entries that stand in the way of taking a change back or doing it again: those behind it that still count and
    /// touch the same, in order. What a merge brought stands in its way as little as what settles or takes back that.
    func hindrances(of number: Int) -> [Int] {
        if case .settle(_, false)? = action(of: number) { return [] }
        let brought = brought(by: number)
        guard let last = brought.last else { return counting(after: number) }
        let keys = Set(brought.flatMap { spokenKeys(deeds[$0 - 1].action, $0) })
        let counted = counting(before: number)
        return (last..<sequence).map { $0 + 1 }.filter { later in
            let action = deeds[later - 1].action
            if let turned = action.turnedEntry {
                // What was done and taken back since is in nobody's way; what was done before and taken back since is, unless
                // it was done again too.
                guard (1..<number).contains(turned), deeds[turned - 1].counts != counted[turned] ?? true else {
                    return false
                }
            } else if let referred = action.referredEntry, referred >= number {
                return false
            }
            return deeds[later - 1].counts && spokenKeys(action, later).contains(where: keys.contains)
        }
    }

    /// Which entries that were taken back or done again counted when the entry `number` was made. O(entries).
    private func counting(before number: Int) -> [Int: Bool] {
        deeds.prefix(number - 1).reduce(into: [:]) { counted, deed in
            guard deed.counts else { return }
            if case .undo(let entry) = deed.action { counted[entry] = false }
            if case .redo(let entry) = deed.action { counted[entry] = true }
        }
    }

    /// Whether the entry was set aside and nobody settled it yet.
    func isAside(_ number: Int) -> Bool { state.conflicts.contains { $0.entry == number } }

    /// Whether the entry says that those behind it were saved from a damaged file.
    func isSalvage(_ number: Int) -> Bool {
        if case .salvage? = action(of: number) { true } else { false }
    }

    /// The number of the entry that undo takes back for this analyst; nil when there is none. O(1).
    func undoable(by who: String) -> Int? { stacks[who]?.done.last }

    /// The number of the entry that redo does again for this analyst; nil when there is none. O(1).
    func redoable(by who: String) -> Int? { stacks[who]?.undone.last }

    /// What says that evidence was added or removed, of an entry and what it brought; nil where nothing does.
    func evidenceAction(in number: Int) -> CaseAction? {
        let settled = action(of: number)?.settledEntry.map { [$0] } ?? []
        return ([number] + settled + brought(by: number)).lazy.compactMap(action).first(where: \.isOfEvidence)
    }

    /// What the entry with this number did; nil where there is none.
    func action(of number: Int) -> CaseAction? {
        deeds.indices.contains(number - 1) ? deeds[number - 1].action : nil
    }

    /// The hash of the entry with this number; nil where there is none.
    func hash(of number: Int) -> String? {
        if number == 0 { return JournalEntry.beginning }
        return deeds.indices.contains(number - 1) ? deeds[number - 1].hash : nil
    }

    /// The numbers of the entries here that are the entry with a hash there: the same one, or those that came from it.
    func numbers() -> [String: [Int]] {
        var numbers: [String: [Int]] = [:]
        for (place, deed) in deeds.enumerated() {
            numbers[deed.hash, default: []].append(place + 1)
            if let origin = deed.origin { numbers[origin.hash, default: []].append(place + 1) }
        }
        return numbers
    }

    /// The things that an action touches: its own, or those of the entry that it speaks of.
    func keys(of action: CaseAction) -> [CaseKey] { spokenKeys(action, sequence + 1) }

    /// The entries after `number` that stand in the way of an action that was decided on before them, in order: those
    /// that touch what it touches.
    func entries(after number: Int, against action: CaseAction) -> [Int] {
        guard number < sequence else { return [] }
        let wanted = Set(keys(of: action))
        return (number + 1...sequence).filter { later in
            guard let other = self.action(of: later) else { return false }
            return spokenKeys(other, later).contains(where: wanted.contains)
        }
    }

    /// The things that the entry with this number speaks of: its own, or those of the entry that it takes back, does again or
    /// settles.
    func spokenKeys(_ action: CaseAction, _ number: Int) -> [CaseKey] {
        action.spokenKeys(entry: number) { self.action(of: $0) }
    }

    /// The entries after `number` that still count and touch something that it touches, or that what it settles does.
    func counting(after number: Int) -> [Int] {
        guard let action = action(of: number) else { return [] }
        let since = deeds[number - 1].since
        return Set(spokenKeys(action, number).flatMap { touching[$0] ?? [] }).filter {
            deeds[$0 - 1].since > since && deeds[$0 - 1].counts
        }.sorted()
    }

    /// Why an action makes no sense now; nil when it does. The items `marked` are taken into the plan together with it.
    func objection(to action: CaseAction, marking marked: Set<Mark.Item> = []) -> String? {
        switch action {
        case .open: return sequence == 0 ? nil : "a case is opened once"
        case .undo(let number):
            guard isUndoable(number) else { return "entry \(number) is nothing that can be undone" }
            return deeds[number - 1].counts ? nil : "entry \(number) does not count as it is"
        case .redo(let number):
            guard isUndoable(number), !isAside(number) else { return "entry \(number) is nothing that can be redone" }
            if let settled = deeds[number - 1].action.settledEntry, !deeds[number - 1].counts, !isAside(settled) {
                return "entry \(settled), which it settled, is no open conflict"
            }
            return deeds[number - 1].counts ? "entry \(number) was not undone" : nil
        case .settle(let number, _):
            return isAside(number) ? nil : "entry \(number) is no open conflict"
        case .advance(let items, _, _, _, _, _):
            let absent = items.first { state.marks[$0] == nil && !marked.contains($0) }
            return absent.map { "\($0.words) is not in the plan: mark it first" }
        case .unmark(let items):
            let absent = items.first { state.marks[$0] == nil }
            return absent.map { "\($0.words) is not in the plan" }
        case .declare(let entity, let windows, _):
            let inverted = windows.contains { $0.interval.isEmpty }
            return inverted ? "a window of \(entity) ends before it begins, so that it never was" : nil
        case .note(_, let text): return text.isBlank ? "a note needs words" : nil
        case .rewrite(let note, let text):
            if text.isBlank { return "a note needs words; take it back instead" }
            return state.notes[note] == nil ? "there is no note \(note)" : nil
        case .strike(let note): return state.notes[note] == nil ? "there is no note \(note)" : nil
        case .reconsider(let subject): return state.verdicts[subject] == nil ? "there is no verdict on that" : nil
        case .tag(_, let tags):
            return tags.isEmpty || tags.contains(where: \.isBlank) ? "a tag needs a name" : nil
        case .untag(let subject, let tags):
            let absent = tags.first { state.tags[subject]?.contains($0) != true }
            return absent.map { "there is no tag '\($0)' on that" }
        case .assign(let subject, let somebody):
            guard let somebody else {
                return state.assignees[subject] == nil ? "nobody is to see to that as it is" : nil
            }
            return somebody.isBlank ? "whoever is to see to it needs a name" : nil
        case .removeEvidence(let hash):
            return state.evidence(hash: hash) == nil ? "the case names no evidence \(hash)" : nil
        case .dropBookmark(let name): return state.bookmarks[name] == nil ? "there is no such bookmark" : nil
        default: return nil
        }
    }
}

extension CaseAction {
    /// What it takes into the plan.
    var markedItems: [Mark.Item] { if case .mark(let items, _) = self { items } else { [] } }
}

extension String {
    /// Whether nothing can be read in it.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Mark.Item {
    /// The item as it is written on a command line.
    public var words: String {
        switch self {
        case .entity(let id): id
        case .relation(let from, let kind, let to): "\(from),\(kind),\(to)"
        }
    }
}
