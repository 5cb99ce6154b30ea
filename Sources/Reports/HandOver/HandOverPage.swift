/// The report as one page that needs nothing else: no script, nothing from any network. It can be read on a telephone,
/// by a screen reader, in the dark and on paper.
struct HandOverPage {
    private let report: HandOver

    init(_ report: HandOver) { self.report = report }

    func write(to pieces: inout TextPieces) {
        let title = SVGText.escaped(report.title)
        pieces.append(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="referrer" content="no-referrer"/>
            <title>\(title)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <a class="skip" href="#content">To the content</a>
            <header>
            <h1>\(title)</h1>

            """)
        for warning in report.warnings {
            pieces.append("<p class=\"warning\"><strong>Attention:</strong> \(SVGText.escaped(warning))</p>\n")
        }
        pieces.append("<dl class=\"facts\">\n")
        for fact in report.facts {
            pieces.append("<div><dt>\(fact.title)</dt><dd>\(SVGText.escaped(fact.value))</dd></div>\n")
        }
        pieces.append("</dl>\n</header>\n<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n")
        for section in report.sections {
            pieces.append("<li><a href=\"#\(section.name)\">\(section.title)</a></li>\n")
        }
        pieces.append("</ol>\n</nav>\n<main id=\"content\">\n")
        writeFigures(to: &pieces)
        for section in report.sections { write(section, to: &pieces) }
        pieces.append("</main>\n<footer>\n<p>Journal head \(report.record.head)</p>\n</footer>\n</body>\n</html>\n")
    }

    private func writeFigures(to pieces: inout TextPieces) {
        pieces.append("<section aria-labelledby=\"numbers\">\n<h2 id=\"numbers\">In numbers</h2>\n")
        if !report.figures.isEmpty {
            pieces.append("<dl class=\"figures\">\n")
            for figure in report.figures {
                pieces.append(
                    "<div><dt>\(figure.title)</dt>"
                        + "<dd><b>\(figure.count)</b> <span>\(figure.meaning)</span></dd></div>\n"
                )
            }
            pieces.append("</dl>\n")
        }
        pieces.append("<ul class=\"glossary\">\n")
        for words in HandOver.glossary { pieces.append("<li>\(SVGText.escaped(words))</li>\n") }
        pieces.append("</ul>\n</section>\n")
    }

    private func write(_ section: HandOver.Section, to pieces: inout TextPieces) {
        pieces.append(
            "<section aria-labelledby=\"\(section.name)\">\n<h2 id=\"\(section.name)\">\(section.title)</h2>\n")
        for paragraph in section.paragraphs { pieces.append("<p>\(SVGText.escaped(paragraph))</p>\n") }
        for table in section.tables { write(table, to: &pieces) }
        // Behind the tables, because on paper it needs more room than lines do.
        if let picture = section.picture {
            pieces.append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"When what was held\">\n")
            pieces.append(picture.svg)
            pieces.append("</div>\n")
        }
        pieces.append("</section>\n")
    }

    /// A table that becomes a list of cards where there is little room: roles keep it a table for screen readers.
    private func write(_ table: ReportTable, to pieces: inout TextPieces) {
        guard !table.rows.isEmpty else { return pieces.append("<p>\(table.title): none.</p>\n") }
        pieces.append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"\(table.title)\">\n")
        pieces.append("<table role=\"table\">\n<caption>\(table.title) (\(table.rows.count))</caption>\n")
        pieces.append("<thead role=\"rowgroup\"><tr role=\"row\">")
        for column in table.columns {
            pieces.append("<th role=\"columnheader\" scope=\"col\">\(column.title)</th>")
        }
        pieces.append("</tr></thead>\n<tbody role=\"rowgroup\">\n")
        for row in table.rows.prefix(ReportTable.longest) {
            pieces.append("<tr role=\"row\">")
            for (column, cell) in zip(table.columns, row) {
                pieces.append(
                    "<td role=\"cell\" class=\"\(column.name)\" data-label=\"\(column.title)\">"
                        + "\(SVGText.escaped(cell.words))</td>")
            }
            pieces.append("</tr>\n")
        }
        pieces.append("</tbody>\n</table>\n</div>\n")
        if let more = table.further { pieces.append("<p>\(SVGText.escaped(more))</p>\n") }
    }
}
