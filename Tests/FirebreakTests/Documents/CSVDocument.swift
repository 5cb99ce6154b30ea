@testable import Intake
import Inventory

extension GeneratedDocument {
    /// How tables of nodes and edges are read.
    static var csv: GeneratedDocument {
        func names(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
        let nodes = CSVColumns.nodes.map { row in
            [row.field.property.map { "`\($0.name)`" } ?? (row.field == .id ? "the id" : "the kind"), names(row.names)]
        }
        let edges = CSVColumns.edges.map { row in
            [row.field.property.map { "`\($0.name)`" } ?? "the kind", names(row.names)]
        }
        let ends = CSVColumns.ends.map { ["`\($0.start)`", "`\($0.end)`"] }
        let kinds = EntityKind.table.map { row in
            let others = CSVColumns.kinds.filter { $0.value == row.kind && $0.key != row.name }.keys.sorted()
            return ["`\(row.name)`", names(others)]
        }
        return GeneratedDocument(
            name: "csv.md",
            text: """
                # Tables of nodes and edges

                Written by the tables in `Sources/Intake/CSV`. A graph as CSV is two files or more: tables of nodes and tables of edges, in \
                any order, told apart by the names in their first line and not by what the files are called. Ids join them, also with \
                files in other formats.

                - Comma, semicolon or tab; quotes, line ends in quotes and doubled quotes as in RFC 4180; LF or CRLF; UTF-8.
                - Upper and lower case, blanks and dashes in column names make no difference; types as in `name:string` or `:ID(Person)` are passed over.
                - A table with two ends is one of edges; one with an id and no ends is one of nodes. In a folder, only files that end in `.csv` or \
                `.tsv` and have a column for the kind are taken for such tables.
                - Rows with too few or too many columns are read and noted; rows without an id or an end are left out and noted.
                - Times are ISO 8601, or seconds or milliseconds since 1970. An empty cell says nothing; the greatest number of 32 or 64 bits \
                (4294967295) is no end.
                - A fact's place is its line: `L12`.

                ## Tables of nodes

                \(table(["what", "columns, the surest first"], nodes))
                ## Tables of edges

                The two ends are the first of these pairs that is there; what is left of them may be something else, such as the times `from` and `until`.

                \(table(["start", "end"], ends))
                \(table(["what", "columns, the surest first"], edges))
                What the properties mean stands in [opengraph.md](opengraph.md). Every other column is kept as an attribute, except what may hold a secret value.

                ## Kinds

                A node's kind is one of these names; any other is kept as it is.

                \(table(["kind", "also called"], kinds))
                An edge whose kind is a relation of [the vocabulary](vocabulary.md) in lower snake case means what its row says. Other kinds keep their \
                names, and `traversable` says whether control flows along the edge. A table of edges without that column says nothing about it: there \
                control is taken to flow along every edge of a kind that the vocabulary does not have, since what is unknown must not look safe, and the \
                import says so.
                """ + "\n")
    }
}
