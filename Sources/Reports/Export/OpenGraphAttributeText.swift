import Inventory

/// What attributes become in an OpenGraph document: a property each where that reads back as the same attribute, and
/// otherwise a list of names and values in one property.
enum OpenGraphAttributeText {
    /// BloodHound refuses these names, or writes over them.
    private static let reserved: Set<String> = ["objectid", "lastseen", "reconcile"]

    /// The properties; `taken` are names that mean something else.
    static func properties(_ attributes: [Attribute], taken: Set<String>) -> [(String, JSONText)] {
        if attributes.isEmpty { return [] }
        var names: [String] = []
        var values: [String: [String]] = [:]
        for attribute in attributes {
            if values[attribute.name] == nil { names.append(attribute.name) }
            values[attribute.name, default: []].append(attribute.value)
        }
        var properties: [(String, JSONText)] = []
        var pairs: [JSONText] = []
        for name in names {
            let values = values[name] ?? []
            if !taken.contains(name), isPlain(name), let value = property(name, values) {
                properties.append((name, value))
            } else {
                for value in values { pairs += [.string(name), .string(value)] }
            }
        }
        return properties + (pairs.isEmpty ? [] : [("firebreak_attributes", .array(pairs))])
    }

    /// The value of one property; nil where it would be read as something else.
    private static func property(_ name: String, _ values: [String]) -> JSONText? {
        guard values.count > 1 else {
            switch values.first {
            case nil, "": return nil
            case "true": return true
            case "false": return false
            // Lists and objects in a text are looked into when it is read.
            case let value?: return value.hasPrefix("{") || value.hasPrefix("[") ? nil : .string(value)
            }
        }
        // A list called `labels` is read as several of `label`.
        let isPlural = name.count > 2 && name.hasSuffix("s") && !name.hasSuffix("ss")
        return isPlural || values.contains("") ? nil : .array(values.map(JSONText.string))
    }

    /// Whether it is a name that BloodHound keeps as it is, and that is not passed over when it is read.
    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), !reserved.contains(name) else { return false }
        if name.hasPrefix("query_") || name.hasPrefix("firebreak_") { return false }
        return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}
