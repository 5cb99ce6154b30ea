import Inventory
import PlainText
import Reach

/// A list of entities, for standard output.
public struct InventoryReport {
    private let inventory: Inventory
    private let entities: [Int]
    private let total: Int
    private let exposures: ExposureRank?

    /// The entities to print, in their order; `total` is how many there were before any limit. Exposures are printed
    /// where they are given.
    public init(_ inventory: Inventory, entities: [Int], total: Int, exposures: ExposureRank? = nil) {
        self.exposures = exposures
        self.inventory = inventory
        self.entities = entities
        self.total = total
    }

    /// `firebreak.inventory/1`.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.inventory/1"), ("total", JSONText(total)),
            ("entities", .array(entities.map { .full(inventory.entity(at: $0), exposure: exposures?[$0]) })),
        ]).line
    }

    /// A row an entity, all columns.
    public var csv: String {
        var csv = CSVText(
            header: [
                "id", "short_id", "kind", "name", "provider", "parent", "owner", "privilege", "issued_at", "rotated_at",
                "last_used_at",
                "expires_at", "revoked_at", "flags",
            ] + (exposures == nil ? [] : ["exposure", "exposure_exact"]))
        for index in entities {
            let entity = inventory.entity(at: index)
            csv.append(
                [
                    entity.id, entity.shortID, entity.kindName, entity.name, entity.provider ?? "",
                    entity.parent?.id ?? "",
                    entity.owner ?? "", entity.privilege.map { String($0) } ?? "", entity.issued?.iso8601 ?? "",
                    entity.rotated?.iso8601 ?? "", entity.lastUsed?.iso8601 ?? "", entity.expires?.iso8601 ?? "",
                    entity.revoked?.iso8601 ?? "", entity.flags.names.joined(separator: " "),
                ] + (exposures?[index].map { [String($0.count), String($0.isExact)] } ?? []))
        }
        return csv.text
    }

    /// The columns that people look for first.
    public var table: String {
        let exposure = exposures == nil ? [] : [ColumnText.Column(title: "EXPOSURE", alignment: .right)]
        var table = ColumnText(
            [.init(title: "KIND"), .init(title: "NAME", limit: 60), .init(title: "SHORT")] + exposure + [
                .init(title: "OWNER", limit: 24),
                .init(title: "LAST USED"), .init(title: "EXPIRES"), .init(title: "FLAGS"),
                .init(title: "ID", limit: 100),
            ])
        for index in entities {
            let entity = inventory.entity(at: index)
            table.append(
                [
                    entity.kindName, entity.name, entity.shortID,
                ] + (exposures?[index].map { [$0.text] } ?? []) + [
                    entity.owner ?? "–", entity.lastUsed?.dayText ?? "–",
                    (entity.revoked ?? entity.expires)?.dayText ?? "–", entity.flags.names.joined(separator: " "),
                    entity.id,
                ])
        }
        return table.text + "\(entities.count) of \(total)\n"
    }
}

extension Exposure {
    /// The number, marked where it is an estimate.
    var text: String { (isExact ? "" : "≈") + String(count) }

    /// `{"count","exact","standard_error"}`: the error is a number of entities, 0 where the count is exact.
    var json: JSONText {
        .object([
            ("count", JSONText(count)), ("exact", .bool(isExact)),
            ("standard_error", JSONText(errorInEntities)),
        ])
    }
}
