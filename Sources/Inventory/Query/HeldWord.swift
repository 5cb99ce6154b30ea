/// The words by which tables say how an entity is held, as `held:WORD` asks for them.
enum HeldWord {
    /// Each word with the query that it stands for.
    static let table: [(word: String, query: String)] = [
        ("live", "live"), ("expired", "reached expired -live"), ("revoked", "reached revoked -live"),
        ("ended", "reached held<=now -live -expired -revoked"), ("conditional", "conditional"),
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
