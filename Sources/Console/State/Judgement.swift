import Casebook

/// What a case says of an entity besides its note: how far what is planned for it is, what was concluded of it, who sees
/// to it, and its tags.
struct Judgement: Codable, Hashable, Sendable {
    /// How far what is planned is.
    struct Progress: Codable, Hashable, Sendable {
        var state: Mark.State
        /// Why, in the analyst's words; empty where nobody said.
        var why = ""
        /// The content hash of the evidence that shows it, where there is one.
        var proof: String?
        /// What that evidence shows, by its name in files; nil where nobody said.
        var finding: String?
    }

    /// What was concluded.
    struct Conclusion: Codable, Hashable, Sendable {
        var finding: Verdict.Finding
        /// Why; empty where nobody said.
        var why = ""
    }

    /// Nil for a mark that is merely proposed, and for what is not marked.
    var progress: Progress?
    var conclusion: Conclusion?
    var assignee: String?
    /// In alphabetical order, each once.
    var tags: [String] = []

    var isEmpty: Bool { self == Judgement() }

    mutating func tag(_ added: [String]) { tags = Set(tags + added).sorted() }

    mutating func untag(_ removed: [String]) { tags.removeAll(where: removed.contains) }

    /// Takes in what is tagged newly in a note; the last tag that names a verdict is one, for the reason that the note gives.
    mutating func take(tagsOf note: String, before: String) {
        let new = note.tags.filter { !before.tags.contains($0) }
        tag(new.filter { Verdict.Finding(rawValue: $0) == nil })
        if let finding = new.compactMap(Verdict.Finding.init(rawValue:)).last {
            conclusion = Conclusion(finding: finding, why: note)
        }
    }

    /// With what changed between two others: only what differs between them is touched.
    func following(_ before: Judgement, to after: Judgement) -> Judgement {
        var result = self
        if before.progress != after.progress { result.progress = after.progress }
        if before.conclusion != after.conclusion { result.conclusion = after.conclusion }
        if before.assignee != after.assignee { result.assignee = after.assignee }
        if before.tags != after.tags {
            result.untag(before.tags.filter { !after.tags.contains($0) })
            result.tag(after.tags)
        }
        return result
    }
}

extension Investigation {
    /// What is said of an entity.
    func judgement(of entity: Int) -> Judgement { judgements[entity] ?? Judgement() }

    /// Says something else of an entity.
    mutating func judge(_ entity: Int, _ change: (inout Judgement) -> Void) {
        var judgement = judgement(of: entity)
        change(&judgement)
        judgements[entity] = judgement.isEmpty ? nil : judgement
    }

    /// How far what is planned for an entity is; nil where nothing is.
    func progress(of entity: Int) -> Judgement.Progress? {
        guard marks.contains(entity) else { return nil }
        return judgements[entity]?.progress ?? Judgement.Progress(state: .proposed)
    }

    /// How many marks there are of each state, in the order of the states. O(judgements).
    var progressCounts: [(state: Mark.State, count: Int)] {
        var counts: [Mark.State: Int] = [:]
        for (_, judgement) in judgements {
            if let progress = judgement.progress { counts[progress.state, default: 0] += 1 }
        }
        counts[.proposed, default: 0] += marks.count - counts.values.reduce(0, +)
        return Mark.State.allCases.compactMap { state in
            counts[state].flatMap { $0 > 0 ? (state, $0) : nil }
        }
    }

    /// Whether anything was concluded of an entity.
    var hasConclusions: Bool { judgements.values.contains { $0.conclusion != nil } }

    /// Lets go of how far things are that are no longer planned.
    mutating func forgetLostProgress() {
        let lost = judgements.filter { $0.value.progress != nil && !marks.contains($0.key) }
        for (entity, _) in lost { judge(entity) { $0.progress = nil } }
    }
}
