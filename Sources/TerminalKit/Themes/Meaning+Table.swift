extension Meaning {
    /// A meaning that a theme may name, and what it is for.
    public struct Row: Sendable {
        /// The meaning.
        public let meaning: Meaning
        /// What looks so, in words.
        public let words: String
    }

    /// Every meaning that a theme may name; below each any dotted part is allowed.
    public static let table: [Row] = [
        Row(meaning: .text, words: "ordinary text"),
        Row(meaning: .textDim, words: "text of less weight"),
        Row(meaning: .title, words: "the name of the evidence, of the case, of a box"),
        Row(meaning: .breadcrumb, words: "the places that led here"),
        Row(meaning: .status, words: "what the program has to say"),
        Row(meaning: .statusBar, words: "the first line: what, how much, as of when"),
        Row(meaning: .key, words: "a key to press"),
        Row(meaning: .keyLabel, words: "what the key does"),
        Row(meaning: .selection, words: "the selected row"),
        Row(meaning: .selectionInactive, words: "the selected row of what has not the keys"),
        Row(meaning: .header, words: "titles of tables, headings"),
        Row(meaning: .border, words: "lines and boxes"),
        Row(meaning: .alarm, words: "what must be dealt with now"),
        Row(meaning: .warning, words: "what should be looked at"),
        Row(meaning: .good, words: "what is in order"),
        Row(meaning: .live, words: "what can still be used"),
        Row(meaning: .expired, words: "what is over"),
        Row(meaning: .conditional, words: "what holds only if a guard fails"),
        Row(meaning: "plane", words: "the plane of a step, where the two below say nothing"),
        Row(meaning: .identityPlane, words: "the identity plane"),
        Row(meaning: .integrityPlane, words: "the integrity plane"),
        Row(meaning: .mark, words: "what is marked for the plan"),
        Row(meaning: .match, words: "what a search found"),
        Row(meaning: .error, words: "an error, such as in a query"),
        Row(meaning: .prompt, words: "the sign before a line that is being typed"),
        Row(meaning: .kind, words: "the kind of an entity; `kind.token` and so on for one kind"),
        Row(meaning: .inferred, words: "what was concluded and not recorded"),
    ]

    /// Every meaning that a theme may name.
    public static let all: [Meaning] = table.map(\.meaning)
}
