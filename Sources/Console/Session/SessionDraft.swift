import Inventory

/// What is saved of a session, as the console has it: cheap to make at every key. A worker turns it into a record.
struct SessionDraft: Hashable, Sendable {
    /// Which of the drafts of a session it is.
    var number = 0
    var history: History
    var work: Investigation
    /// What was saved and names nothing in the evidence at hand.
    var strays = Strays()
    /// What can be undone and done again.
    var past: [Deed] = []
    var future: [Deed] = []
    /// What was typed into prompts.
    var typed = TypedLines()

    /// Whether it differs in more than where the cursor stands.
    func differs(from other: SessionDraft) -> Bool {
        work != other.work || typed != other.typed || history.current.list != other.history.current.list
            || history.back != other.history.back || history.forward != other.history.forward
    }

    /// The record of it. `isForOther` says that it is to be taken up over other evidence, where numbers mean nothing.
    func record(
        of inventory: Inventory, title: String, sources: [String] = [], revision: Int, isForOther: Bool = false
    ) -> SessionRecord {
        func id(_ entity: Int) -> String { inventory.entity(at: entity).id }
        var record = SessionRecord(
            evidence: .init(
                title: title, fingerprint: inventory.sessionFingerprint, entities: inventory.entityCount),
            current: Readable(history.current))
        record.revision = revision
        record.evidence.sources = sources.isEmpty ? nil : sources
        record.evidence.place = history.current.title(in: inventory)
        record.back = history.back.map { Readable($0) }
        record.forward = history.forward.map { Readable($0) }
        if !history.left.isEmpty { record.left = history.left.map { Readable($0) } }
        record.other = history.other.map { Readable($0) }
        record.bookmarks = work.bookmarks.map { Readable($0) }
        record.seeds =
            work.seeds.map { SessionRecord.SeedRecord($0, in: inventory) } + strays.seeds
        record.notes = work.noteRecords(in: inventory) + strays.notes
        if !work.judgements.isEmpty { record.judgements = work.judgementRecords(in: inventory) }
        let endings = work.endingRecords(in: inventory) + strays.endings
        if !endings.isEmpty { record.endings = endings }
        if !work.moments.isEmpty { record.moments = work.momentRecords(in: inventory) }
        record.targets = work.targets.map(id) + strays.targets
        if work.marks.count > PackedMarks.namedMarks, !isForOther {
            record.markBits = Readable(PackedMarks(work.marks, in: inventory))
            record.marks = strays.marks
            record.version = SessionRecord.version
        } else {
            record.marks = work.marks.map(id) + strays.marks
        }
        record.undo = Readable(past.records(in: inventory))
        record.redo = Readable(future.records(in: inventory))
        let lines = typed.saved
        if !lines.isEmpty { record.typed = Readable(lines) }
        record.sourceSeeds = inventory.compromisedEntities.map(\.id)
        return record
    }
}

/// What a saved session names and the evidence at hand does not hold: kept, for the evidence may come back.
struct Strays: Hashable, Sendable {
    var seeds: [SessionRecord.SeedRecord] = []
    var marks: [String] = []
    var targets: [String] = []
    var notes: [SessionRecord.NoteRecord] = []
    var endings: [SessionRecord.EndingRecord] = []

    var count: Int { seeds.count + marks.count + targets.count + notes.count + endings.count }

    /// What there is of it, in words; nil where there is nothing.
    var words: String? {
        let parts = [
            (marks.count + endings.count, "mark"), (seeds.count, "declaration"), (targets.count, "target"),
            (notes.count, "note"),
        ].filter { $0.0 > 0 }.map { Words.count($0.0, $0.1) }
        guard !parts.isEmpty else { return nil }
        let verbs = count == 1 ? "names nothing now and stays" : "name nothing now and stay"
        return "\(parts.joined(separator: ", ")) \(verbs) in the session"
    }
}

extension Inventory {
    /// What tells this inventory from a later one of the same sources. Small ones are looked at in full; of large ones
    /// that are no snapshot only the figures count.
    var sessionFingerprint: String {
        if let snapshot { return "sha256:\(snapshot.contentHash)" }
        let collected = collected.map(\.iso8601) ?? "unknown"
        let figures = "\(entityCount) \(relationCount) \(collected)"
        guard entityCount <= State.promptEntities else { return figures }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for entity in 0..<entityCount {
            for byte in self.entity(at: entity).id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        return "\(figures) \(String(hash, radix: 16))"
    }
}
