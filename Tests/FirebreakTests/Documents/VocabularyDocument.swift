import Inventory

@testable import Console

extension GeneratedDocument {
    /// What else a kind may be called where it is typed.
    private static func others(of row: EntityKind.Row) -> String {
        let names = [row.short, row.plural] + row.aliases
        return names.filter { ![row.name, row.words(), row.words(count: 2)].contains($0) }.map { "`\($0)`" }
            .joined(separator: ", ")
    }

    /// Kinds, relations and what crossing each means.
    static var vocabulary: GeneratedDocument {
        let kinds = EntityKind.table.map { row in
            [
                "`\(row.name)`", row.words(count: 2), others(of: row),
                row.remediation.rawValue, row.isNonHumanIdentity ? "yes" : "",
                row.isCode ? "yes" : "",
            ]
        }
        let relations = RelationTable.rows.map { row in
            let traits = row.traits
            let hold =
                row.holdWhenEnded.map { "\(traits.hold.name) (\($0.name) once it has an end)" } ?? traits.hold.name
            return [
                "`\(row.name)`", row.from.compactMap { $0.row?.words() }.joined(separator: ", "),
                row.to.compactMap { $0.row?.words() }.joined(separator: ", "),
                traits.gain == .none ? "–" : traits.act.name, traits.gain == .none ? "–" : traits.act.plane.rawValue,
                traits.gain == .none ? "–" : hold,
            ]
        }
        return GeneratedDocument(
            name: "vocabulary.md",
            text: """
                # Vocabulary

                Written by the tables in `Sources/Inventory/Vocabulary`.

                ## Kinds of entities

                A disabled entity is never held again; a cleansed one can be regained.

                \(table(["kind", "plural", "also", "remediation", "non-human identity", "code"], kinds))
                ## Short ids

                Every entity has a short id such as `t7f3k`, to be read out on a call or typed from a chat: the first letter of its kind, and digits \
                of a hash of its id. It follows from kind and id alone, and so is the same in every evidence, case and machine, on \
                screens, in every output and in every export. An inventory of up to 1,024 entities shows \(ShortID.leastDigits) digits, one of a \
                million 6: any beginning of at least \(ShortID.leastDigits) digits names the same entity. Wherever an entity is named a short id will do: on the \
                command line, in a place, in the palette and in the question of the start; `short:` finds it in a query. Case does not \
                matter, `o` is read as `0`, `i` and `l` as `1`, and dashes and blanks are passed over (no digit is an `i`, `l`, `o` or `u`). An id and a name come first; \
                what several begin with names none of them, and is answered with all of them.

                ## Relations

                Control of the near end gives the far end, unless the act is `–`. *keep*: stays held once crossed. *borrow*: held while the
                near end is. *session*: borrowed, and some seconds longer (\(Hold.defaultSessionSeconds) where no source says).

                \(table(["relation", "from", "to", "act", "plane", "hold"], relations))
                ## Words on the screens

                \(table(["word", "meaning", "also called"], Glossary.table.map { [$0.word, $0.meaning, $0.also.map { "`\($0)`" }.joined(separator: ", ")] }))
                """)
    }
}
