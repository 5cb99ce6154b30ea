import Inventory

/// Makes the tokens that secrets must hold where the file names none: one for each known version of the slot.
///
/// Only for collectors' secrets: a file that declares Firebreak's kinds is taken as it stands.
struct OpenGraphSlots {
    private var slots: [EntityFact] = []
    private var filled: Set<String> = []

    /// Whether there are no secrets to fill.
    var isEmpty: Bool { slots.isEmpty }

    /// Adds a secret.
    mutating func add(_ secret: EntityFact) { slots.append(secret) }

    /// Remembers that the file says what this secret holds.
    mutating func markFilled(_ id: String) { filled.insert(id) }

    /// Adds the tokens and what holds them.
    mutating func fill(into builder: inout InventoryBuilder) {
        for slot in slots where filled.insert(slot.id).inserted {
            let versions = Self.versions(of: slot)
            for (place, placed) in versions.enumerated() {
                let id = GitHubID.inferredToken(inSlot: slot.id, version: place + 1)
                var token = EntityFact(
                    id: id, kind: .token, name: "credential in \(slot.name ?? slot.id)", provenance: slot.provenance)
                token.flags = .inferred
                token.provider = slot.provider
                builder.add(token)
                builder.add(
                    RelationFact(
                        .holds, from: slot.id, to: id, valid: placed, evidence: .inferred,
                        provenance: slot.provenance))
            }
        }
    }

    /// When each known version lay in the slot: since it was made, and since it was last changed.
    private static func versions(of slot: EntityFact) -> [Interval] {
        guard let changed = slot.rotated else { return [Interval(slot.created ?? .beginning, .never)] }
        guard let created = slot.created, created < changed else { return [Interval(changed, .never)] }
        return [Interval(created, changed), Interval(changed, .never)]
    }
}
