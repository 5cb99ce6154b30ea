import Inventory
import PlainText

/// A list of entities, for standard output.
public struct InventoryReport {
    private let inventory: Inventory
    private let entities: [Int]
    private let total: Int

    /// The entities to print, in their order; `total` is how many there were before any limit.
    public init(_ inventory: Inventory, entities: [Int], total: Int) {
        self.inventory = inventory
        self.entities = entities
        self.total = total
    }

    /// `firebreak.inventory/1`.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.inventory/1"), ("total", JSONText(total)),
            ("entities", .array(entities.map { .full(inventory.entity(at: $0)) })),
        ]).line
    }

    /// A row an entity, all columns.
    public var csv: String {
        var csv = CSVText(header: [
            "id", "kind", "name", "provider", "parent", "owner", "privilege", "issued_at", "rotated_at", "last_used_at",
            "expires_at", "revoked_at", "flags",
        ])
        for index in entities {
            let entity = inventory.entity(at: index)
            csv.append([
                entity.id, entity.kindName, entity.name, entity.provider ?? "", entity.parent?.id ?? "",
                entity.owner ?? "", entity.privilege.map { String($0) } ?? "", entity.issued?.iso8601 ?? "",
                entity.rotated?.iso8601 ?? "", entity.lastUsed?.iso8601 ?? "", entity.expires?.iso8601 ?? "",
                entity.revoked?.iso8601 ?? "", entity.flags.names.joined(separator: " "),
            ])
        }
        return csv.text
    }

    /// The columns that people look for first.
    public var table: String {
        var table = ColumnText([
            .init(title: "KIND"), .init(title: "NAME", limit: 60), .init(title: "OWNER", limit: 24),
            .init(title: "LAST USED"), .init(title: "EXPIRES"), .init(title: "FLAGS"), .init(title: "ID", limit: 100),
        ])
        for index in entities {
            let entity = inventory.entity(at: index)
            table.append([
                entity.kindName, entity.name, entity.owner ?? "–", entity.lastUsed?.dayText ?? "–",
                (entity.revoked ?? entity.expires)?.dayText ?? "–", entity.flags.names.joined(separator: " "),
                entity.id,
            ])
        }
        return table.text + "\(entities.count) of \(total)\n"
    }
}
