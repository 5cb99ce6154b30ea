import Inventory
import Reach

/// What the rows of the view of changes refer to.
struct ChangeGround: Sendable {
    let difference: Difference
    /// The blast radius then and now, where the list shows it.
    var blast: BlastChange?
    /// What the other evidence shows of the plan, where the list shows it.
    var verification: Reach.Verification?

    var diff: InventoryDiff { difference.diff }

    /// The numbers that a row's entity has in the two inventories. Of a relation it is the end whose holder gains the
    /// other; of a planned relation its near end.
    func entity(of row: ChangeRow) -> (old: Int?, new: Int?) {
        switch row {
        case .change(let change):
            guard let relation = diff.relation(of: change) else { return diff.entity(of: change) }
            return ends(of: relation).first ?? (nil, nil)
        case .becameLive(let number): return (diff.counterpart(ofNew: number), number)
        case .ceasedLive(let number), .unknownLive(let number): return (number, diff.counterpart(ofOld: number))
        case .item(let place):
            guard let target = verification?.results[place].item.target else { return (nil, nil) }
            let id =
                switch target {
                case .entity(let id): id
                case .relation(let from, _, _): from
                }
            return (diff.old.entity(id: id)?.index, diff.later(id: id)?.index)
        case .newcomer(let place):
            return (nil, verification?.newcomers[place].entity)
        }
    }

    /// All entities that a row speaks of: both ends of a relation.
    func entities(of row: ChangeRow) -> [(old: Int?, new: Int?)] {
        if case .change(let change) = row, let relation = diff.relation(of: change) { return ends(of: relation) }
        return [entity(of: row)]
    }

    /// The ends of a relation of either inventory, the one first whose holder gains the other.
    private func ends(of relation: Relation) -> [(old: Int?, new: Int?)] {
        let (near, far) = relation.inventory.crossingEnds(relation.index)
        return [near, far].map { number in
            relation.inventory === diff.new
                ? (diff.counterpart(ofNew: number), number) : (number, diff.counterpart(ofOld: number))
        }
    }

    /// The row's entity, in the newer of the inventories that have it; nil where neither does.
    func told(of row: ChangeRow) -> Entity? {
        let (old, new) = entity(of: row)
        return new.map(diff.new.entity(at:)) ?? old.map(diff.old.entity(at:))
    }

    /// The relation that the row is about; nil for an entity.
    func relation(of row: ChangeRow) -> Relation? {
        if case .change(let change) = row { diff.relation(of: change) } else { nil }
    }

    /// What a row is called.
    func name(of row: ChangeRow) -> String {
        if let relation = relation(of: row) { return "\(relation.from.name) \(relation.phrase) \(relation.to.name)" }
        if case .item(let place) = row, case .relation(let from, let kind, let to)? = target(at: place) {
            return "\(from) \(kind) \(to)"
        }
        if let entity = told(of: row) { return entity.name }
        if case .item(let place) = row { return target(at: place)?.entity ?? "" }
        return ""
    }

    private func target(at place: Int) -> Reach.Verification.Item.Target? { verification?.results[place].item.target }

    /// Whether the row is about a relation, and not about an entity.
    func isRelation(_ row: ChangeRow) -> Bool {
        switch row {
        case .change(.removedRelation), .change(.addedRelation), .change(.changedRelation): true
        case .item(let place): target(at: place)?.entity == nil
        case .change, .becameLive, .ceasedLive, .unknownLive, .newcomer: false
        }
    }

    /// The plane of the relation by which something is given, or by which an entity is held; nil for what gives no control.
    func plane(of row: ChangeRow) -> Plane? {
        switch row {
        case .change:
            guard let traits = relation(of: row)?.traits, traits.gain != .none else { return nil }
            return traits.act.plane
        case .becameLive(let number): return blast?.after[number]?.plane
        case .ceasedLive(let number), .unknownLive(let number): return blast?.before[number]?.plane
        case .item, .newcomer: return nil
        }
    }

    /// What the cursor remembers: the id of an entity, so that it is found from other views too; of a relation its place
    /// in the comparison.
    func id(of row: ChangeRow) -> String {
        guard isRelation(row) else { return told(of: row)?.id ?? name(of: row) }
        return switch row {
        case .change(.removedRelation(let place)): "relation -\(place)"
        case .change(.addedRelation(let place)): "relation +\(place)"
        case .change(.changedRelation(let place)): "relation ~\(place)"
        default: name(of: row)
        }
    }

    /// The change of a relation with an id; nil for other ids.
    static func relation(id: String) -> InventoryDiff.Change? {
        let parts = id.split(separator: " ")
        guard parts.count == 2, parts[0] == "relation", let place = Int(parts[1].dropFirst()), place >= 0 else {
            return nil
        }
        return switch parts[1].first {
        case "-": .removedRelation(place)
        case "+": .addedRelation(place)
        case "~": .changedRelation(place)
        default: nil
        }
    }
}
