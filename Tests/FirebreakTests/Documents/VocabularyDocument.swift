import Inventory

@testable import Console

extension GeneratedDocument {
    /// Kinds, relations and what crossing each means.
    static var vocabulary: GeneratedDocument {
        let kinds = EntityKind.table.map { row in
            [
                "`\(row.name)`", row.plural,
                ([row.short] + row.aliases).filter { $0 != row.singular }.joined(separator: ", "),
                row.remediation.rawValue, row.isNonHumanIdentity ? "yes" : "",
                row.isCode ? "yes" : "",
            ]
        }
        let relations = RelationTable.rows.map { row in
            let traits = row.traits
            let hold =
                row.holdWhenEnded.map { "\(traits.hold.name) (\($0.name) once it has an end)" } ?? traits.hold.name
            return [
                "`\(row.name)`", row.from.compactMap { $0.row?.singular }.joined(separator: ", "),
                row.to.compactMap { $0.row?.singular }.joined(separator: ", "),
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
                ## Relations

                Control of the near end gives the far end, unless the act is `–`. *keep*: stays held once crossed. *borrow*: held while the
                near end is. *session*: borrowed, and some seconds longer (\(Hold.defaultSessionSeconds) where no source says).

                \(table(["relation", "from", "to", "act", "plane", "hold"], relations))
                ## Words on the screens

                \(table(["word", "meaning"], Glossary.table.map { [$0.word, $0.meaning] }))
                """)
    }
}
