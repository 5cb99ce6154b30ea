/// A word that is true or false of an entity now, or in an investigation. Written bare (`live`, `-expired`) or after
/// `is:`; a name that contains such a word is found by `name~live` or `"live"`.
public enum QueryState: UInt8, Sendable, CaseIterable {
    case live, reached, conditional, usedSince, marked, expired, revoked, nhi, ownerLeft, replaceable, lookalike

    /// One row of the table of states.
    public struct Row: Sendable {
        /// The state.
        public let state: QueryState
        /// The reserved word.
        public let name: String
        /// What it means, in words.
        public let explanation: String
        /// What must be known besides the inventory.
        public let needs: QueryNeed
    }

    /// Every reserved word, in the order in which help lists them.
    public static let table: [Row] = [
        Row(state: .live, name: "live", explanation: "an attacker can use it now", needs: .reach),
        Row(state: .reached, name: "reached", explanation: "an attacker could use it at some time", needs: .reach),
        Row(state: .conditional, name: "conditional", explanation: "reached only when a guard fails", needs: .reach),
        Row(state: .usedSince, name: "used_since", explanation: "used after it was first reached", needs: .reach),
        Row(state: .marked, name: "marked", explanation: "marked in the case", needs: .marks),
        Row(state: .expired, name: "expired", explanation: "its expiry is over", needs: .nothing),
        Row(state: .revoked, name: "revoked", explanation: "it was revoked", needs: .nothing),
        Row(state: .nhi, name: "nhi", explanation: "a non-human identity", needs: .nothing),
        Row(
            state: .ownerLeft, name: "owner_left",
            explanation: "its owner is a person who was disabled, or whom no source lists while some list people",
            needs: .nothing),
        Row(
            state: .replaceable, name: "replaceable",
            explanation: "a key without an end, in a job that may also assume a role of the same provider",
            needs: .nothing),
        Row(
            state: .lookalike, name: "lookalike",
            explanation: "its name looks like another of its kind, or mixes scripts in a word", needs: .nothing),
    ]

    /// The state called `name`, whatever the case and with `-` for `_`.
    public init?(named name: String) {
        let name = name.queryName
        guard let row = Self.table.first(where: { $0.name == name }) else { return nil }
        self = row.state
    }

    /// The state's row. The table has one for each state, in their order.
    public var row: Row { Self.table[Int(rawValue)] }
}
