@testable import Inventory

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
        let held = HeldWord.table.map { "`\($0.word)` (`\($0.query)`)" }.joined(separator: ", ")
        let ready = (ReadyQuery.table + QueryTemplate.ready).map { [$0.name, $0.explanation, "`\($0.text)`"] }
        let joints = QueryStep.joints.compactMap { $0.row?.words(count: 2) }.joined(separator: ", ")
        return GeneratedDocument(
            name: "query.md",
            text: """
                # The query language

                Written by the tables in `Sources/Inventory/Query`. The console's filter (`/`) and `--filter` take the same queries.

                - A bare word matches names, whatever the case; `"two words"` are one text.
                - `field:value` is the value, or one of several (`kind:token,secret`); `field~text` contains it; `field~/pattern/` matches it.
                - `field:none` and `field:any` ask whether there is a value. `<`, `<=`, `>`, `>=` and `!=` compare times, lengths of time and numbers.
                - A length of time (`30d`, `12h`, `1y`; s, m, h, d, w, mo, y) counts from now: `used>90d` is more than 90 days ago, `expires<30d` is before 30 days from now.
                - A time is a year, a month, a day (`2026-03-14`), a day without its year (`03-14`: the last such, or the next for what \
                lies ahead), a moment, or `now`.
                - Terms side by side must all match; `or` and parentheses group; `-term` or `not term` negates.
                - Any other field is looked up among the entity's attributes: `label:self-hosted`, `trigger:pull_request_target`.
                - What is not known matches neither a term nor its negation.

                ## Fields

                \(table(["field", "also", "meaning", "example"], fields))
                Flags for `is:`: \(flags).

                Words for `held:`, as tables show them: \(held).

                Kinds go by their names for one or several, and by the short and other names in [the vocabulary](vocabulary.md).

                ## Words

                \(table(["word", "meaning"], states))
                A name that contains such a word is found by `name~live` or `"live"`.

                Names look alike when only case, letters of other scripts, what is not seen, `0` for O, or `1`, `l` and a capital I tell \
                them apart (after Unicode Technical Standard 39). Compared are names of one kind: of organizations, people, repositories, \
                actions and packages everywhere, of others within what they belong to. Versions of one action are one name, and runs are \
                called like their jobs. Also found is a word that mixes Latin letters with Greek, Cyrillic or others that look like them. \
                Case twins are found too where GitHub takes both for one; the entity's page says so.

                ## Paths

                A path is a chain of kinds joined by arrows: `runner[self-hosted] -> job -> token[age>90d]` finds the tokens older than \
                90 days that jobs on self-hosted runners get at.

                - What is listed stands at the end of the path, or where `@` stands: `runner -> @job -> token` lists the jobs.
                - An element is a kind, several (`job,run`), `nhi`, `*` for anything, or a quoted name; in brackets stands any query about it, \
                also another path. In brackets flags need no `is:`. `token[age>90d]` alone is `kind:token age>90d`.
                - `->` is one step in the direction in which control flows: whoever holds the left side gains the right one. Only relations \
                that give control count, at whatever time, guarded or not. What only connects may be left unnamed on the way: \(joints). So \
                `job -> token` also finds what a job gets from a slot, or from a slot of its environment.
                - `<-` is the same step backwards. `->>` and `<<-` are one step or more, through anything.
                - `-[reads]->`, `-[reads,holds]->` and `<-[reads]-` are one relation of these names, from its near to its far end as \
                [the vocabulary](vocabulary.md) has it, whether it gives control or not; `-[*]->` is any one relation. `-[holds]->>` repeats.
                - A path is a term like any other: `runner -> job name~deploy`, `kind:token -(job -> token)`.

                ## Ready queries

                In the console `!` lists them, with those that you saved or [configured](configuration.md). In a query the name stands for \
                the query, with a dash for whatever is neither letter nor digit: `%no-use-recorded owner:platform`, `-%admin`. A name that no query has is an error. A saved query may have blanks, `owner:{owner}`, that the selected entity fills in ([configuration](configuration.md)).

                \(table(["name", "what it finds", "query"], ready))
                A query answers by what sources record. What it passes over stands beside its list: how many more there would be if a source recorded what it
                compares (`8 more have no recorded age: -age>0d lists them`); where it asks for what has no use recorded, of how many one is; and where nothing is
                found, which kinds the sources do not name. It stands below the list in the console, among the notes of its text twin, and with `--filter` on standard
                error.

                ## Sorting

                `--sort COLUMN`, `-COLUMN` for descending: \(columns).

                """)
    }
}
