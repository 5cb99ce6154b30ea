import Inventory
import Reach

/// A deed as it is saved. What it did to decisions stands there as a difference: with what was decided after it one gets
/// back to what was before, and the other way round.
struct DeedRecord: Codable, Hashable, Sendable {
    /// In words, as it is named when it is undone.
    var what: String
    var place: Place?
    /// What it did to a list.
    var view: Sides<Place>?
    /// What it did to the saved queries.
    var queries: Sides<[SavedQuery]>?
    /// What it did to decisions.
    var work: InvestigationChange?

    /// So many deeds are saved, the last ones, and together no heavier than so many ids.
    static let limit = 100
    static let room = 40_000

    /// Nil for a deed that is too large to be saved.
    init?(_ deed: Deed, in inventory: Inventory) {
        what = deed.what
        place = deed.place
        switch deed.change {
        case .view(let before, let after): view = Sides(before: before, after: after)
        case .queries(let before, let after): queries = Sides(before: before, after: after)
        case .work(let before, let after):
            guard let change = InvestigationChange(from: before, to: after, in: inventory) else { return nil }
            work = change
        }
    }
}

/// What was before and what was after.
struct Sides<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    var before: Value
    var after: Value
}

/// What lies between two states of an investigation, with entities by id; only what differs.
struct InvestigationChange: Codable, Hashable, Sendable {
    var marks: Sides<MarkRecord>?
    var targets: Sides<MarkRecord>?
    var endings: Sides<[SessionRecord.EndingRecord]>?
    var moments: Sides<[SessionRecord.MomentRecord]>?
    var seeds: Sides<[SessionRecord.SeedRecord]>?
    var notes: Sides<[SessionRecord.NoteRecord]>?
    var judgements: Sides<[SessionRecord.JudgementRecord]>?
    var bookmarks: Sides<[Bookmark]>?

    /// Nil when too much differs to be saved.
    init?(from before: Investigation, to after: Investigation, in inventory: Inventory) {
        if before.marks != after.marks {
            guard let change = Self.change(from: before.marks, to: after.marks, inventory) else { return nil }
            marks = change
        }
        if before.targets != after.targets {
            guard let change = Self.change(from: before.targets, to: after.targets, inventory) else { return nil }
            targets = change
        }
        if before.endings != after.endings {
            endings = Sides(
                before: before.endingRecords(in: inventory), after: after.endingRecords(in: inventory))
        }
        if before.moments != after.moments {
            moments = Sides(before: before.momentRecords(in: inventory), after: after.momentRecords(in: inventory))
        }
        if before.seeds != after.seeds {
            seeds = Sides(
                before: before.seeds.map { SessionRecord.SeedRecord($0, in: inventory) },
                after: after.seeds.map { SessionRecord.SeedRecord($0, in: inventory) })
        }
        if before.notes != after.notes {
            notes = Sides(
                before: before.noteRecords(in: inventory) { before.notes[$0] != after.notes[$0] },
                after: after.noteRecords(in: inventory) { before.notes[$0] != after.notes[$0] })
        }
        if before.judgements != after.judgements {
            judgements = Sides(
                before: before.judgementRecords(in: inventory) { before.judgements[$0] != after.judgements[$0] },
                after: after.judgementRecords(in: inventory) { before.judgements[$0] != after.judgements[$0] })
        }
        if before.bookmarks != after.bookmarks {
            bookmarks = Sides(before: before.bookmarks, after: after.bookmarks)
        }
    }

    /// What is only in the set before, and what is only in the one after.
    private static func change(from before: Marks, to after: Marks, _ inventory: Inventory) -> Sides<MarkRecord>? {
        var (taken, added) = (before, after)
        taken.subtract(after)
        added.subtract(before)
        guard let gone = MarkRecord(taken, in: inventory), let new = MarkRecord(added, in: inventory)
        else { return nil }
        return Sides(before: gone, after: new)
    }

    /// Whether some of it names entities by number.
    var isPacked: Bool {
        [marks, targets].contains { $0.map { $0.before.packed != nil || $0.after.packed != nil } ?? false }
    }

    /// What it weighs in a file, in ids.
    var weight: Int {
        let sets = [marks, targets].compactMap { $0 }.map { $0.before.weight + $0.after.weight }
        let lists = [
            seeds.map { $0.before.count + $0.after.count }, notes.map { $0.before.count + $0.after.count },
            judgements.map { 4 * ($0.before.count + $0.after.count) },
            endings.map { 4 * ($0.before.count + $0.after.count) },
            moments.map { 4 * ($0.before.count + $0.after.count) },
            bookmarks.map { 16 * ($0.before.count + $0.after.count) },
        ]
        return sets.reduce(0, +) + lists.compactMap { $0 }.reduce(0, +)
    }

