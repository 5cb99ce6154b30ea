import Inventory
import Reach

/// One line of an entity's page. Only visible lines become words.
enum EntityLine: Hashable, Sendable {
    case heading(String)
    /// A fact in words: what it is, and its value.
    case fact(label: String, value: String)
    /// Something that happened to it, or a run of it.
    case history(HistoryEntry)
    /// What the entity belongs to.
    case parent(Int)
    /// A name that its own looks like, with an entity of that name; none where its own only mixes scripts.
    case twin(Int?, text: String)
    /// How it is held: leads to the path. What is said aside leaves where there is no room.
    case held(label: String, value: String, aside: String? = nil)
    /// A relation by its number, and whether it leads away from the entity.
    case relation(Int, isOutgoing: Bool, other: Int)
    /// One line of the drawing of what leads to the entity and where it leads.
    case ego(EgoMap, line: Int, isNarrow: Bool)
    /// A place in a source.
    case provenance(Provenance)

    var isHeading: Bool {
        if case .heading = self { true } else { false }
    }

    /// The other entity that the line leads to.
    var entity: Int? {
        switch self {
        case .parent(let entity): entity
        case .twin(let entity, _): entity
        case .relation(_, _, let other): other
        case .history(.event(let event)): event.entity
        // Side by side a line may speak of two, so that it stands for neither.
        case .ego(let ego, let line, let isNarrow): isNarrow ? ego.entity(atStacked: line) : nil
        case .heading, .fact, .held, .provenance, .history: nil
        }
    }

    /// What the cursor remembers.
    func id(in inventory: Inventory) -> String {
        switch self {
        case .heading(let title): "heading \(title)"
        case .fact(let label, let value): "fact \(label) \(value)"
        case .parent(let entity): "parent \(inventory.entity(at: entity).id)"
        case .twin(_, let text): "looks like \(text)"
        case .held(let label, _, _): "held \(label)"
        case .history(let entry): "history \(entry.id(in: inventory))"
        case .relation(let relation, let isOutgoing, let other):
            "\(isOutgoing ? "out" : "in") \(relation) \(inventory.entity(at: other).id)"
        case .ego(_, let line, _): "ego \(line)"
        case .provenance(let provenance): "source \(provenance.source) \(provenance.location)"
        }
    }
}
