import Inventory

extension GeneratedDocument {
    /// The query language.
    static var query: GeneratedDocument {
        let fields = QueryField.table.map { row in
            [
                "`\(row.name)`", row.aliases.map { "`\($0)`" }.joined(separator: " "), row.explanation,
                "`\(row.example)`",
            ]
        }
        let states = QueryState.table.map { ["`\($0.name)`", $0.explanation] }
        let flags = EntityFlags.table.map { "`\($0.name)`" }.joined(separator: ", ")
        let columns = EntityColumn.table.map { "`\($0.name)`" }.joined(separator: ", ")
        return GeneratedDocument(
            name: "query.md",
            text: """
                # The query language

                Written by the tables in `Sources/Inventory/Query`. The console's filter (`/`) and `--filter` take the same queries.

                - A bare word matches names, whatever the case; `"two words"` are one text.
                - `field:value` is the value, or one of several (`kind:token,secret`); `field~text` contains it; `field~/pattern/` matches it.
                - `field:none` and `field:any` ask whether there is a value. `<`, `<=`, `>`, `>=` and `!=` compare times, lengths of time and numbers.
                - A length of time (`30d`, `12h`, `1y`; s, m, h, d, w, mo, y) counts from now: `used>90d` is more than 90 days ago, `expires<30d` is before 30 days from now.
                - Terms side by side must all match; `or` and parentheses group; `-term` or `not term` negates.
                - Any other field is looked up among the entity's attributes: `label:self-hosted`, `trigger:pull_request_target`.
                - What is not known matches neither a term nor its negation.

                ## Fields

                \(table(["field", "also", "meaning", "example"], fields))
                Flags for `is:`: \(flags).

                ## Words

                \(table(["word", "meaning"], states))
                A name that contains such a word is found by `name~live` or `"live"`.

                ## Sorting

                `--sort COLUMN`, `-COLUMN` for descending: \(columns).

                """)
    }
}
