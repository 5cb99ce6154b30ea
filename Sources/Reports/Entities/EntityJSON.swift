import Inventory
import Reach

extension JSONText {
    /// `{"id","short_id","kind","name"}`.
    static func brief(_ entity: Entity) -> JSONText { .object(naming(entity)) }

    /// What every object that is about an entity begins with.
    static func naming(_ entity: Entity) -> [(String, JSONText)] {
        [
            ("id", JSONText(entity.id)), ("short_id", .string(entity.shortID)), ("kind", JSONText(entity.kindName)),
            ("name", JSONText(entity.name)),
        ]
    }

    /// An entity as `inventory` and `show` print it: times in epoch seconds, unknown ones null.
    static func full(_ entity: Entity, exposure: Exposure? = nil) -> JSONText {
        .object(
            naming(entity) + [
                ("provider", JSONText(entity.provider)), ("parent", JSONText(entity.parent?.id)),
                ("owner", JSONText(entity.owner)),
                ("privilege", entity.privilege.map { .integer(Int64($0)) } ?? .null),
                ("created_at", JSONText(entity.created)), ("issued_at", JSONText(entity.issued)),
                ("rotated_at", JSONText(entity.rotated)), ("last_used_at", JSONText(entity.lastUsed)),
                ("expires_at", JSONText(entity.expires)), ("revoked_at", JSONText(entity.revoked)),
                ("flags", .array(entity.flags.names.map(JSONText.string))),
                ("attributes", attributes(entity.attributes)),
            ] + (exposure.map { [("exposure", $0.json)] } ?? []))
    }

    /// Attributes by name, in the order of their first occurrence; a name that occurs more than once becomes an array.
    static func attributes(_ attributes: [Attribute]) -> JSONText {
        var names: [String] = []
        var values: [String: [String]] = [:]
        for attribute in attributes {
            if values[attribute.name] == nil { names.append(attribute.name) }
            if values[attribute.name]?.contains(attribute.value) != true {
                values[attribute.name, default: []].append(attribute.value)
            }
        }
        return .object(
            names.map { name in
                let all = (values[name] ?? []).map(JSONText.string)
                return (name, all.count == 1 ? all[0] : .array(all))
            })
    }

    static func provenance(_ provenance: [Provenance], in inventory: Inventory) -> JSONText {
        .array(
            provenance.map { place in
                .object([
                    ("source", JSONText(inventory.sourcePath(place))), ("location", JSONText(place.location)),
                ])
            })
    }
}

extension Inventory {
    /// The path of the source that `provenance` names.
    public func sourcePath(_ provenance: Provenance) -> String {
        sources.indices.contains(provenance.source) ? sources[provenance.source].path : "unknown source"
    }

    /// The source and the place in it: `web/ci.yml:L12`.
    public func place(_ provenance: Provenance) -> String {
        let path = sourcePath(provenance)
        return provenance.location.isEmpty ? path : "\(path):\(provenance.location)"
    }
}
