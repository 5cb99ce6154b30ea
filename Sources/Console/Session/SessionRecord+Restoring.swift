import Inventory
import Reach

/// A saved session as the console takes it up again.
struct RestoredSession: Sendable {
    var history: History
    var work: Investigation
    var strays = Strays()
    var habits = Habits()
    /// What can be undone and done again.
    var past: [Deed] = []
    var future: [Deed] = []
    /// What was typed into prompts.
    var typed = TypedLines()
    /// How much a source has newly marked as compromised.
    var news = 0
    /// Whether marks could not be told in this evidence.
    var hasLostMarks = false
    /// What differs from how it was saved, in words.
    var remarks: [String] = []

    static let lostMarks = "its marks, which were kept by number, could not be taken over to this evidence"
}

extension SessionRecord {
    /// The session over `inventory`. `declared` is what is compromised without it: marked by the sources, or given;
    /// `isCarried` says that it goes on in the same console.
    func restored(
        over inventory: Inventory, declared: [DeclaredSeed], isCarried: Bool = false
    ) -> RestoredSession {
        var work = Investigation()
        var strays = Strays()
        for seed in seeds {
            guard let entity = inventory.entity(id: seed.id) else {
                strays.seeds.append(seed)
                continue
            }
            let window = Interval(
                seed.from.map { Instant($0) } ?? .beginning, seed.until.map { Instant($0) } ?? .never)
            guard !window.isEmpty else { continue }
            work.seeds.append(DeclaredSeed(seed: Seed(entity: entity.index, window: window), origin: seed.origin))
        }
        let known = Set(sourceSeeds)
        let news = declared.filter { seed in
            let isNew = seed.origin == .given || !known.contains(inventory.entity(at: seed.seed.entity).id)
            return isNew && !work.seeds.contains { $0.seed.entity == seed.seed.entity }
        }
        work.seeds += news
        work.marks = Self.found(marks, in: inventory, strays: &strays.marks)
        let isSame = evidence.fingerprint == inventory.sessionFingerprint
        let packed = markBits?.value?.found(in: inventory, isSame: isSame)
        if let packed {
            work.marks.formUnion(packed.marks)
            strays.marks += packed.strays
        }
        work.targets = Self.found(targets, in: inventory, strays: &strays.targets)
        for note in notes ?? [] {
            if let entity = inventory.entity(id: note.id) {
                work.notes[entity.index] = note.text
            } else {
                strays.notes.append(note)
            }
        }
        for record in endings ?? [] {
            guard let ending = RelationMark(record.item, in: inventory) else {
                strays.endings.append(record)
                continue
            }
            work.endings[ending] = record.progress
        }
        for record in moments ?? [] {
            guard let planned = Planned(record.item, in: inventory), work.plans(planned) else { continue }
            work.moments[planned] = record.at
        }
        for record in judgements ?? [] {
            guard let entity = inventory.entity(id: record.id) else { continue }
            work.judgements[entity.index] = record.judgement
        }
        work.bookmarks = bookmarks.compactMap(\.value)
        let unread = (back + [current] + forward).count { $0.value == nil } + bookmarks.count { $0.value == nil }
        let history = History(
            back: back.compactMap(\.value), current: current.value ?? Place(.start),
            forward: forward.compactMap(\.value), left: left?.compactMap(\.value) ?? [],
            other: other?.value)
        var session = RestoredSession(history: history, work: work, strays: strays, habits: habits?.value ?? Habits())
        session.typed = typed?.value ?? TypedLines()
        session.news = news.count
        session.remarks = remarks(over: inventory, news: news.count, strays: strays.count, unread: unread)
        if markBits != nil, packed == nil {
            session.hasLostMarks = true
            session.remarks.append(RestoredSession.lostMarks)
        }
        // What was done is a row of differences: it holds only for what was decided when it was saved.
        let isWhole = news.isEmpty && strays.count == 0 && !hasPackedDeeds
        if session.remarks.isEmpty || isCarried && isWhole {
            session.past = [Deed](undo?.value ?? [], from: work, isBack: true, in: inventory)
            session.future = [Deed](redo?.value ?? [], from: work, isBack: false, in: inventory)
        }
        return session
    }

    /// Whether marks stand by number that mean nothing in `inventory`. O(marks).
    func hasUnmatchedMarks(in inventory: Inventory) -> Bool {
        let isSame = evidence.fingerprint == inventory.sessionFingerprint
        return markBits.map { $0.value?.found(in: inventory, isSame: isSame) == nil } ?? false
    }

    /// Whether deeds name entities by number, which means nothing in other evidence.
    private var hasPackedDeeds: Bool {
        ((undo?.value ?? []) + (redo?.value ?? [])).contains { $0.work?.isPacked ?? false }
    }

    private func remarks(over inventory: Inventory, news: Int, strays: Int, unread: Int) -> [String] {
        var remarks: [String] = []
        if evidence.fingerprint != inventory.sessionFingerprint {
            let (before, now) = (Words.grouped(evidence.entities), Words.grouped(inventory.entityCount))
            remarks.append("the evidence is not what it was in the saved session (\(before) entities, now \(now))")
        }
        if strays > 0 {
            remarks.append(
                "\(Words.count(strays, "mark, note or declaration", plural: "marks, notes or declarations")) of the saved session "
                    + "name nothing in this evidence; they stay in its file")
        }
        if news > 0 { remarks.append("\(Words.count(news, "entity", plural: "entities")) newly marked as compromised") }
        if unread > 0 { remarks.append("\(Words.count(unread, "place")) of the saved session could not be read") }
        return remarks
    }

    private static func found(_ ids: [String], in inventory: Inventory, strays: inout [String]) -> Marks {
        var marks = Marks()
        for id in ids {
            if let entity = inventory.entity(id: id) { marks.insert(entity.index) } else { strays.append(id) }
        }
        return marks
    }
}
