extension CaseAction {
    /// The action as one for each thing that it touches; itself where that is one.
    var parts: [CaseAction] {
        switch self {
        case .mark(let items, let at): items.map { .mark(items: [$0], at: at) }
        case .unmark(let items): items.map { .unmark(items: [$0]) }
        case .advance(let items, let state, let why, let proof, let source, let finding):
            items.map {
                .advance(items: [$0], state: state, why: why, proof: proof, source: source, finding: finding)
            }
        case .tag(let subject, let tags): tags.map { .tag(subject: subject, tags: [$0]) }
        case .untag(let subject, let tags): tags.map { .untag(subject: subject, tags: [$0]) }
        default: [self]
        }
    }

    /// Several parts of one action as one; nil where there are none.
    static func whole(_ parts: [CaseAction]) -> CaseAction? {
        parts.dropFirst().reduce(parts.first) { $0?.joined(with: $1) }
    }

    private func joined(with part: CaseAction) -> CaseAction {
        switch (self, part) {
        case (.mark(let items, let at), .mark(let more, _)): .mark(items: items + more, at: at)
        case (.unmark(let items), .unmark(let more)): .unmark(items: items + more)
        case (
            .advance(let items, let state, let why, let proof, let source, let finding),
            .advance(let more, _, _, _, _, _)
        ):
            .advance(
                items: items + more, state: state, why: why, proof: proof, source: source, finding: finding)
        case (.tag(let subject, let tags), .tag(_, let more)): .tag(subject: subject, tags: tags + more)
        case (.untag(let subject, let tags), .untag(_, let more)): .untag(subject: subject, tags: tags + more)
        default: self
        }
    }
}
