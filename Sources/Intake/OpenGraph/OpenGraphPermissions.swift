/// What a fine-grained token or an app installation may do, of what matters here.
///
/// GitHub's permission names; OpenHound and GitHound write them as JSON in a string, for tokens in two groups
/// (`{"repository": {"contents": "write"}}`), for installations in one.
struct OpenGraphPermissions {
    private var writes: Set<String> = []

    /// Nil when the property holds no such object.
    init?(_ property: JSONValue) {
        if let text = property.string {
            guard let document = try? JSONDocument(parsing: Array(text.utf8)), document.root.kind == .object
            else { return nil }
            collect(document.root)
        } else {
            guard property.kind == .object else { return nil }
            collect(property)
        }
    }

    private mutating func collect(_ object: JSONValue) {
        for (name, value) in object.members {
            if value.kind == .object {
                for (inner, level) in value.members where Self.isWrite(level) { writes.insert(inner) }
            } else if Self.isWrite(value) {
                writes.insert(name)
            }
        }
    }

    private static func isWrite(_ level: JSONValue) -> Bool { level.string == "write" || level.string == "admin" }

    /// The relation of the vocabulary that these permissions are to a thing of this kind; nil when they give no
    /// control.
    func relation(toKind kind: String) -> String? {
        if kind == "organization" { return writes.contains("organization_administration") ? "administers" : nil }
        if writes.contains("administration") { return "administers" }
        return writes.contains("contents") ? "can_write" : nil
    }
}
