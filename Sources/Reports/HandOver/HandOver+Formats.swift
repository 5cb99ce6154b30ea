extension HandOver {
    /// What the report is written as.
    public enum Format: String, Sendable, CaseIterable {
        case markdown, html, json, csv
    }

    /// One of the texts that the report consists of.
    public struct Part: Sendable {
        /// The name of the table that it holds; empty for the whole report.
        public let name: String
        fileprivate let content: @Sendable (inout TextPieces) -> Void

        /// Hands the text on in pieces.
        public func write(to write: @escaping (String) -> Void) {
            var pieces = TextPieces(write)
            content(&pieces)
            pieces.flush()
        }
    }

    /// The texts to write: one, or for comma-separated values one for each table.
    public func parts(as format: Format) -> [Part] {
        switch format {
        case .markdown: [Part(name: "") { writeMarkdown(to: &$0) }]
        case .html: [Part(name: "") { HandOverPage(self).write(to: &$0) }]
        case .json: [Part(name: "") { writeJSON(to: &$0) }]
        case .csv: tables.map { table in Part(name: table.name) { Self.write(table, to: &$0) } } + [figurePart]
        }
    }

    /// The names of the tables, which never depend on what the case holds, but for the one that only guards make.
    private var figurePart: Part {
        Part(name: "figures") { pieces in
            pieces.append(CSVText.row(["figure", "count", "meaning"]))
            for figure in figures { pieces.append(CSVText.row([figure.name, String(figure.count), figure.meaning])) }
        }
    }

    private static func write(_ table: ReportTable, to pieces: inout TextPieces) {
        pieces.append(CSVText.row(table.columns.map(\.name)))
        for row in table.rows { pieces.append(CSVText.row(row.map(\.csv))) }
    }

    /// `firebreak.handover/1`.
    private func writeJSON(to pieces: inout TextPieces) {
        let head: [(String, JSONText)] = [
            ("schema", "firebreak.handover/1"), ("title", .string(title)), ("identifier", .string(record.identifier)),
            ("journal_head", .string(record.head)), ("journal_entries", JSONText(record.entries.count)),
            ("at", JSONText(at)), ("warnings", .array(warnings.map(JSONText.string))),
            ("figures", .object(figures.map { ($0.name, JSONText($0.count)) })),
        ]
        pieces.append(head: head, list: "tables")
        for (number, table) in tables.enumerated() {
            if number > 0 { pieces.append(",") }
            pieces.append(
                head: [
                    ("name", .string(table.name)), ("title", .string(table.title)),
                    ("total", JSONText(table.rows.count)),
                ],
                list: "rows")
            for (place, row) in table.rows.enumerated() {
                if place > 0 { pieces.append(",") }
                pieces.append(.object(zip(table.columns, row).map { ($0.name, $1.json) }))
            }
            pieces.append("]}")
        }
        pieces.append("]}\n")
    }

    private func writeMarkdown(to pieces: inout TextPieces) {
        pieces.append("# \(MarkdownText.plain(title))\n\n")
        for warning in warnings { pieces.append("> **Attention:** \(MarkdownText.plain(warning))\n\n") }
        for fact in facts { pieces.append("- \(fact.title): \(MarkdownText.plain(fact.value))\n") }
        if !figures.isEmpty {
            pieces.append("\n## In numbers\n\n" + MarkdownText.head(["Figure", "Count", "Meaning"]))
            for figure in figures {
                pieces.append(MarkdownText.row([figure.title, String(figure.count), figure.meaning]))
            }
        }
        pieces.append("\n" + Self.glossary.map { "- \($0)\n" }.joined())
        for section in sections {
            pieces.append("\n## \(section.title)\n")
            for paragraph in section.paragraphs { pieces.append("\n\(MarkdownText.plain(paragraph))\n") }
            for table in section.tables { writeMarkdown(table, to: &pieces) }
        }
    }

    private func writeMarkdown(_ table: ReportTable, to pieces: inout TextPieces) {
        guard !table.rows.isEmpty else { return pieces.append("\n\(table.title): none.\n") }
        pieces.append("\n**\(table.title)** (\(table.rows.count))\n\n" + MarkdownText.head(table.columns.map(\.title)))
        for row in table.rows.prefix(ReportTable.longest) {
            pieces.append(MarkdownText.row(row.map { MarkdownText.plain($0.words) }))
        }
        if let more = table.further { pieces.append("\n\(more)\n") }
    }
}

extension ReportTable {
    /// How many rows more there are than a report shows, in words; nil where it shows all.
    var further: String? {
        rows.count > Self.longest
            ? "\(rows.count - Self.longest) more rows are in the table '\(name)' of the forms json and csv." : nil
    }
}
