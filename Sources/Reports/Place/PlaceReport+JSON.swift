extension PlaceReport {
    /// `firebreak.place/1`.
    public var json: String {
        JSONText.object([
            ("schema", "firebreak.place/1"), ("place", .string(place)), ("name", .string(name)),
            ("title", .string(title)), ("lens", .string(lens)), ("declared", .array(declared.map { .string($0) })),
            ("counts", .array(counts.map { .string($0) })), ("head", .array(head.map { .string($0) })),
            ("lists", .array(lists.map(Self.json))), ("filter", .string(filter)), ("order", JSONText(order)),
            ("notes", .array(notes.map { .string($0) })), ("total", JSONText(total)),
            ("rows", .array(rows.map(Self.json))),
            ("emptiness", JSONText(total == 0 ? emptiness : nil)),
            (
                "blind",
                .array(
                    blind.map {
                        .object([("what", .string($0.what)), ("count", JSONText($0.count)), ("why", .string($0.why))])
                    })
            ),
            ("keys", .array(keys.map(Self.json))),
        ]).line
    }

    private static func json(_ row: Row) -> JSONText {
        let facts = row.facts.map { JSONText.object([("name", JSONText($0.name)), ("value", .string($0.value))]) }
        return .object([
            ("number", row.number.map { JSONText($0) } ?? .null), ("id", JSONText(row.id)),
            ("short_id", JSONText(row.shortID)),
            ("words", .string(row.words)),
            ("facts", .array(facts)), ("marked", .bool(row.isMarked)), ("selected", .bool(row.isSelected)),
        ])
    }

    private static func json(_ list: List) -> JSONText {
        .object([
            ("name", .string(list.name)), ("title", .string(list.title)),
            ("count", list.count.map { JSONText($0) } ?? .null), ("shown", .bool(list.isShown)),
        ])
    }

    private static func json(_ key: Key) -> JSONText {
        .object([
            ("keys", .array(key.keys.map { .string($0) })), ("name", .string(key.name)),
            ("description", .string(key.description)), ("obstacle", JSONText(key.obstacle)),
        ])
    }
}
