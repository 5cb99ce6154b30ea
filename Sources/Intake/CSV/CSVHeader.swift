/// The first line of a table, when it says that the table is one of nodes or of edges.
struct CSVHeader {
    /// What a row is.
    enum Table {
        case nodes, edges
    }

    let table: Table
    /// For each column its name, and its field among those of the table's rows; nil for what becomes an attribute.
    let columns: [(field: Int?, name: String)]
    let delimiter: UInt8
    /// Where the first row starts, in bytes.
    let length: Int
    /// Whether a column says what each row is.
    var hasKind: Bool {
        table == .edges
            ? has(OpenGraphEdgeField.kind.rawValue)
            : has(OpenGraphNodeField.kind.rawValue) || has(OpenGraphNodeField.firebreakKind.rawValue)
    }
    /// Whether a column says of each edge if control flows along it.
    var saysTraversable: Bool { has(OpenGraphEdgeField.traversable.rawValue) }

    /// Nil when the text that starts with `head` is no such table, or its first line does not end in it.
    init?(_ head: [UInt8]) {
        let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let end = head[mark...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let line = head[mark..<end]
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            guard let names = CSVLine.columns(line, delimiter: delimiter), names.count > 1 else { continue }
            let plain = names.map(Self.plain)
            guard let (table, fields) = Self.fields(plain) else { continue }
            self.table = table
            self.delimiter = delimiter
            length = end + 1
            var seen: Set<String> = []
            columns = zip(fields, names).enumerated().map { number, column in
                // A name that comes again is another column.
                (column.0, seen.insert(Self.plain(column.1)).inserted ? column.1 : "\(column.1) (column \(number + 1))")
            }
            return
        }
        return nil
    }

    private func has(_ field: Int) -> Bool { columns.contains { $0.field == field } }

    /// The name in lower case, without the types and groups that some tools write behind it: `since:int`, `:ID(Person)`.
    private static func plain(_ name: String) -> String {
        var name = name.drop { $0.isWhitespace }
        while name.last?.isWhitespace == true { name = name.dropLast() }
        if name.last == ")", let group = name.firstIndex(of: "(") { name = name[..<group] }
        if let colon = name.firstIndex(of: ":") {
            let type = name[colon...].lowercased()
            if [":id", ":start_id", ":end_id", ":label", ":type"].contains(type) { return type }
            if colon > name.startIndex { name = name[..<colon] }
        }
        return String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    private static func fields(_ names: [String]) -> (table: Table, fields: [Int?])? {
        var fields = [Int?](repeating: nil, count: names.count)
        func place(_ field: Int, _ synonyms: [String]) {
            for synonym in synonyms {
                guard let column = names.indices.first(where: { names[$0] == synonym && fields[$0] == nil })
                else { continue }
                fields[column] = field
                return
            }
        }
        if let ends = CSVColumns.ends.first(where: { names.contains($0.start) && names.contains($0.end) }) {
            place(OpenGraphEdgeField.start.rawValue, [ends.start])
            place(OpenGraphEdgeField.end.rawValue, [ends.end])
            for row in CSVColumns.edges { place(row.field.rawValue, row.names) }
            return (.edges, fields)
        }
        for row in CSVColumns.nodes { place(row.field.rawValue, row.names) }
        return fields.contains(OpenGraphNodeField.id.rawValue) ? (.nodes, fields) : nil
    }
}
