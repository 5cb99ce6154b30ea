/// Where an inventory looked: which lists it has anything of, and which of its sources tell of what.
struct CoverageIndex: Sendable {
    /// One list: everything of a kind from one provider that belongs to one thing, has ids of one beginning, and comes
    /// from one format.
    struct List: Hashable, Sendable {
        var kind: EntityKind
        var provider: Int
        var parent: UInt32
        var directory: Int
        var format: Int
    }

    /// Lists of one sort at whatever place: what differs is what they belong to. Without a provider those of all.
    struct Sort: Hashable, Sendable {
        var kind: EntityKind
        var provider: Int?
        var parentKind: EntityKind?
        var word: Int
        var format: Int
    }

    /// Relations of one kind between two kinds of entities, from one format.
    struct Links: Hashable, Sendable {
        var kind: RelationKind
        var from: EntityKind
        var to: EntityKind
        var format: Int
    }

    /// How many entities a list has: all, and those of which more is said than that they are there; and who tells of them.
    struct Members: Sendable {
        var all = 0
        var described = 0
        var sources: Set<Int> = []

        mutating func add(isDescribed: Bool, toldBy sources: Set<Int>) {
            all += 1
            if isDescribed { described += 1 }
            self.sources.formUnion(sources)
        }
    }

    /// What one source tells of a kind.
    struct Telling: Hashable, Sendable {
        var source: Int
        var kind: EntityKind
    }

    /// What is said of every one of several entities.
    struct Common: Sendable {
        var fields: EntityFields
        var attributes: Set<TextReference>
    }

    /// A kind and a provider.
    struct Issue: Hashable, Sendable {
        var kind: EntityKind
        var provider: Int
    }

    private(set) var kinds: Set<EntityKind> = []
    private(set) var providers: Set<Int> = []
    private(set) var issues: Set<Issue> = []
    private(set) var lists: [List: Members] = [:]
    /// The sources that tell of entities of a sort, with how many they tell of.
    private(set) var sorts: [Sort: [Int: Int]] = [:]
    /// The kinds of which a source tells.
    private(set) var kindsTold: [Int: Set<EntityKind>] = [:]
    /// What is said of all entities of a kind of which a source tells.
    private(set) var common: [Telling: Common] = [:]
    /// The sources that tell of such relations.
    private(set) var links: [Links: Set<Int>] = [:]
    /// The sources by format and place in their tree.
    private(set) var files: [PlacedFile: Int] = [:]
    private(set) var texts = Numbers()
    /// For each source the number of its format.
    private(set) var formats: [Int] = []

    /// Numbers for texts: those of providers, formats and parts of ids.
    struct Numbers: Sendable {
        private var numbers: [String: Int] = [:]

        /// The number of a text, which gets one when it is new.
        mutating func number(of text: String) -> Int {
            if let known = numbers[text] { return known }
            numbers[text] = numbers.count
            return numbers.count - 1
        }

        /// The number of a text; -1 for one that has none.
        subscript(text: String) -> Int { numbers[text] ?? -1 }
    }

    /// Looks at all rows once. O(entities + relations).
    init(_ inventory: Inventory) {
        formats = inventory.sources.map { texts.number(of: $0.format) }
        files = PlacedFile.all(of: inventory.sources)
        addEntities(of: inventory)
        addRelations(of: inventory)
    }

    private mutating func addEntities(of inventory: Inventory) {
        let columns = inventory.entities
        // In the order of ids most neighbours share what stands before the last slash, and few providers differ.
        var directory = (text: "", directory: texts.number(of: ""), word: texts.number(of: ""))
        var numbers: [TextReference: Int] = [:]
        for number in inventory.byID {
            let row = Int(number)
            guard !columns.flags[row].contains(.inferred) else { continue }
            let kind = columns.kind[row]
            let place = inventory.directory(of: row)
            if place != directory.text {
                directory = (place, texts.number(of: place), texts.number(of: place.lastWord))
            }
            let reference = columns.provider[row]
            let provider = numbers[reference] ?? texts.number(of: inventory.texts[reference])
            numbers[reference] = provider
            let parent = columns.parent[row]
            kinds.insert(kind)
            providers.insert(provider)
            issues.insert(Issue(kind: kind, provider: provider))
            let isDescribed = inventory.isDescribed(row)
            let sources = inventory.sourceNumbers(ofEntity: row)
            for (format, sources) in Dictionary(grouping: sources, by: { formats[$0] }) {
                let list = List(
                    kind: kind, provider: provider, parent: parent, directory: directory.directory, format: format)
                lists[list, default: Members()].add(isDescribed: isDescribed, toldBy: Set(sources))
            }
            var sort = Sort(
                kind: kind, provider: provider, parentKind: inventory.kind(ofParent: parent), word: directory.word,
                format: 0)
            for source in sources {
                note(row, kind, toldBy: source, in: inventory)
                kindsTold[source, default: []].insert(kind)
                sort.format = formats[source]
                for provider in [provider, nil] {
                    sort.provider = provider
                    sorts[sort, default: [:]][source, default: 0] += 1
                }
            }
        }
    }

    /// What others lie in. With one everything in it is missing, whether it was deleted or that part was not collected: only
    /// a list of nothing else tells.
    private static let places: Set<EntityKind> = [
        .organization, .team, .repository, .workflow, .runnerGroup, .environment,
    ]

    /// Whether a source could tell by its silence about something of this kind: a graph of many kinds says nothing of
    /// places, which may lie outside of what was drawn.
    func canTell(_ source: Int, of kind: EntityKind) -> Bool {
        !Self.places.contains(kind) || kindsTold[source]?.count ?? 0 <= 2
    }

