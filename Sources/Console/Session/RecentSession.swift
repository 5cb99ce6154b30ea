import Inventory

/// A case, or a session that was saved for some evidence, as the start lists it.
struct RecentSession: Hashable, Sendable {
    /// What the evidence was called.
    var title: String
    /// The absolute paths of the evidence; empty where an earlier version saved the session, which kept none.
    var sources: [String]
    /// Where it was left, in words; nil where that was not kept.
    var place: String?
    /// When it was saved last.
    var written: Instant?
    var marks: Int
    /// What the analyst declared compromised.
    var declarations: Int
    var standing: EvidenceStanding
    /// The path of the case; nil for a session.
    var casebook: String?
    /// Why the case cannot be opened.
    var problem: String?
    /// By which name it is opened, where the evidence alone does not tell it.
    var session: String?
    /// Which console of several on the same evidence had it.
    var console = 1
    /// Whether it is about the evidence at hand.
    var isOfSameEvidence = false

    /// What the cursor remembers.
    var id: String { casebook ?? session ?? (sources.isEmpty ? title : sources.joined(separator: " ")) }

    /// What it is called by itself.
    var name: String { isOfSameEvidence ? "same evidence, \(consoleWords)" : nameInList }

    /// What it is called in a list, under a heading that says of which evidence.
    var nameInList: String { isOfSameEvidence ? consoleWords : console > 1 ? "\(title), \(consoleWords)" : title }

    private var consoleWords: String {
        [1: "first console", 2: "second console", 3: "third console"][console] ?? "console \(console)"
    }

    /// Why it cannot be opened from here; nil when it can.
    var obstacle: String? {
        if casebook != nil { return problem }
        if sources.isEmpty { return "where its evidence lies was not kept: name it when you start firebreak" }
        guard case .gone(let path) = standing else { return nil }
        return "its evidence is gone: nothing is at \(path)"
    }

    /// What became of its evidence since, in words; nil where nothing is to be said.
    var standingWords: String? {
        if casebook != nil { return problem == nil ? nil : "cannot be opened" }
        if isOfSameEvidence { return nil }
        if sources.isEmpty { return "path not kept" }
        switch standing {
        case .gone: return "evidence gone"
        case .changed: return "evidence changed since"
        case .unknown: return "evidence not compared"
        case .present: return nil
        }
    }

    /// How much was decided in it.
    var work: String {
        "\(Words.count(marks, "mark")), \(Words.count(declarations, "declaration"))"
    }
}

extension RecentSession {
    /// A saved session as the start lists it; nil when it cannot be read.
    init?(_ saved: SavedSession, standing: ([String]) -> EvidenceStanding) {
        guard let record = try? SessionRecord(bytes: saved.bytes) else { return nil }
        let sources = record.evidence.sources ?? []
        let marks = record.marks.count + (record.markBits?.value?.count ?? 0)
        self.init(
            title: record.evidence.title, sources: sources, place: record.evidence.place, written: saved.written,
            marks: marks, declarations: record.seeds.count { $0.origin == .analyst },
            standing: sources.isEmpty ? .unknown : standing(sources), session: saved.name, console: saved.console,
            isOfSameEvidence: saved.isOfSameEvidence)
    }
}

extension SessionShelf {
    /// The other sessions, the one saved last first. Reads the disk.
    func recent() -> [RecentSession] {
        others().compactMap { saved in
            RecentSession(saved) { standing(of: $0, since: saved.written) }
        }
    }
}
