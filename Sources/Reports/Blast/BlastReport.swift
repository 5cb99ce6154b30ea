import Inventory
import Reach

/// A blast radius, for standard output.
public struct BlastReport {
    let answer: BlastRadius
    let inventory: Inventory
    /// Entities that are live when code is rolled back and no credential is touched.
    let rollbackOnlyLive: Int

    /// A report on `answer`, with the figure that stands beside every answer.
    public init(_ answer: BlastRadius, in inventory: Inventory, rollbackOnlyLive: Int) {
        self.answer = answer
        self.inventory = inventory
        self.rollbackOnlyLive = rollbackOnlyLive
    }

    /// `firebreak.blast/1`: see docs/json.md.
    public var json: String {
        var text = ""
        writeJSON { text += $0 }
        return text
    }

    /// The same in pieces, so that a large answer is never in memory as text.
    public func writeJSON(to write: @escaping (String) -> Void) {
        var pieces = TextPieces(write)
        pieces.append(head: opening, list: "entities")
        for (place, held) in answer.entities.enumerated() {
            if place > 0 { pieces.append(",") }
            pieces.append(entity(held))
        }
        pieces.append("],")
        pieces.append(tail: [
            (
                "blind",
                .array(
                    inventory.blindSpots.map {
                        .object([("what", JSONText($0.what)), ("count", JSONText($0.count)), ("why", JSONText($0.why))])
                    })
            )
        ])
        pieces.flush()
    }

    /// What stands before the entities.
    private var opening: [(String, JSONText)] {
        let counts = answer.counts
        return [
            ("schema", "firebreak.blast/1"),
            (
                "seeds",
                .array(
                    answer.seeds.map { seed in
                        .object([
                            ("id", JSONText(inventory.entity(at: seed.entity).id)),
                            ("from", JSONText(seed.window.from)), ("until", JSONText(seed.window.until)),
                        ])
                    })
            ),
            ("at", JSONText(answer.question.at)), ("timeless", .bool(answer.question.timeless)),
            (
                "counts",
                .object([
                    ("reached", JSONText(counts.reached)), ("live", JSONText(counts.live)),
                    ("conditional", JSONText(counts.conditional)),
                    ("by_kind", histogram(counts.byKind, inventory.name(of:)) { $0.rawValue < $1.rawValue }),
                    ("by_plane", histogram(counts.byPlane, \.rawValue) { $0.rawValue < $1.rawValue }),
                    ("by_tier", histogram(counts.byTier, { String($0) }, by: <)),
                ])
            ),
            ("rollback_only", .object([("live", JSONText(rollbackOnlyLive))])),
        ]
    }

    private func entity(_ held: HeldEntity) -> JSONText {
        .object(
            JSONText.naming(held.entity) + [
                ("first_held", JSONText(held.firstHeld)),
                ("live", .bool(held.isLive)), ("conditional", .bool(held.isConditional)),
                ("used_since", JSONText(held.usedSince)), ("holdings", .array(held.holdings.map(JSONText.init))),
                ("tier", JSONText(held.tier)), ("plane", JSONText(held.plane?.rawValue)), ("hops", JSONText(held.hops)),
                (
                    "via",
                    held.via.map {
                        .object([("relation", JSONText($0.relation.kindName)), ("from", JSONText($0.from.id))])
                    } ?? .null
                ),
                ("confidence", JSONText(held.confidence.name)), ("renewable", .bool(held.isRenewable)),
            ])
    }

    private func histogram<Key: Hashable>(
        _ counts: [Key: Int], _ name: (Key) -> String, by order: (Key, Key) -> Bool
    ) -> JSONText {
        .object(counts.sorted { order($0.key, $1.key) }.map { (name($0.key), JSONText($0.value)) })
    }

    /// A row an entity, times in ISO 8601.
    public var csv: String {
        var text = ""
        writeCSV { text += $0 }
        return text
    }

    /// The same in pieces.
    public func writeCSV(to write: @escaping (String) -> Void) {
        var pieces = TextPieces(write)
        pieces.append(
            CSVText.row([
                "first_held", "until", "live", "conditional", "used_since", "tier", "plane", "kind", "name", "short_id",
                "id",
                "via",
                "from", "confidence",
            ]))
        for held in answer.entities {
            let entity = held.entity
            let via = held.via
            pieces.append(
                CSVText.row([
                    held.firstHeld.isBounded ? held.firstHeld.iso8601 : "",
                    held.heldUntil.isBounded ? held.heldUntil.iso8601 : "", held.isLive ? "yes" : "no",
                    held.isConditional ? "yes" : "no", held.usedSince.map { $0 ? "yes" : "no" } ?? "",
                    "\(held.tier)", held.plane?.rawValue ?? "", entity.kindName, entity.name, entity.shortID,
                    entity.id,
                    via?.relation.kindName ?? "", via?.from.id ?? "", held.confidence.name,
                ]))
        }
        pieces.flush()
    }
}
