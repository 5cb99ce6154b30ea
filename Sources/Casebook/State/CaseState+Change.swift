extension CaseState {
    /// Forgets what is said of one thing.
    mutating func clear(_ key: CaseKey) {
        switch key {
        case .title: title = ""
        case .evidence(let hash): evidence.removeAll { $0.evidence.hash == hash }
        case .declaration(let entity): declarations[entity] = nil
        case .mark(let item): marks[item] = nil
        case .note(let number): notes[number] = nil
        case .verdict(let subject): verdicts[subject] = nil
        case .tag(let subject, let tag): setTag(tag, of: subject, to: false)
        case .assignee(let subject): assignees[subject] = nil
        case .bookmark(let name): bookmarks[name] = nil
        case .targets: targets = []
        }
    }

    /// Takes in what an action says of one of the things that it touches.
    mutating func apply(_ action: CaseAction, _ stamp: Stamp, to key: CaseKey) {
        switch (action, key) {
        case (.open(let title, _, _), _), (.retitle(let title), _): self.title = title
        case (.addEvidence(let evidence), _): add(StampedEvidence(evidence: evidence, stamp: stamp))
        case (.declare(let entity, let windows, let why), _):
            declarations[entity] = Declaration(entity: entity, windows: windows, why: why, stamp: stamp)
        case (.mark(_, let at), .mark(let item)):
            if marks[item] == nil {
                marks[item] = Mark(item: item, at: at, stamp: stamp)
            } else {
                marks[item]?.at = at
            }
        case (.advance(_, let state, let why, let proof, let source, let finding), .mark(let item)):
            marks[item]?.state = state
            marks[item]?.steps.append(
                Mark.Step(state: state, why: why, proof: proof, source: source, finding: finding, stamp: stamp))
        case (.note(let subject, let text), .note(let number)):
            notes[number] = Note(subject: subject, text: text, stamp: stamp)
        case (.rewrite(let note, let text), _):
            notes[note]?.text = text
            notes[note]?.changed = stamp
        case (.conclude(let subject, let finding, let why), _):
            verdicts[subject] = Verdict(finding: finding, why: why, stamp: stamp)
        case (.tag(let subject, _), .tag(_, let tag)): setTag(tag, of: subject, to: true)
        case (.assign(let subject, let somebody), _): assignees[subject] = somebody
        case (.bookmark(let name, let place), _):
            bookmarks[name] = CaseBookmark(name: name, place: place, stamp: stamp)
        case (.aim(let targets), _): self.targets = targets
        case (.removeEvidence, _), (.undeclare, _), (.unmark, _), (.strike, _), (.reconsider, _), (.untag, _),
            (.dropBookmark, _):
            clear(key)
        default: break
        }
    }

    private mutating func setTag(_ tag: String, of subject: CaseSubject, to isSet: Bool) {
        var all = tags[subject] ?? []
        if isSet { all.insert(tag) } else { all.remove(tag) }
        tags[subject] = all.isEmpty ? nil : all
    }

    private mutating func add(_ added: StampedEvidence) {
        evidence.removeAll { $0.evidence.hash == added.evidence.hash }
        let place = evidence.firstIndex { $0.stamp.entry > added.stamp.entry } ?? evidence.endIndex
        evidence.insert(added, at: place)
    }
}
