import Inventory

/// A row as the JSON element that says the same, for what the fast lane does not read.
struct CSVRow {
    private let header: CSVHeader

    init(_ header: CSVHeader) { self.header = header }

    /// The element; nil when it cannot be made.
    func element(_ columns: [String]) -> JSONDocument? {
        var fields: [Int: String] = [:]
        var properties: [String] = []
        for (column, text) in zip(header.columns, columns) where !text.isEmpty {
            if let field = column.field, propertyName(field) == nil {
                fields[field] = text
            } else {
                let name = column.field.flatMap(propertyName) ?? column.name
                properties.append("\(Self.quoted(name)):\(Self.quoted(text))")
            }
        }
        let rest = "\"properties\":{\(properties.joined(separator: ","))}"
        let text = header.table == .nodes ? node(fields) + rest : edge(fields) + rest
        return try? JSONDocument(parsing: Array("{\(text)}".utf8))
    }

    private func propertyName(_ field: Int) -> String? {
        header.table == .nodes
            ? OpenGraphNodeField(rawValue: field)?.property?.name : OpenGraphEdgeField(rawValue: field)?.property?.name
    }

    private func node(_ fields: [Int: String]) -> String {
        let kinds = CSVKinds.split(fields[OpenGraphNodeField.kind.rawValue] ?? "").map(Self.quoted)
        return "\"id\":\(Self.quoted(fields[OpenGraphNodeField.id.rawValue] ?? "")),"
            + "\"kinds\":[\(kinds.joined(separator: ","))],"
    }

    private func edge(_ fields: [Int: String]) -> String {
        func end(_ field: OpenGraphEdgeField) -> String { "{\"value\":\(Self.quoted(fields[field.rawValue] ?? ""))}" }
        let kind = header.hasKind ? fields[OpenGraphEdgeField.kind.rawValue] ?? "" : CSVKinds.edgeWithoutKind
        return "\"start\":\(end(.start)),\"end\":\(end(.end)),\"kind\":\(Self.quoted(kind)),"
    }

    /// The text as a JSON string.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted.unicodeScalars.append("\\")
                quoted.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

/// What tables call kinds.
enum CSVKinds {
    /// The kind of edges in a table that has no column for it.
    static let edgeWithoutKind = "related_to"

    /// The kinds in a cell: some tools write several, with semicolons between them.
    static func split(_ text: String) -> [String] { text.split(separator: ";").map(String.init) }
}
