import Inventory
import Reach

/// What the analyst decided so far: all that undo and redo change besides filters and orders.
struct Investigation: Hashable, Sendable {
    /// What is declared compromised, in the order of declaration.
    var seeds: [DeclaredSeed] = []
    /// The entities marked for the plan.
    var marks: Marks = []
    /// The relations that are planned to be ended, and how far that is.
    var endings: [RelationMark: Judgement.Progress] = [:]
    /// When what is planned takes effect, where that was said; all else does at the moment of the question.
    var moments: [Planned: Instant] = [:]
    /// What the firebreak is to keep from the attacker; the crown jewels while nothing is chosen.
    var targets: Marks = []
    /// What the analyst noted, by entity.
    var notes: [Int: String] = [:]
    /// What a case says of entities besides, by entity; nothing is said of others.
    var judgements: [Int: Judgement] = [:]
    /// Places to come back to, in the order in which they were added.
    var bookmarks: [Bookmark] = []

    /// The windows over which the entity is declared compromised.
    func windows(of entity: Int) -> [Interval] { seeds.filter { $0.seed.entity == entity }.map(\.seed.window) }

    /// Whether the analyst changed anything that would be lost on leaving where nothing is saved.
    var holdsWork: Bool {
        planCount > 0 || !bookmarks.isEmpty || !targets.isEmpty || !notes.isEmpty || !judgements.isEmpty
            || seeds.contains { $0.origin == .analyst }
    }

    /// How much work there is, in words: `3 marks, 1 declaration`; nil when there is none.
    var summary: String? {
        let declared = seeds.count { $0.origin == .analyst }
        let parts = [
            planCount == 0 ? nil : Words.count(planCount, "mark"),
            declared == 0 ? nil : Words.count(declared, "declaration"),
            notes.isEmpty ? nil : Words.count(notes.count, "note"),
            judgements.isEmpty
                ? nil
                : Words.count(judgements.count, "verdict, assignee or tag", plural: "verdicts, assignees and tags"),
            bookmarks.isEmpty ? nil : Words.count(bookmarks.count, "bookmark"),
            targets.isEmpty ? nil : Words.count(targets.count, "target"),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }
}

/// A seed, and who says so.
struct DeclaredSeed: Hashable, Sendable {
    /// Who declared it.
    enum Origin: String, Codable, Hashable, Sendable {
        /// A source marks the entity as compromised.
        case source
        /// It was given when the console was opened.
        case given
        /// It was declared in the console.
        case analyst

        /// The origin in words.
        var words: String {
            switch self {
            case .source: "marked by a source"
            case .given: "given at the start"
            case .analyst: "declared here"
            }
        }
    }

    var seed: Seed
    var origin: Origin

    /// What is declared before the analyst declares anything: what was given at the opening, else what the sources mark.
    static func first(given: [Seed], in inventory: Inventory) -> [DeclaredSeed] {
        given.isEmpty
            ? Seed.declared(in: inventory).map { DeclaredSeed(seed: $0, origin: .source) }
            : given.map { DeclaredSeed(seed: $0, origin: .given) }
    }
}

/// A place to come back to, with the name that the analyst gave it.
struct Bookmark: Codable, Hashable, Sendable {
    var name: String
    var place: Place
}
