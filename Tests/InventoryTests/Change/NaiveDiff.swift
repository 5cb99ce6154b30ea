@testable import Inventory

/// The same comparison by texts and dictionaries, one row after the other.
struct NaiveDiff {
    var removed: Set<String> = []
    var added: Set<String> = []
    /// The names of the fields that changed, by id.
    var changed: [String: Set<String>] = [:]
    /// How many relations between two ends went, came and changed.
    var relations: [String: Tally] = [:]

    struct Tally: Equatable {
        var removed = 0
        var added = 0
        var changed = 0
    }

    init(_ old: Inventory, _ new: Inventory) {
        let (before, after) = (Self.entities(old), Self.entities(new))
        removed = Set(before.keys).subtracting(after.keys)
        added = Set(after.keys).subtracting(before.keys)
        for (id, fields) in before {
            guard let others = after[id] else { continue }
            let names = fields.filter { others[$0.key] != $0.value }.map(\.key)
            if !names.isEmpty { changed[id] = Set(names) }
        }
        let (links, otherLinks) = (Self.relations(old), Self.relations(new))
        for ends in Set(links.keys).union(otherLinks.keys) {
            var (left, right) = (links[ends] ?? [], otherLinks[ends] ?? [])
            for link in left {
                guard let place = right.firstIndex(of: link), let own = left.firstIndex(of: link) else { continue }
                right.remove(at: place)
                left.remove(at: own)
            }
            let pairs = min(left.count, right.count)
            let tally = Tally(removed: left.count - pairs, added: right.count - pairs, changed: pairs)
            if tally != Tally() { relations[ends] = tally }
        }
    }

    private static func entities(_ inventory: Inventory) -> [String: [String: String]] {
        var all: [String: [String: String]] = [:]
        for number in 0..<inventory.entityCount {
            let entity = inventory.entity(at: number)
            func text(_ time: Instant?) -> String { time?.iso8601 ?? "" }
            all[entity.id] = [
                "kind": entity.kindName, "name": entity.name, "provider": entity.provider ?? "",
                "parent": entity.parent?.id ?? "", "owner": entity.owner ?? "",
                "privilege": entity.privilege.map(String.init) ?? "", "created_at": text(entity.created),
                "issued_at": text(entity.issued), "rotated_at": text(entity.rotated),
                "last_used_at": text(entity.lastUsed), "expires_at": text(entity.expires),
                "revoked_at": text(entity.revoked),
                "remediated_at": entity.cleanups.map(\.iso8601).joined(separator: " "),
                "compromised": entity.compromised.map { "\($0.from.seconds) \($0.until.seconds)" } ?? "",
                "flags": entity.flags.names.joined(separator: " "),
                "attributes": Set(entity.attributes.map { "\($0.name)=\($0.value)" }).sorted().joined(separator: "\n"),
            ]
        }
        return all
    }

    private static func relations(_ inventory: Inventory) -> [String: [String]] {
        var all: [String: [String]] = [:]
        for number in 0..<inventory.relationCount {
            let relation = inventory.relation(at: number)
            let attributes = Set(relation.attributes.map { "\($0.name)=\($0.value)" }).sorted()
            all[ends(relation), default: []].append(
                "\(relation.valid) \(relation.traits) \(relation.guard ?? "") \(attributes)")
        }
        return all
    }

    static func ends(_ relation: Relation) -> String {
        "\(relation.from.id) \(relation.kindName) \(relation.to.id)"
    }
}

extension InventoryDiff {
    /// The same figures, by ids.
    var tallies: [String: NaiveDiff.Tally] {
        var all: [String: NaiveDiff.Tally] = [:]
        for absence in removedRelations {
            all[NaiveDiff.ends(old.relation(at: absence.number)), default: NaiveDiff.Tally()].removed += 1
        }
        for absence in addedRelations {
            all[NaiveDiff.ends(new.relation(at: absence.number)), default: NaiveDiff.Tally()].added += 1
        }
        for change in changedRelations {
            all[NaiveDiff.ends(new.relation(at: change.new)), default: NaiveDiff.Tally()].changed += 1
        }
        return all
    }
}
