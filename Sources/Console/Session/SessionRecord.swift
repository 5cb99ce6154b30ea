import Casebook
import Inventory

/// A session as it is saved: what the analyst was doing, with entities by id. Small, versioned, and no part of the
/// evidence or of a case.
struct SessionRecord: Codable, Hashable, Sendable {
    static let format = "firebreak.session"
    /// The newest that can be read. Marks by number are of version 2, which an earlier program would lose.
    static let version = 2

    var format = Self.format
    var version = 1
    /// How often the session was saved: tells whether another console saved it meanwhile.
    var revision = 0
    var evidence: Evidence
    var back: [Readable<Place>] = []
    var current: Readable<Place>
    var forward: [Readable<Place>] = []
    /// Places off the trail; nil where there are none.
    var left: [Readable<Place>]?
    /// The place of another view that was shown last; nil where there is none, or an earlier version wrote the session.
    var other: Readable<Place>?
    var bookmarks: [Readable<Bookmark>] = []
    var seeds: [SeedRecord] = []
    var marks: [String] = []
    /// Very many marks, in place of their ids.
    var markBits: Readable<PackedMarks>?
    /// Relations that are planned to be ended; nil where there are none.
    var endings: [EndingRecord]?
    /// When what is planned takes effect, where that was said; nil where it was of nothing.
    var moments: [MomentRecord]?
    var targets: [String] = []
    /// What the sources marked as compromised: so that what they mark later is not taken for withdrawn.
    var sourceSeeds: [String] = []
    /// What was noted; nil where an earlier version wrote the session.
    var notes: [NoteRecord]?
    /// What a case says besides, so that undo finds what it goes back from; nil where nothing is said.
    var judgements: [JudgementRecord]?
    /// What can be undone and done again, the next deed last; nil where an earlier version wrote the session.
    var undo: Readable<[DeedRecord]>?
    var redo: Readable<[DeedRecord]>?
    /// What was typed into prompts, to be typed again; nil where there is nothing.
    var typed: Readable<TypedLines>?
    /// Chosen columns and saved queries, in sessions of versions that kept them for each evidence.
    var habits: Readable<Habits>?

    /// What the session was about.
    struct Evidence: Codable, Hashable, Sendable {
        var title: String
        /// By what one inventory is told from another.
        var fingerprint: String
        var entities: Int
        /// Where it lies, by absolute paths; nil where an earlier version wrote the session.
        var sources: [String]?
        /// Where the analyst was, in words for those who have the session and not the evidence.
        var place: String?
    }

    /// A declaration; an end of time is left out.
    struct SeedRecord: Codable, Hashable, Sendable {
        var id: String
        var from: Int64?
        var until: Int64?
        var origin: DeclaredSeed.Origin
    }

    /// What is said of an entity besides its note.
    struct JudgementRecord: Codable, Hashable, Sendable {
        var id: String
        var judgement: Judgement
    }

    /// A relation that is planned to be ended.
    struct EndingRecord: Codable, Hashable, Sendable {
        var item: Mark.Item
        var progress: Judgement.Progress
    }

    /// When something that is planned takes effect.
    struct MomentRecord: Codable, Hashable, Sendable {
        var item: Mark.Item
        var at: Instant
    }

    /// What was noted on an entity.
    struct NoteRecord: Codable, Hashable, Sendable {
        var id: String
        var text: String
    }
}

/// A part of a file that is passed over when it cannot be read, so that one bad part does not cost the others.
struct Readable<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    var value: Value?

    init(_ value: Value) { self.value = value }

    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }

    func encode(to encoder: any Encoder) throws { try value?.encode(to: encoder) }
}
