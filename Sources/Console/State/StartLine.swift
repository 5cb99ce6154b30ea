import Inventory

/// One line of the start.
enum StartLine: Hashable, Sendable {
    case heading(String)
    /// What is declared compromised.
    case seed(entity: Int, DeclaredSeed.Origin)
    /// What may be known to be bad, and how many there are of it.
    case entry(StartEntry, count: Int)
    /// Something that the search found.
    case found(Int)
    /// A kind of the inventory and how many there are: leads to its list.
    case section(InventorySection, count: Int)
    /// Something that the sources do not tell.
    case blind(BlindSpot)
    /// That names look like others, and how many do: leads to their list.
    case lookAlikes(count: Int)
    /// A session of other evidence: leads there.
    case recent(RecentSession)
    /// A file that was not read, or not all of it.
    case file(SourceAccount)
    /// That all files are told of, and how many there are.
    case files(count: Int)
    /// That the evidence is compared with another, and how far that is: leads to what changed.
    case comparison(String)
    /// A remark without further meaning.
    case remark(String)

    var isHeading: Bool {
        switch self {
        case .heading, .remark: true
        case .seed, .entry, .found, .section, .blind, .lookAlikes, .recent, .file, .files, .comparison: false
        }
    }

    /// Whether it leads to nothing at all.
    var isEmpty: Bool {
        if case .entry(_, count: 0) = self { true } else { false }
    }

    var entity: Int? {
        switch self {
        case .seed(let entity, _), .found(let entity): entity
        case .heading, .entry, .section, .blind, .lookAlikes, .recent, .file, .files, .comparison, .remark: nil
        }
    }

    func id(in inventory: Inventory) -> String {
        switch self {
        case .heading(let title): "heading \(title)"
        case .remark(let text): "remark \(text)"
        case .entry(let entry, _): "entry \(entry.rawValue)"
        case .seed(let entity, _), .found(let entity): inventory.entity(at: entity).id
        case .section(let section, _): "section \(section.name(in: inventory))"
        case .blind(let spot): "blind \(spot.what) \(spot.why)"
        case .lookAlikes: "look-alikes"
        case .recent(let session): "recent \(session.id)"
        case .file(let file): "file \(file.path)"
        case .files: "files"
        case .comparison: "comparison"
        }
    }
}

/// A part of the inventory that can be listed by itself.
enum InventorySection: Hashable, Sendable {
    case all
    /// Every identity that is no person.
    case nonHuman
    case kind(EntityKind)

    /// The name in places.
    func name(in inventory: Inventory) -> String {
        switch self {
        case .all: "all"
        case .nonHuman: "nhi"
        case .kind(let kind): inventory.name(of: kind)
        }
    }

    /// Whether an entity of `kind` belongs to it.
    func contains(_ kind: EntityKind) -> Bool {
        switch self {
        case .all: true
        case .nonHuman: kind.row?.isNonHumanIdentity ?? false
        case .kind(let own): kind == own
        }
    }
}
