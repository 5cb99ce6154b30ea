import Inventory
import Reach
import TerminalKit

/// The whole console as a value. ``apply(_:)`` changes it, ``screen(_:look:)`` shows it; both are pure.
struct State: Sendable {
    /// The evidence: never changed.
    let inventory: Inventory
    /// What the evidence is called.
    let title: String
    /// The moment at which the console was opened: what `now` means, and the lens until another is chosen.
    let opened: Instant
    /// What went wrong before the console was opened, such as files that could not be read.
    let notices: [String]
    /// What the user chose, as far as it could be used.
    let configuration: Configuration
    /// The kinds that occur, with how often.
    let kindCounts: [KindCount]
    /// The words that filters may use, for errors and completion; nil until they are collected.
    var vocabulary: QueryVocabulary?

    /// The cells of the terminal.
    var size: Size
    var history: History
    var work: Work
    var habits = Habits()
    /// Takes out of a text what looks like a credential.
    var redact: @Sendable (String) -> String = { $0 }
    var findings = Findings()
    /// The inquiries under way, and the number of the request that they belong to.
    var asked: [Inquiry] = []
    var generation = 0
    /// How far the inquiry under way is, in hundredths, where it takes long enough to say so.
    var progress: Int?
    /// The inquiries that the analyst cancelled: not asked again until something changes.
    var declined: Set<Inquiry> = []

    /// What the panel of facets shows.
    var shownFacets: ShownFacets?
    /// The rows of the current place, and what they were made from.
    var rows = Rows.none
    var rowKey: RowKey?
    /// Grows whenever the rows are made anew.
    var rowsVersion = 0
    /// Whether the rows are those from before a change of the list, while the new ones are worked out.
    var hasOldRows = false
    /// What the list that the rows are made of leaves out and counts, also where they are groups of it or a tree.
    var counted: Listed?
    /// How wide the texts of the rows are, as far as they were drawn.
    var measures = TableMeasures()
    /// The number of the selected row among ``rows``: a cache of the place's cursor.
    var selected = 0
    /// How far the pane about it is scrolled.
    var paneScroll = PaneScroll()

    /// The rows that the search of the place finds; nil while there is no search or it is under way.
    var hits: SearchHits?
    /// Where to go as soon as the hits are known.
    var wantedHit: WantedHit?
    /// What was searched for last, in any place.
    var lastSearch = ""
    /// What was typed into prompts.
    var typed = TypedLines()

    /// Whether the mouse is reported, and whether the terminal has one, as far as is known.
    var isMouseOn: Bool
    var hasMouse = true
    /// The step of the lens that waits until its stops are known.
    var wantedStep: LensStep?

    /// Whether the evidence can be read once more, and how far that is while it is done.
    var canReread = false
    var rereading: Rereading?
    /// How often it was read again.
    var rereadings = 0

    /// Why the evidence can no longer be trusted; nil while it can.
    var lost: String?
    /// What lies over the view.
    var overlay: Overlay?
    /// The first of the keys behind a prefix that is shown.
    var prefixOffset = 0
    /// What the program has to say until the next key.
    var message: Message?
    /// The question that the next key answers: leave, although work would be lost.
    var isQuitArmed = false
    /// Whether the last key was ctrl-C.
    var isInterruptArmed = false
    /// The question that the next key answers: begin anew, although a session is at hand.
    var isNewArmed = false
    /// The rows that are being chosen for marking.
    var range: RangeMark?
    /// The number of the last rows that were handed out to be gathered, and whether they are not back yet.
    var gathering = 0
    var isGathering = false
    /// The place as it was when nothing lay over it: what changes of filter and order are told by.
    var sight: Sight?
    /// What is known of the saving of the session.
    var keeping = Keeping()
    /// The case that is worked on; nil where there is none.
    var casebook: CaseBond?
    /// What the evidence is compared with; nil where that is nothing.
    var comparison: Comparison?
    /// How the evidence is named on the command line.
    var sources: [String] = []
    /// What became of each file of the evidence; nil where that is not known.
    var account: [SourceAccount]?
    /// The sessions of other evidence, once they are found.
    var recent: [RecentSession] = []

    init(
        inventory: Inventory, title: String, seeds: [DeclaredSeed], opened: Instant, size: Size,
        place: Place = Place(.start), notices: [String] = [], configuration: Configuration = Configuration()
    ) {
        self.inventory = inventory
        self.title = title
        self.opened = opened
        self.notices = notices
        self.configuration = configuration
        isMouseOn = configuration.usesMouse
        self.size = size
        kindCounts = inventory.kindCounts.map { KindCount(kind: $0.kind, count: $0.count) }
        if inventory.entityCount <= Self.promptEntities { vocabulary = QueryVocabulary(inventory) }
        history = History(place)
        work = Work(Investigation(seeds: seeds))
        if let notice = allNotices.first { message = Message(text: notice, tone: .warning) }
        do throws(QueryError) {
            _ = try filter(place.query)
        } catch {
            history.current.query = ""
            message = Message(text: "the filter of this place cannot be read: \(error.message)", tone: .warning)
        }
    }

    /// Which keys run which command.
    var keymap: Keymap { configuration.keymap }

    /// Everything that went wrong before the console was opened.
    var allNotices: [String] { notices + configuration.problems.causes }

    /// That some of the configuration was not used, and where that is said; nil where all of it was.
    var unusedSettings: String? {
        let unused = configuration.problems.count { !$0.isWarning }
        guard unused > 0 else { return nil }
        let (lines, verb) = unused == 1 ? ("line", "was") : ("lines", "were")
        return "\(unused) \(lines) of the configuration \(verb) not used: \(key(.notices))"
    }

    /// Where the analyst is.
    var place: Place {
        get { history.current }
        set { history.current = newValue }
    }

    /// The moment that decides what is live.
    var at: Instant { place.lens.at.map { Instant($0) } ?? opened }

    /// The entity that the place is about.
    var subject: Entity? { place.subject.flatMap { inventory.entity(id: $0) } }

    /// The entity of the selected row; on a page about one entity that entity when the row has none.
    var selectedEntity: Entity? {
        if let index = rows.entity(at: selected) { return inventory.entity(at: index) }
        return place.view == .entity ? subject : nil
    }
}

/// How often a kind occurs.
struct KindCount: Hashable, Sendable {
    let kind: EntityKind
    let count: Int
}

/// Something said to the analyst until the next key.
struct Message: Hashable, Sendable {
    enum Tone: Hashable, Sendable { case plain, warning }
    var text: String
    var tone = Tone.plain
}
