import Inventory

/// Finds the nodes that edges name by something else than their id. Only nodes of the same document are found so.
struct OpenGraphEnds {
    /// What one end of an edge names.
    enum Match {
        /// A node with this id, which may be in another file.
        case id(String)
        /// No node, or more than one; in words.
        case nothing(named: String)
        case several(named: String, count: Int)
        /// Not something that names a node; what is wrong.
        case malformed(String)
    }

    private let nodes: JSONValue?
    /// Ids by property and value, made when first asked for.
    private var indices: [String: [String: [String]]] = [:]

    init(nodes: JSONValue?) { self.nodes = nodes }

    /// Whether both ends of an edge name their nodes by id, or not at all: then no other node has to be known.
    static func areByID(_ edge: JSONValue) -> Bool {
        ["start", "end"].allSatisfy { end in
            let match = edge[end]?["match_by"]?.string
            return match != "name" && match != "property"
        }
    }

    /// The node that `end` names.
    mutating func match(_ end: JSONValue?) -> Match {
        guard let end else { return .malformed("is missing") }
        // Some writers leave the object out and write the id alone.
        if let id = end.text { return id.isEmpty ? .malformed("is empty") : .id(SecretText.redactedID(id)) }
        guard end.kind == .object else { return .malformed("has to be an object with a value") }
        switch end["match_by"]?.string ?? "id" {
        case "property": return matchProperties(end)
        case "name":
            guard let name = end["value"]?.text, !name.isEmpty else { return .malformed("needs a value, as a string") }
            // BloodHound writes names in upper case.
            return one(
                of: filtered(ids(where: "name", is: Self.key(name.lowercased()), folding: true), by: end),
                named: "name = \(name)")
        case "id":
            guard let id = end["value"]?.text, !id.isEmpty else { return .malformed("needs a value, as a string") }
            return .id(SecretText.redactedID(id))
        default: return .malformed("matches by something else than id, name or property")
        }
    }

    private mutating func matchProperties(_ end: JSONValue) -> Match {
        guard let matchers = end["property_matchers"], matchers.count > 0, matchers.kind == .array else {
            return .malformed("needs property_matchers")
        }
        var found: [String]?
        var names: [String] = []
        for matcher in matchers.elements {
            guard let key = matcher["key"]?.string, let value = matcher["value"], let wanted = Self.key(value) else {
                return .malformed("has a matcher without a key or value")
            }
            guard ["equals", nil].contains(matcher["operator"]?.string) else {
                return .malformed("has a matcher that is not equals")
            }
            names.append("\(key) = \(value.lenientText.known ?? "")")
            let ids = ids(where: key, is: wanted, folding: false)
            found = found.map { known in known.filter(Set(ids).contains) } ?? ids
        }
        return one(of: filtered(found ?? [], by: end), named: names.joined(separator: ", "))
    }

    private func one(of ids: [String], named name: String) -> Match {
        switch ids.count {
        case 0: .nothing(named: OpenGraphAttributes.bounded(name))
        case 1: .id(SecretText.redactedID(ids[0]))
        default: .several(named: OpenGraphAttributes.bounded(name), count: ids.count)
        }
    }

    /// Those of `ids` whose node has the kind that the end asks for.
    private mutating func filtered(_ ids: [String], by end: JSONValue) -> [String] {
        guard let kind = end["kind"]?.string, !kind.isEmpty, !ids.isEmpty else { return ids }
        return ids.filter(Set(index(of: .kinds)[kind] ?? []).contains)
    }

    private mutating func ids(where key: String, is value: String, folding: Bool) -> [String] {
        index(of: .property(key, folding: folding))[value] ?? []
    }

    private enum Subject {
        case kinds
        case property(String, folding: Bool)

        var name: String {
            switch self {
            case .kinds: "kinds"
            case .property(let key, let folding): "\(folding)/\(key)"
            }
        }
    }

    private mutating func index(of subject: Subject) -> [String: [String]] {
        if let index = indices[subject.name] { return index }
        var index: [String: [String]] = [:]
        var seen: Set<String> = []
        for node in nodes?.elements.lazy.filter({ $0.kind == .object }) ?? [] {
            guard let id = node["id"]?.text else { continue }
            switch subject {
            case .kinds:
                for kind in node["kinds"]?.elements.compactMap(\.string) ?? [] { index[kind, default: []].append(id) }
            case .property(let key, let folding):
                let value = node["properties"]?[key] ?? (key == "objectid" ? node["id"] : nil)
                guard var value = value.flatMap(Self.key), seen.insert(id).inserted else { continue }
                if folding { value = value.lowercased() }
                index[value, default: []].append(id)
            }
        }
        indices[subject.name] = index
        return index
    }

    /// A value as text that keeps numbers, booleans and strings apart.
    private static func key(_ value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string.map(key)
        case .number: value.text.map { "number \($0)" }
        case .bool: value.bool.map { "boolean \($0)" }
        default: nil
        }
    }

    private static func key(_ text: String) -> String { "text \(text)" }
}
