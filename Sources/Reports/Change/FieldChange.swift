import Inventory

/// One thing in which two sides differ, ready to print.
struct FieldChange {
    let name: String
    let old: JSONText
    let new: JSONText
    let words: String

    /// In what the two sides of a changed entity differ.
    static func all(_ change: EntityChange, in diff: InventoryDiff) -> [FieldChange] {
        let (before, after) = (diff.old.entity(at: change.old), diff.new.entity(at: change.new))
        let fields = change.fields.subtracting(.attributes).named.map { field, name in
            FieldChange(
                name: name, old: field.value(of: before), new: field.value(of: after),
                words: words(name, field.words(of: before), field.words(of: after)))
        }
        return fields + (change.fields.contains(.attributes) ? attributes(before.attributes, after.attributes) : [])
    }

    /// In what the two sides of a changed relation differ.
    static func all(_ change: RelationChange, in diff: InventoryDiff) -> [FieldChange] {
        let (before, after) = (diff.old.relation(at: change.old), diff.new.relation(at: change.new))
        let fields = change.fields.subtracting(.attributes).named.map { field, name in
            FieldChange(
                name: name, old: field.value(of: before), new: field.value(of: after),
                words: words(name, field.words(of: before), field.words(of: after)))
        }
        return fields + (change.fields.contains(.attributes) ? attributes(before.attributes, after.attributes) : [])
    }

    private static func attributes(_ old: [Attribute], _ new: [Attribute]) -> [FieldChange] {
        AttributeChange.all(old, new).map { change in
            FieldChange(
                name: "attributes.\(change.name)", old: AttributeChange.value(change.old),
                new: AttributeChange.value(change.new),
                words: words(
                    change.name, change.old.isEmpty ? nil : change.old.joined(separator: ", "),
                    change.new.isEmpty ? nil : change.new.joined(separator: ", ")))
        }
    }

    private static func words(_ name: String, _ old: String?, _ new: String?) -> String {
        "\(name) \(old ?? "none") → \(new ?? "none")"
    }

    var json: JSONText { .object([("name", JSONText(name)), ("old", old), ("new", new)]) }
}
