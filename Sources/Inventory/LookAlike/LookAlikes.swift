import PlainText

/// The entities of an inventory whose names look like those of others, or mix scripts in a word: what an attacker does who
/// wants a name to be read as another one.
///
/// Only names of one kind are compared: those of organizations, people, repositories, actions and packages everywhere,
/// others within what they belong to. Versions of one action or package are one name. See ``NameSkeleton``.
public struct LookAlikes: Sendable {
    /// Another name that an entity's name looks like.
    public struct Twin: Sendable, Hashable {
        /// An entity of that name, the first one.
        public let entity: Int
        /// How many entities have that name.
        public let count: Int
        /// In what the names differ.
        public let likeness: NameLikeness
        /// Whether both names are one to their provider, because it ignores case.
        public let isOne: Bool
    }

    /// A name of a group: the first entity of that name, and how many there are.
    private struct Variant: Sendable {
        let entity: Int
        var count: Int
    }

    /// All entities concerned.
    public let rows: RowSet

    private let names: ComparedNames
    /// The names of each group.
    private var groups: [[Variant]] = []
    /// The groups of each entity that has a twin.
    private var groupsOf: [Int: [Int]] = [:]

    /// Compares all names. O(length of the names + entities × log).
    init(_ inventory: Inventory) {
        names = ComparedNames(inventory: inventory)
        var rows = RowSet(names.mixed(), of: inventory.entityCount)
        for skeleton in NameSkeleton.allCases {
            for group in names.groups(by: skeleton) {
                for row in group {
                    rows.insert(row)
                    groupsOf[row, default: []].append(groups.count)
                }
                groups.append(Self.variants(of: group, names))
            }
        }
        self.rows = rows
    }

    /// The different names of a group, in the order of their first entities.
    private static func variants(of group: [Int], _ names: ComparedNames) -> [Variant] {
        var variants: [Variant] = []
        var places: [[UInt8]: Int] = [:]
        for row in group {
            let name = Array(names.text(of: row).utf8)
            if let place = places[name] {
                variants[place].count += 1
            } else {
                places[name] = variants.count
                variants.append(Variant(entity: row, count: 1))
            }
        }
        return variants
    }

    /// The scripts that a word of the entity's name mixes; none where none does, or its name is not compared. O(length).
    public func mixedScripts(of entity: Int) -> [WrittenScript] {
        rows.contains(entity) ? WrittenScript.mixed(in: names.inventory.entity(at: entity).name) : []
    }

    /// The names that the entity's looks like, at most as many as `limit`, and whether there are more. O(names looked at).
    public func twins(of entity: Int, atMost limit: Int) -> (twins: [Twin], hasMore: Bool) {
        var twins: [Twin] = []
        for variant in groupsOf[entity, default: []].lazy.flatMap({ groups[$0] }) {
            if names.areSame(variant.entity, entity)
                || twins.contains(where: { names.areSame($0.entity, variant.entity) })
            {
                continue
            }
            if twins.count == limit { return (twins, true) }
            twins.append(twin(variant, of: entity))
        }
        return (twins, false)
    }

    private func twin(_ variant: Variant, of entity: Int) -> Twin {
        let likeness = NameLikeness(of: names.text(of: entity), to: names.text(of: variant.entity))
        let isOne = likeness == .letterCase && names.inventory.ignoresCase(between: entity, variant.entity)
        return Twin(entity: variant.entity, count: variant.count, likeness: likeness, isOne: isOne)
    }
}

extension Inventory {
    /// The entities whose names look like others. O(1) once made, else O(length of the names + entities × log).
    public var lookAlikes: LookAlikes { search.lookAlikes.value { LookAlikes(self) } }

    /// Kinds whose names GitHub compares without their case.
    private static let caseless: Set<EntityKind> = [
        .organization, .person, .repository, .environment, .secret, .action,
    ]

    /// Whether the provider of both takes names that differ in case alone for one.
    fileprivate func ignoresCase(between entity: Int, _ other: Int) -> Bool {
        let kind = entities.kind[entity]
        let isGitHub = [entity, other].allSatisfy { texts[entities.provider[$0]].lowercased() == "github" }
        guard isGitHub, Self.caseless.contains(kind) else { return false }
        guard kind == .action else { return true }
        // Of an action owner and repository are; the folder behind them is a path of git.
        let folders = [entity, other].map { row in
            texts[entities.name[row]].prefix { $0 != "@" }.split(separator: "/").dropFirst(2)
        }
        return folders[0] == folders[1]
    }
}
