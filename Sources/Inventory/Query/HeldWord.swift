/// The words by which lists and tables say how an entity is held, as `held:WORD` asks for them. What has ended is all
/// that was held and is no longer; that it expired or was revoked says why.
enum HeldWord {
    /// Each word with the query that it stands for.
    static let table: [(word: String, query: String)] = [
        ("live", "live"), ("ended", "reached -live (held<=now or held:none)"), ("expired", "reached expired -live"),
        ("revoked", "reached revoked -live"), ("not_yet", "reached -live held>now"), ("conditional", "conditional"),
        ("reachable", "reached"),
    ]

    /// What `held:` takes, in words.
    static let expected = "a date (2026-03-14) or \(table.map(\.word).joined(separator: ", "))"

    /// The query for a word, whatever its case; nil when it is none.
    static func query(_ word: String) -> String? {
        let word = word.queryName
        return table.first { $0.word == word }?.query
    }
}
