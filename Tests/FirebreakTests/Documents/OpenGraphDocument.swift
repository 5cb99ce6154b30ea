@testable import Intake
import Inventory

extension GeneratedDocument {
    /// What collectors' kinds mean to us.
    static var openGraph: GeneratedDocument {
        let kinds = OpenGraphKinds.rows.map { ["`\($0.name)`", "`\($0.kind.row?.name ?? "")`"] }
        let relations = OpenGraphRelations.rows.map { row in
            [
                "`\(row.kind)`", row.from.map { "`\($0)`" }.joined(separator: " "),
                row.to.map { "`\($0)`" }.joined(separator: " "),
                row.relation.map { "`\($0)`\(row.isFlipped ? ", reversed" : "")" } ?? "keeps its name",
                [
                    row.gain == Gain.none ? "no control" : nil, row.act?.name, row.hold?.name, row.evidence?.name,
                    row.condition?.words,
                ].compactMap { $0 }.joined(separator: ", "),
            ]
        }
        return GeneratedDocument(
            name: "opengraph.md",
            text: """
                # BloodHound OpenGraph JSON

                Written by the tables in `Sources/Intake/OpenGraph`. The `graph` wrapper is optional; ids stay as they are.

                - `firebreak_kind` on a node is one of the kinds of [the vocabulary](vocabulary.md) and wins over everything.
                - An edge whose kind is a relation of the vocabulary in lower snake case means what its row says.
                - Known collectors' kinds are mapped below; our table decides what gives control, the file's `traversable` is kept as an attribute.
                - Other kinds keep their names; `traversable` (default false) says whether control flows along the edge.
                - Edges that lead to nodes which no file declares are reported and left out.

                ## Properties

                | on | property | meaning |
                | --- | --- | --- |
                | node | `issued_at`, `expires_at`, `revoked_at`, `rotated_at`, `last_used_at`, `remediated_at` (one or a list) | ISO 8601 or epoch seconds |
                | node | `compromised_from`, `compromised_until` | declared over that time, where nothing else is |
                | node | `owner`, `privilege` (0–4), `crown_jewel`, `self_hosted`, `ephemeral`, `autonomous`, `leaked`, `revocable` | as named |
                | edge | `valid_from`, `valid_until` | when it was so |
                | edge | `traversable`, `hold` (`keep`, `borrow`, `session`), `session_seconds`, `act`, `guard`, `evidence` | instead of the kind's defaults |
                | node | `firebreak_parent` | the id of what it belongs to |
                | node | `firebreak_short_id` | written by exports, passed over: a short id follows from kind and id |
                | node | `firebreak_flags` | names of further flags: `inferred`, `unknown` and those above; a list, or one text with blanks |
                | node, edge | `firebreak_imported_kind` | the name of a kind or relation that the vocabulary does not have, taken as it stands: no collector's table speaks for it |
                | node, edge | `firebreak_attributes` | attributes that no property can say: name, value, name, value… |

                Every other scalar property is kept as an attribute, except Cypher (`query_*`) and what may hold a secret value.
                A member `firebreak` beside the graph has `collected_at` and `blind_spots` (`what`, `count`, `why`).
                `firebreak export` writes all of this, see [exports.md](exports.md).

                ## Kinds of nodes

                \(table(["collector's kind", "kind"], kinds))
                All others keep their own name.

                ## Kinds of edges

                \(table(["collector's kind", "from", "to", "relation", "differs by"], relations))
                """)
    }
}

extension OpenGraphRelations.Condition {
    fileprivate var words: String {
        switch self {
        case .permissions: "as far as its permissions go"
        case .branchProtection: "guarded on a protected branch"
        case .persistentRunner: "nothing stays on an ephemeral runner"
        }
    }
}
