import Casebook
import Inventory

extension CaseSubject {
    /// What it is about, in words.
    public var words: String {
        switch self {
        case .wholeCase: "the case"
        case .entity(let id): id
        case .path(let ids): "the path \(ids.joined(separator: " → "))"
        }
    }
}

extension Window {
    /// The window in words: `always`, `from …`, or both ends.
    public var words: String { interval.words }
}

extension CaseAction {
    /// What was done, in words; ids and what people wrote stand in it as they are, so that it has to be made printable.
    public var words: String {
        switch self {
        case .open(let title, _, let version): "opened the case '\(title)' with version \(version)"
        case .retitle(let title): "called the case '\(title)'"
        case .addEvidence(let evidence):
            "added evidence \(evidence.hash.prefix(12)) (\(evidence.paths.joined(separator: ", ")))"
        case .removeEvidence(let hash): "removed evidence \(hash.prefix(12))"
        case .declare(let entity, let windows, let why):
            (windows.isEmpty
                ? "declared \(entity) not compromised"
                : "declared \(entity) compromised \(windows.map(\.words).joined(separator: ", "))") + Self.because(why)
        case .undeclare(let entity): "left \(entity) to what the sources mark"
        case .mark(let items, let at): "marked \(Self.list(items))" + (at.map { " for \($0.iso8601)" } ?? "")
        case .unmark(let items): "took out of the plan: \(Self.list(items))"
        case .advance(let items, let state, let why, _, _, _):
            "\(state.rawValue): \(Self.list(items))" + Self.because(why)
        case .note(let subject, let text): "noted on \(subject.words): \(text)"
        case .rewrite(let note, let text): "changed note \(note): \(text)"
        case .strike(let note): "took back note \(note)"
        case .conclude(let subject, let finding, let why):
            "found \(subject.words) \(finding.rawValue)" + Self.because(why)
        case .reconsider(let subject): "withdrew the verdict on \(subject.words)"
        case .tag(let subject, let tags): "tagged \(subject.words): \(tags.joined(separator: ", "))"
        case .untag(let subject, let tags): "untagged \(subject.words): \(tags.joined(separator: ", "))"
        case .assign(let subject, let to): "assigned \(subject.words) to \(to ?? "nobody")"
        case .bookmark(let name, let place): "bookmarked '\(name)': \(place)"
        case .dropBookmark(let name): "dropped the bookmark '\(name)'"
        case .aim(let targets):
            targets.isEmpty ? "left the targets to the crown jewels" : "aimed at \(targets.joined(separator: ", "))"
        case .measure(let measurement): "measured: \(measurement.figures.words)"
        case .verify(let verification): "looked for the plan in \(verification.words)"
        case .undo(let entry): "undid entry \(entry)"
        case .redo(let entry): "did entry \(entry) again"
        case .merge(let identifier, _, let entries):
            "took over \(entries.counted("entr", "y", "ies")) of \(identifier.prefix(12))"
        case .settle(let entry, let takes): takes ? "let entry \(entry) take effect" : "dismissed entry \(entry)"
        case .salvage(let identifier, let missing, let altered):
            "saved what follows from a damaged file of \(identifier.isEmpty ? "an unknown case" : "\(identifier.prefix(12))"); "
                + (missing.isEmpty ? "no entry is missing" : "missing: \(missing.words)")
                + (altered.map { "; ALTERED, not what was written, and set aside: \($0.words)" } ?? "")
        }
    }

    /// The same with what was done by the entry that it takes back, does again or settles, as `named` tells it; also where
    /// that speaks of another one.
    public func words(_ named: (Int) -> CaseAction?) -> String {
        var (words, bound, action) = (words, Int.max, self)
        // Each speaks of an earlier one, unless the journal was altered.
        while let entry = action.referredEntry, entry < bound, let other = named(entry) {
            words += ": \(other.words)"
            (bound, action) = (entry, other)
        }
        return words
    }

    private static func because(_ why: String) -> String { why.isEmpty ? "" : " (\(why))" }

    private static func list(_ items: [Mark.Item]) -> String {
        let shown = items.prefix(3).map(\.words).joined(separator: ", ")
        return items.count > 3 ? "\(shown) and \(items.count - 3) more" : shown
    }
}

extension JournalEntry {
    /// What the entry did, in words, and whether that was set aside; `named` tells what other entries did.
    public func words(_ named: (Int) -> CaseAction? = { _ in nil }) -> String {
        let remarks = [content.origin?.isAside == true ? "set aside" : nil, content.origin?.partWords].compactMap { $0 }
        return remarks.joined(separator: ", ") + (remarks.isEmpty ? "" : ": ") + content.action.words(named)
    }
}

extension JournalEntry.Origin {
    /// That an entry is only a part of one of another file, and what became of the rest; nil where it is all of it.
    public var partWords: String? {
        guard isPart == true else { return nil }
        return "part of entry \(entry) of \(identifier.prefix(12)), the rest of which was "
            + (isAside ? "taken" : "set aside")
    }
}

extension CaseAction.EntryRange {
    /// The range in words: `4` or `4–9`.
    public var words: String { first == last ? "\(first)" : "\(first)–\(last)" }
}

extension Measurement.Figures {
    /// The counts in words.
    public var words: String {
        "\(reached) reached, \(live) live, \(conditional) conditional, rollback only \(rollbackOnly) live, "
            + "after the plan \(afterPlan) live"
    }
}

extension Int {
    /// So many things whose name changes its end: `1 entry`, `2 entries`.
    func counted(_ stem: String, _ one: String, _ several: String) -> String {
        "\(self) \(stem)\(self == 1 ? one : several)"
    }
}

extension [CaseAction.EntryRange] {
    /// The ranges in words: `3, 5–7`.
    public var words: String { map(\.words).joined(separator: ", ") }
}
