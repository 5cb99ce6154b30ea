import Inventory
import PlainText

/// One entity with everything that is known of it, for standard output.
public struct EntityReport {
    private let entity: Entity
    private var inventory: Inventory { entity.inventory }

    /// A report on `entity`.
    public init(_ entity: Entity) { self.entity = entity }

    private func relations(atMost limit: Int = .max) -> [(relation: Relation, isOutgoing: Bool)] {
        let outgoing = inventory.outgoing(entity.index).prefix(limit).map { (inventory.relation(at: $0), true) }
        let incoming = inventory.incoming(entity.index).prefix(limit - outgoing.count)
        return outgoing + incoming.map { (inventory.relation(at: $0), false) }
    }

    /// `firebreak.entity/1`. A relation that gives no control has no plane, act and hold.
    public var json: String {
        let relations = relations().map { relation, isOutgoing -> JSONText in
            let traits = relation.traits
            let controls = traits.gain != .none
            return .object([
                ("relation", JSONText(relation.kindName)), ("direction", isOutgoing ? "out" : "in"),
                ("other", .brief(isOutgoing ? relation.to : relation.from)),
                ("plane", controls ? JSONText(traits.act.plane.rawValue) : .null),
                ("act", controls ? JSONText(traits.act.name) : .null),
                ("hold", controls ? JSONText(traits.hold.name) : .null),
                ("from", JSONText(relation.valid.from)), ("until", JSONText(relation.valid.until)),
                ("evidence", JSONText(traits.evidence.name)), ("guard", JSONText(relation.guard)),
                ("provenance", .provenance(relation.provenance, in: inventory)),
            ])
        }
        return JSONText.object([
            ("schema", "firebreak.entity/1"), ("entity", .full(entity)), ("relations", .array(relations)),
            ("provenance", .provenance(entity.provenance, in: inventory)),
        ]).line
    }

    /// The same in words.
    public var text: String { text(relations: .max) }

    /// The same with at most so many of its relations.
    public func text(relations limit: Int) -> String {
        var lines = ["\(entity.kindName) \(entity.name)", "  id           \(entity.id)"]
        func fact(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("  \(name.padded(to: 12)) \(value)")
        }
        fact("short id", entity.shortID)
        fact("belongs to", entity.parent.map { "\($0.kindName) \($0.name)" })
        fact("owner", entity.owner)
        fact("provider", entity.provider)
        fact("privilege", entity.privilege.map { "\($0) of 4" })
        for (name, time) in entity.namedTimes { fact(name, time?.iso8601) }
        fact("cleaned up", entity.cleanups.map(\.iso8601).joined(separator: ", "))
        fact("compromised", entity.compromised?.words)
        fact("flags", entity.flags.names.joined(separator: " "))
        for attribute in entity.attributes { fact(attribute.name, attribute.value) }
        for place in entity.provenance { fact("source", inventory.place(place)) }
        for (relation, isOutgoing) in relations(atMost: limit) {
            let traits = relation.traits
            let other = isOutgoing ? relation.to : relation.from
            let control = traits.gain == .none ? "no control" : "\(traits.act.plane.rawValue), \(traits.hold.words)"
            let guarded = relation.guard.map { ", guarded: \($0)" } ?? ""
            lines.append(
                "  \(isOutgoing ? "→ \(relation.phrase)" : "← \(relation.inversePhrase)") \(other.kindName) \(other.name)"
                    + "  (\(control), \(relation.valid.words), \(traits.evidence.name)\(guarded))"
                    + (relation.provenance.first.map { "  \(inventory.place($0))" } ?? ""))
        }
        let all = inventory.outgoing(entity.index).count + inventory.incomingCount(entity.index)
        if all > limit { lines.append("  … and \((all - limit).counted("more relation"))") }
        return lines.map { $0.printable + "\n" }.joined()
    }
}

extension Entity {
    /// The times of its life, each with its name, in the order in which they happen.
    public var namedTimes: [(name: String, time: Instant?)] {
        [
            ("created", created), ("issued", issued), ("rotated", rotated), ("last used", lastUsed),
            ("expires", expires), ("revoked", revoked),
        ]
    }
}
