import Casebook
import Inventory
import Reach

extension CaseState {
    /// What the case says of the entities of this inventory, as the console works with it. What it names besides is in
    /// ``strays(in:)``. O(what the case holds).
    func investigation(in inventory: Inventory) -> Investigation {
        var work = Investigation()
        work.seeds = seeds(in: inventory).map { seed in
            let isOurs = declarations[inventory.entity(at: seed.entity).id] != nil
            return DeclaredSeed(seed: seed, origin: isOurs ? .analyst : .source)
        }
        work.marks = Marks(plan.lazy.compactMap { $0.item.entity.flatMap { inventory.entity(id: $0)?.index } })
        for (item, mark) in marks {
            guard let ending = RelationMark(item, in: inventory) else { continue }
            let step = mark.steps.last
            work.endings[ending] = Judgement.Progress(
                state: mark.state, why: step?.why.firstGiven ?? "", proof: step?.proof, finding: step?.finding)
        }
        for (item, mark) in marks {
            if let at = mark.at, let planned = Planned(item, in: inventory) { work.moments[planned] = at }
        }
        work.targets = Marks(targets.lazy.compactMap { inventory.entity(id: $0)?.index })
        for (id, note) in lastNotes {
            if let entity = inventory.entity(id: id) { work.notes[entity.index] = note.text }
        }
        takeJudgements(into: &work, inventory)
        work.bookmarks = bookmarks.values.sorted { $0.stamp.entry < $1.stamp.entry }.compactMap { bookmark in
            (try? Place(parsing: bookmark.place)).map { Bookmark(name: bookmark.name, place: $0) }
        }
        return work
    }

    /// The note that was written last on each entity that has any, by id. O(notes), for a case may have very many.
    fileprivate var lastNotes: [String: Note] {
        var last: [String: Note] = [:]
        for note in notes.values {
            guard case .entity(let id) = note.subject else { continue }
            if let other = last[id], other.stamp.entry > note.stamp.entry { continue }
            last[id] = note
        }
        return last
    }

    /// What is said of entities besides their notes.
    private func takeJudgements(into work: inout Investigation, _ inventory: Inventory) {
        func judge(_ id: String?, _ change: (inout Judgement) -> Void) {
            guard let entity = id.flatMap({ inventory.entity(id: $0) }) else { return }
            work.judge(entity.index, change)
        }
        for (item, mark) in marks {
            guard let step = mark.steps.last, mark.state != .proposed || !step.why.firstGiven.isEmpty else { continue }
            let progress = Judgement.Progress(
                state: mark.state, why: step.why.firstGiven, proof: step.proof, finding: step.finding)
            judge(item.entity) { $0.progress = progress }
        }
        for (subject, verdict) in verdicts {
            judge(subject.entity) { $0.conclusion = .init(finding: verdict.finding, why: verdict.why.firstGiven) }
        }
        for (subject, name) in assignees { judge(subject.entity) { $0.assignee = name } }
        for (subject, tags) in tags { judge(subject.entity) { $0.tag(Array(tags)) } }
    }
}

extension CaseAction {
    /// The changes of a case by which what the console had becomes what it has. `state` tells which note is meant.
    static func changes(
        from before: Investigation, to after: Investigation, in inventory: Inventory, of state: CaseState
    ) -> [CaseAction] {
        func id(_ entity: Int) -> String { inventory.entity(at: entity).id }
        return declarations(from: before, to: after, id)
            + marks(from: before, to: after, id, inventory)
            + notes(from: before, to: after, id, state)
            + advances(from: before, to: after, in: inventory)
            + judgements(from: before, to: after, id)
            + bookmarks(from: before, to: after)
            + (before.targets == after.targets ? [] : [.aim(targets: after.targets.map(id).sorted())])
    }