    /// Whether a source told of entities of a sort as a list or a graph does, and not of one alone: of several of them or,
    /// where it does not take a file for each, of several kinds of things.
    func isSurvey(_ source: Int, of sort: Sort) -> Bool {
        guard canTell(source, of: sort.kind) else { return false }
        if sorts[sort]?[source, default: 0] ?? 0 > 1 { return true }
        let isToldAlone = sort.kind.isCode || sort.kind == .job || Self.places.contains(sort.kind)
        return !isToldAlone && kindsTold[source]?.count ?? 0 > 2
    }

    private mutating func note(_ row: Int, _ kind: EntityKind, toldBy source: Int, in inventory: Inventory) {
        let telling = Telling(source: source, kind: kind)
        let fields = inventory.describedFields(row)
        if let known = common[telling], known.fields.isDisjoint(with: fields), known.attributes.isEmpty {
            common[telling]?.fields = []
            return
        }
        let attributes = inventory.attributeNames(row)
        if common[telling] == nil {
            common[telling] = Common(fields: fields, attributes: attributes)
        } else {
            common[telling]?.fields.formIntersection(fields)
            common[telling]?.attributes.formIntersection(attributes)
        }
    }

    private mutating func addRelations(of inventory: Inventory) {
        let places = inventory.provenance.relations
        for (row, place) in places.first.enumerated() { add(row, place, of: inventory) }
        for (row, place) in zip(places.furtherRows, places.further) { add(Int(row), place, of: inventory) }
    }

    private mutating func add(_ row: Int, _ place: ProvenanceReference, of inventory: Inventory) {
        let source = inventory.source(of: place)
        guard row < inventory.relationCount, formats.indices.contains(source) else { return }
        let (from, to) = inventory.relationEnds(row)
        let link = Links(
            kind: inventory.relations.kind[row], from: inventory.entities.kind[from],
            to: inventory.entities.kind[to], format: formats[source])
        links[link, default: []].insert(source)
    }
}

/// A file by its format and its place in the tree of all files that were read with it.
struct PlacedFile: Hashable, Sendable {
    let format: String
    let path: String

    /// Each source's number by its file. O(length of all paths).
    static func all(of sources: [Source]) -> [PlacedFile: Int] {
        let numbered = of(sources).enumerated().map { ($1, $0) }
        return Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    }

    /// The files of these sources, their paths counted from the folder that holds them all.
    static func of(_ sources: [Source]) -> [PlacedFile] {
        let paths = sources.map { $0.path.split(separator: "/") }
        var root = paths.first.map { Array($0.dropLast()) } ?? []
        for path in paths {
            let shared = zip(root, path.dropLast()).prefix { $0 == $1 }.count
            root.removeLast(root.count - shared)
        }
        return zip(sources, paths).map {
            PlacedFile(format: $0.format, path: $1.dropFirst(root.count).joined(separator: "/"))
        }
    }
}

extension Inventory {
    /// What stands before the last slash of the entity's id; empty where there is none.
    func directory(of entity: Int) -> String {
        let range = texts.range(of: entities.id[entity])
        return texts.bytes.withUnsafeBufferPointer { bytes in
            let id = bytes[range]
            guard let slash = id.lastIndex(of: UInt8(ascii: "/")) else { return "" }
            return String(decoding: id[..<slash], as: UTF8.self)
        }
    }

    /// The kind of what something belongs to; nil where it belongs to nothing.
    func kind(ofParent parent: UInt32) -> EntityKind? {
        parent == EntityColumns.noParent ? nil : entities.kind[Int(parent)]
    }

    /// Whether more is said of the entity than that it is there: what is only mentioned in passing is listed by nobody.
    func isDescribed(_ entity: Int) -> Bool {
        !describedFields(entity).isEmpty || !entityAttributes.range(of: entity).isEmpty
    }

    /// The fields, attributes apart, in which more is said of the entity than that it is there.
    func describedFields(_ entity: Int) -> EntityFields {
        let columns = entities
        var fields: EntityFields = []
        if columns.created[entity].isBounded { fields.insert(.created) }
        if columns.issued[entity].isBounded { fields.insert(.issued) }
        if columns.rotated[entity].isBounded { fields.insert(.rotated) }
        if columns.lastUsed[entity].isBounded { fields.insert(.lastUsed) }
        if columns.expires[entity].isBounded { fields.insert(.expires) }
        if columns.revoked[entity].isBounded { fields.insert(.revoked) }
        if columns.privilege[entity] <= EntityColumns.highestPrivilege { fields.insert(.privilege) }
        if !columns.owner[entity].isEmpty { fields.insert(.owner) }
        return fields
    }

    /// The names of the entity's attributes.
    func attributeNames(_ entity: Int) -> Set<TextReference> {
        Set(entityAttributes.range(of: entity).lazy.map { self.entityAttributes.values[$0].name })
    }

    /// The numbers of the sources that tell of the entity.
    func sourceNumbers(ofEntity entity: Int) -> Set<Int> { sourceNumbers(provenance.entities[entity]) }

    /// The places of the records that tell of the entity; none where it is not known of each in which record it stands.
    func recordPlaces(ofEntity entity: Int) -> [ProvenanceReference] {
        let places = provenance.entities[entity]
        let areRecords = places.allSatisfy { place in
            provenance.origin(of: place).map { $0.hasOrdinal == 1 } ?? false
        }
        return areRecords ? places : []
    }

    /// The numbers of the sources that tell of the relation.
    func sourceNumbers(ofRelation relation: Int) -> Set<Int> { sourceNumbers(provenance.relations[relation]) }

    private func sourceNumbers(_ places: [ProvenanceReference]) -> Set<Int> {
        let known = sources.indices
        return Set(places.lazy.map { self.source(of: $0) }.filter { known.contains($0) })
    }
}

extension String {
    /// What stands behind the last slash.
    var lastWord: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
