import Casebook
import Inventory
import Reports

/// The journal of a case, ready to be listed: what each entry is about, whether they follow one another, and the entries
/// as an inventory of their own, so that a filter asks them in the language in which it asks for entities.
struct JournalGround: Sendable {
    /// The console's evidence.
    let inventory: Inventory
    /// The entries that are at hand, in order.
    let entries: [JournalEntry]
    /// The first entry that does not follow the one before it; nil where all do.
    let fault: JournalFault?
    /// What each is about.
    let subjects: [Subject]
    /// The entries as entities, each called by what can be read of it.
    let index: Inventory
    /// The number that each entry has there.
    let places: [Int]
    /// Who wrote how many of them, the most first.
    let authors: [(name: String, entries: Int)]
    /// The words that a filter may use.
    let vocabulary: QueryVocabulary
    private let first: Int

    /// What an entry is about.
    struct Subject: Sendable {
        /// How many entities it names.
        let count: Int
        /// The first ids, and the numbers that those of them have which the console's evidence knows.
        let ids: [String]
        let entities: [Int]

        /// So many are looked up: nobody reads more of them, and one entry may mark a million.
        private static let limit = 200

        fileprivate init(_ ids: [String], in inventory: Inventory) {
            count = ids.count
            self.ids = Array(ids.prefix(Self.limit))
            entities = self.ids.compactMap { inventory.entity(id: $0)?.index }
        }

        /// Whether all that it names is at hand.
        var isWhole: Bool { entities.count == count }
    }

    /// Nil when `isCancelled` said so first. O(entries).
    init?(_ entries: [JournalEntry], in inventory: Inventory, isCancelled: Cancellation? = nil) {
        self.inventory = inventory
        self.entries = entries
        first = entries.first?.sequence ?? 1
        fault = JournalFault(among: entries)
        let named = Self.named(entries)
        subjects = entries.map { Subject(Self.ids($0.content.action, named), in: inventory) }
        var counts: [String: Int] = [:]
        for entry in entries { counts[entry.content.who, default: 0] += 1 }
        authors = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        var builder = InventoryBuilder()
        _ = builder.add(source: Source(path: "journal", format: "journal"))
        for (entry, subject) in zip(entries, subjects) {
            if entry.sequence.isMultiple(of: 1_024), isCancelled?() == true { return nil }
            let entities = subject.entities.map(inventory.entity(at:))
            let kind = builder.entityKind(named: entities.first?.kindName ?? Self.unknownKind)
            builder.add(EntityFact(entry, kind, entities, named))
        }
        let index = builder.build().inventory
        self.index = index
        places = entries.map { index.entity(id: String($0.sequence))?.index ?? 0 }
        vocabulary = QueryVocabulary(index)
    }

    /// The place of the entry with a number among ``entries``; nil where it is not at hand.
    func place(of number: Int) -> Int? {
        let place = number - first
        return entries.indices.contains(place) ? place : nil
    }

    /// What the entry with a number did; nil where it is not at hand.
    func action(of number: Int) -> CaseAction? { place(of: number).map { entries[$0].content.action } }

    /// The entity that the entry at a place is about; nil where it is about none, or about several.
    func entity(at place: Int) -> Int? { subjects[place].count == 1 ? subjects[place].entities.first : nil }

    /// The counts that were recorded by the entry at a place, else first after it.
    func counts(at place: Int) -> (entry: JournalEntry, measurement: Measurement)? {
        for entry in entries[place...] {
            if case .measure(let measurement) = entry.content.action { return (entry, measurement) }
        }
        return nil
    }

    /// What a filter calls the kind of what is no entity here.
    private static let unknownKind = "case"

    private static func named(_ entries: [JournalEntry]) -> (Int) -> CaseAction? {
        let first = entries.first?.sequence ?? 1
        return { entries.indices.contains($0 - first) ? entries[$0 - first].content.action : nil }
    }

    /// What speaks of another entry is about what that is about. Each speaks of an earlier one, so this comes to an end.
    private static func ids(_ action: CaseAction, _ named: (Int) -> CaseAction?) -> [String] {
        var (action, bound) = (action, Int.max)
        while let number = action.spokenEntry, number < bound, let other = named(number) {
            (action, bound) = (other, number)
        }
        return action.entityIDs
    }
}

extension EntityFact {
    /// An entry of a journal as an entity: of the kind of what it is about, and called by all that can be read of it.
    fileprivate init(
        _ entry: JournalEntry, _ kind: EntityKind, _ entities: [Entity], _ named: (Int) -> CaseAction?
    ) {
        let content = entry.content
        let texts = [content.who, entry.words(named)] + entities.map { "\($0.kindName) \($0.name)" }
        self.init(
            id: String(entry.sequence), kind: kind, name: texts.joined(separator: "\n"),
            provenance: Provenance(source: 0))
        created = content.when
        attributes = [
            Attribute("who", content.who), Attribute("what", content.action.word), Attribute("hash", entry.hash),
        ]
        attributes += entities.flatMap { [Attribute("about", $0.id), Attribute("about", $0.name)] }
        if let place = content.place { attributes.append(Attribute("place", place)) }
        if let evidence = content.evidence { attributes.append(Attribute("evidence", evidence)) }
    }
}

extension CaseAction {
    /// What sort of change it is, as a filter calls it: `add evidence`.
    var word: String {
        name.reduce(into: "") { word, letter in word += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
        }
    }
}