    /// `work` with the change made, or with `isBack` taken back; nil when it names what is not there.
    func turned(_ work: Investigation, isBack: Bool, in inventory: Inventory) -> Investigation? {
        func side<Value: Codable & Hashable & Sendable>(_ sides: Sides<Value>) -> Value {
            isBack ? sides.before : sides.after
        }
        func turn(_ set: inout Marks, _ change: Sides<MarkRecord>) -> Bool {
            guard let before = change.before.marks(in: inventory), let after = change.after.marks(in: inventory)
            else { return false }
            set.subtract(isBack ? after : before)
            set.formUnion(isBack ? before : after)
            return true
        }
        var work = work
        if let marks, !turn(&work.marks, marks) { return nil }
        if let targets, !turn(&work.targets, targets) { return nil }
        if let seeds {
            let records = side(seeds)
            work.seeds = records.compactMap { $0.declared(in: inventory) }
            guard work.seeds.count == records.count else { return nil }
        }
        if let endings {
            work.endings = [:]
            for record in side(endings) {
                guard let ending = RelationMark(record.item, in: inventory) else { return nil }
                work.endings[ending] = record.progress
            }
        }
        if let moments {
            work.moments = [:]
            for record in side(moments) {
                guard let planned = Planned(record.item, in: inventory) else { return nil }
                work.moments[planned] = record.at
            }
        }
        // Sessions of earlier versions name all there was on either side; what is on both is set as it was.
        if let notes {
            for note in isBack ? notes.after : notes.before {
                if let entity = inventory.entity(id: note.id) { work.notes[entity.index] = nil }
            }
            for note in side(notes) {
                guard let entity = inventory.entity(id: note.id) else { return nil }
                work.notes[entity.index] = note.text
            }
        }
        if let judgements {
            for record in isBack ? judgements.after : judgements.before {
                if let entity = inventory.entity(id: record.id) { work.judgements[entity.index] = nil }
            }
            for record in side(judgements) {
                guard let entity = inventory.entity(id: record.id) else { return nil }
                work.judgements[entity.index] = record.judgement
            }
        }
        if let bookmarks { work.bookmarks = side(bookmarks) }
        return work
    }
}

extension SessionRecord.SeedRecord {
    /// A declaration as it is saved.
    init(_ declared: DeclaredSeed, in inventory: Inventory) {
        self.init(
            id: inventory.entity(at: declared.seed.entity).id, from: declared.seed.window.from.bounded,
            until: declared.seed.window.until.bounded, origin: declared.origin)
    }

    /// The declaration; nil when its entity is not there, or it declares no time at all.
    func declared(in inventory: Inventory) -> DeclaredSeed? {
        let window = Interval(from.map { Instant($0) } ?? .beginning, until.map { Instant($0) } ?? .never)
        guard let entity = inventory.entity(id: id), !window.isEmpty else { return nil }
        return DeclaredSeed(seed: Seed(entity: entity.index, window: window), origin: origin)
    }
}

extension Investigation {
    /// The notes on the entities that are wanted as they are saved, by id.
    func noteRecords(
        in inventory: Inventory, _ isWanted: (Int) -> Bool = { _ in true }
    ) -> [SessionRecord.NoteRecord] {
        notes.filter { isWanted($0.key) }
            .map { SessionRecord.NoteRecord(id: inventory.entity(at: $0.key).id, text: $0.value) }
            .sorted { $0.id < $1.id }
    }

    /// The relations that are planned to be ended as they are saved, by id.
    func endingRecords(in inventory: Inventory) -> [SessionRecord.EndingRecord] {
        orderedEndings(in: inventory).map {
            SessionRecord.EndingRecord(
                item: $0.item(in: inventory), progress: endings[$0] ?? Judgement.Progress(state: .proposed))
        }
    }

    /// What is said besides of the entities that are wanted as it is saved, by id.
    func judgementRecords(
        in inventory: Inventory, _ isWanted: (Int) -> Bool = { _ in true }
    ) -> [SessionRecord.JudgementRecord] {
        judgements.filter { isWanted($0.key) }
            .map { SessionRecord.JudgementRecord(id: inventory.entity(at: $0.key).id, judgement: $0.value) }
            .sorted { $0.id < $1.id }
    }
}