    private static func declarations(
        from before: Investigation, to after: Investigation, _ id: (Int) -> String
    ) -> [CaseAction] {
        let entities = Set((before.seeds + after.seeds).map(\.seed.entity)).sorted()
        return entities.compactMap { entity in
            let (old, new) = (before.seeds(of: entity), after.seeds(of: entity))
            guard old != new else { return nil }
            // What a source marks needs no declaration; where one is taken back, a declaration without a window says so.
            if !new.isEmpty, new.allSatisfy({ $0.origin == .source }) { return .undeclare(entity: id(entity)) }
            return .declare(entity: id(entity), windows: new.map { Window($0.seed.window) }, why: "")
        }
    }

    private static func marks(
        from before: Investigation, to after: Investigation, _ id: (Int) -> String, _ inventory: Inventory
    ) -> [CaseAction] {
        func endings(_ some: Investigation, without other: Investigation) -> [Mark.Item] {
            some.orderedEndings(in: inventory).filter { other.endings[$0] == nil }.map { $0.item(in: inventory) }
        }
        let (gone, new) = marks(from: before, to: after, id)
        let items = (
            gone: gone + endings(before, without: after), new: new + endings(after, without: before)
        )
        return (items.gone.isEmpty ? [] : [.unmark(items: items.gone)])
            + marks(items.new + retimed(from: before, to: after, inventory), at: after.moments, inventory)
    }

    /// What is marked, those that take effect at one time at once.
    private static func marks(
        _ items: [Mark.Item], at moments: [Planned: Instant], _ inventory: Inventory
    ) -> [CaseAction] {
        let times = Dictionary(
            moments.map { ($0.key.item(in: inventory), $0.value) }, uniquingKeysWith: { first, _ in first })
        let groups = Dictionary(grouping: items) { times[$0] }
        return groups.sorted { ($0.key ?? .beginning) < ($1.key ?? .beginning) }.map { .mark(items: $1, at: $0) }
    }

    /// What is on the plan as it was, but takes effect at another time.
    private static func retimed(
        from before: Investigation, to after: Investigation, _ inventory: Inventory
    ) -> [Mark.Item] {
        guard before.moments != after.moments else { return [] }
        return Set(before.moments.keys).union(after.moments.keys)
            .filter { before.moments[$0] != after.moments[$0] && before.plans($0) && after.plans($0) }
            .map { $0.item(in: inventory) }.sorted { $0.words < $1.words }
    }

    private static func marks(
        from before: Investigation, to after: Investigation, _ id: (Int) -> String
    ) -> (gone: [Mark.Item], new: [Mark.Item]) {
        guard before.marks != after.marks else { return ([], []) }
        var (gone, new) = (before.marks, after.marks)
        gone.subtract(after.marks)
        new.subtract(before.marks)
        func items(_ marks: Marks) -> [Mark.Item] { marks.map(id).sorted().map { .entity($0) } }
        return (items(gone), items(new))
    }

    private static func notes(
        from before: Investigation, to after: Investigation, _ id: (Int) -> String, _ state: CaseState
    ) -> [CaseAction] {
        let entities = Set(before.notes.keys).union(after.notes.keys).filter { before.notes[$0] != after.notes[$0] }
        guard !entities.isEmpty else { return [] }
        let latest = state.lastNotes.mapValues(\.stamp.entry)
        return entities.sorted().flatMap { entity -> [CaseAction] in
            let subject = CaseSubject.entity(id(entity))
            guard let text = after.notes[entity] else { return latest[id(entity)].map { [.strike(note: $0)] } ?? [] }
            let written = latest[id(entity)].map { CaseAction.rewrite(note: $0, text: text) }
            return [written ?? .note(subject: subject, text: text)]
        }
    }

    private static func bookmarks(from before: Investigation, to after: Investigation) -> [CaseAction] {
        let gone = before.bookmarks.filter { old in !after.bookmarks.contains { $0.name == old.name } }
        let new = after.bookmarks.filter { !before.bookmarks.contains($0) }
        return gone.map { .dropBookmark(name: $0.name) } + new.map { .bookmark(name: $0.name, place: $0.place.text) }
    }
}
