import Inventory
import PlainText

/// A place of the console without a picture: where one is, as of when, what is there row by row, what the sources do
/// not tell, and what can be pressed. In a fixed order, so that two of them can be compared line by line.
public struct PlaceReport: Sendable {
    /// One fact of a row.
    public struct Fact: Sendable {
        /// What it is called; nil where only its words are known.
        public let name: String?
        /// The fact.
        public let value: String
        /// Both as they are said.
        public let words: String

        /// A fact.
        public init(name: String?, value: String, words: String) {
            self.name = name
            self.value = value
            self.words = words
        }
    }

    /// One row, or a heading between rows.
    public struct Row: Sendable {
        /// Which row it is, from 1; nil for a heading.
        public let number: Int?
        /// The id of the entity that it stands for, if any.
        public let id: String?
        /// The short id of that entity.
        public let shortID: String?
        /// What it says.
        public let facts: [Fact]
        /// Whether it is on the plan.
        public let isMarked: Bool
        /// Whether it is the selected one.
        public let isSelected: Bool

        /// A row.
        public init(
            number: Int?, id: String?, shortID: String?, facts: [Fact], isMarked: Bool, isSelected: Bool
        ) {
            self.number = number
            self.id = id
            self.shortID = shortID
            self.facts = facts
            self.isMarked = isMarked
            self.isSelected = isSelected
        }

        /// What it says, in words.
        var words: String {
            (facts.map(\.words) + (isMarked ? ["marked"] : []) + (isSelected ? ["selected"] : []))
                .joined(separator: ", ")
        }
    }

    /// One of the lists among which the place lets one choose.
    public struct List: Sendable {
        /// Its name in places.
        public let name: String
        /// What it is called.
        public let title: String
        /// How many rows it has; nil where that is not known.
        public let count: Int?
        /// Whether it is the one that is shown.
        public let isShown: Bool

        /// A list.
        public init(name: String, title: String, count: Int?, isShown: Bool) {
            self.name = name
            self.title = title
            self.count = count
            self.isShown = isShown
        }
    }

    /// Something that can be pressed.
    public struct Key: Sendable {
        /// The keys.
        public let keys: [String]
        /// What the command is called.
        public let name: String
        /// What it does.
        public let description: String
        /// Why it cannot run now; nil when it can.
        public let obstacle: String?
        /// Whether it matters most here.
        public let isMain: Bool

        /// A command.
        public init(keys: [String], name: String, description: String, obstacle: String?, isMain: Bool) {
            self.keys = keys
            self.name = name
            self.description = description
            self.obstacle = obstacle
            self.isMain = isMain
        }
    }

    /// What the evidence is, and how much of it there is.
    public var title = ""
    /// The text of the place.
    public var place = ""
    /// Where that is, in words.
    public var name = ""
    /// As of when, and under which assumptions.
    public var lens = ""
    /// What is declared compromised, entity by entity.
    public var declared: [String] = []
    /// The figures, of both planes.
    public var counts: [String] = []
    /// What the page is about, above its rows.
    public var head: [String] = []
    /// The lists to choose from.
    public var lists: [List] = []
    /// The filter; empty shows everything.
    public var filter = ""
    /// The order of the rows, in words; nil is the view's own.
    public var order: String?
    /// What a filter passes over because no source tells it, and how many rows are hidden.
    public var notes: [String] = []
    /// How many rows there are, headings not counted.
    public var total = 0
    /// The first of them.
    public var rows: [Row] = []
    /// Why there are none.
    public var emptiness = ""
    /// What the sources do not tell.
    public var blind: [BlindSpot] = []
    /// What can be pressed.
    public var keys: [Key] = []

    /// An empty report, to be filled.
    public init() {}
}
