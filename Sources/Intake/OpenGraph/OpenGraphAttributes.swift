import Inventory

/// Turns properties that the vocabulary has no place for into attributes: flat, bounded, and without secret values.
struct OpenGraphAttributes {
    /// How many attributes one property may become.
    private static let countLimit = 256
    /// How long a value may be, in bytes.
    private static let lengthLimit = 4_096
    /// How deep JSON inside a property is looked into.
    private static let depthLimit = 3

    private(set) var all: [Attribute] = []

    /// Adds the property `name`. Query texts and fields that may hold a secret are left out.
    mutating func add(_ name: String, _ value: JSONValue) {
        if name.hasPrefix("query_") { return }
        if !Self.isHarmless(value), SecretFields.contains(name) { return }
        let first = all.count
        add(name, value, prefix: "", depth: 0, limit: first + Self.countLimit)
    }

    /// Adds an attribute of our own making.
    mutating func add(_ name: String, text: String) {
        guard !text.isEmpty else { return }
        all.append(Attribute(SecretText.redacted(name), MailText.masked(Self.bounded(text))))
    }

    /// Adds attributes that Firebreak wrote as a list, because no property can say them: a name, its value, and so on.
    mutating func add(pairs: JSONValue) {
        var name: String?
        for element in pairs.elements.prefix(2 * Self.countLimit) {
            let text = element.string ?? ""
            if let known = name {
                let isHarmless = ["true", "false", "read", "write", "admin", "none"].contains(text)
                if isHarmless || !SecretFields.contains(known) { add(known, text: text) }
                name = nil
            } else {
                name = text
            }
        }
    }

    /// `text` without credentials, cut when it is longer than anyone reads.
    static func bounded(_ text: String) -> String {
        // Cut twice: what the first cut leaves of a credential at its end, the second removes.
        let redacted = SecretText.redacted(text.utf8.count > 16 * lengthLimit ? cut(text, 16 * lengthLimit) : text)
        return redacted.utf8.count > lengthLimit ? cut(redacted, lengthLimit) + "…" : redacted
    }

    private static func cut(_ text: String, _ length: Int) -> String {
        String(decoding: text.utf8.prefix(length), as: UTF8.self)
    }

    private mutating func add(_ name: String, _ value: JSONValue, prefix: String, depth: Int, limit: Int) {
        guard all.count < limit else { return }
        switch value.kind {
        case .null: return
        case .bool, .number, .string:
            guard let text = value.lenientText.known else { return }
            if depth == 0, let inner = Self.json(in: text) {
                add(name, inner.root, prefix: "", depth: 1, limit: limit)
            } else {
                add(name, text: prefix + text)
            }
        case .array:
            guard depth < Self.depthLimit else { return }
            for element in value.elements {
                // Labels and the like are lists of names, or of objects that have one.
                let item = element["name"] ?? element
                add(
                    depth == 0 || prefix.isEmpty ? Self.singular(name) : name, item, prefix: prefix,
                    depth: depth + 1, limit: limit)
            }
        case .object:
            guard depth < Self.depthLimit else { return }
            for (key, member) in value.members where Self.isHarmless(member) || !SecretFields.contains(key) {
                let isNested = member.kind == .object || member.kind == .array
                add(
                    Self.singular(name), member, prefix: prefix + key + (isNested ? "." : ": "), depth: depth + 1,
                    limit: limit)
            }
        }
    }

    /// The document inside a string that holds a list or an object.
    private static func json(in text: String) -> JSONDocument? {
        guard let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            text.utf8.count <= 16 * lengthLimit
        else { return nil }
        return try? JSONDocument(parsing: Array(text.utf8))
    }

    /// Whether the value is no secret whatever its name is: yes or no, or a level of access as in `contents: write`.
    private static func isHarmless(_ value: JSONValue) -> Bool {
        value.bool != nil || ["read", "write", "admin", "none"].contains(value.string)
    }

    /// `labels` is one `label` each.
    private static func singular(_ name: String) -> String {
        name.count > 2 && name.hasSuffix("s") && !name.hasSuffix("ss") ? String(name.dropLast()) : name
    }
}
