import Inventory

/// The language of queries on one page: what is written here for what the tables of the language do not say, and examples
/// that fit an inventory.
struct QueryHelp {
    let vocabulary: QueryVocabulary?

    var sections: [HelpSection] {
        [
            HelpSection("Terms", Self.terms), HelpSection("Paths", Self.paths), HelpSection("Works here", examples),
            HelpSection(
                "Fields",
                QueryField.table.map { row in
                    let also = row.aliases.isEmpty ? "" : "; also \(row.aliases.joined(separator: ", "))"
                    return HelpEntry(row.name, "\(row.explanation): \(row.example)\(also)")
                }),
            HelpSection(
                "Words",
                QueryState.table.map { HelpEntry($0.name, $0.explanation) } + [
                    HelpEntry("is:FLAG", EntityFlags.table.map(\.name).joined(separator: ", "))
                ]),
        ]
    }

    private static let terms = [
        HelpEntry("deploy", "names with this in them, in capitals or not; \"two words\" are one text"),
        HelpEntry("kind:token,secret", "the value is this, or one of several"),
        HelpEntry("name~part", "the value contains it; name~/^dep.*/ matches a pattern"),
        HelpEntry("owner:none", "there is no value; owner:any: there is one; used:never"),
        HelpEntry("used>90d", "longer ago than 90 days; expires<30d: sooner than in 30 days; s m h d w mo y"),
        HelpEntry("held>=03-14", "on that day or after it; 2026, 2026-03, 2026-03-14T02:10Z and now are times too"),
        HelpEntry("a b", "both must hold; a or b: one of them; ( ) group"),
        HelpEntry("-live", "the opposite; not live says the same"),
        HelpEntry("%no-owner", "stands for the ready or saved query of that name"),
    ]

    private static let paths = [
        HelpEntry("job -> token", "tokens that a job gets at; <- is the way back"),
        HelpEntry("runner ->> token", "any number of steps; <<- is the way back"),
        HelpEntry("job[name~web] -> *", "[ ] narrows what stands before it; * is anything"),
        HelpEntry("runner -> @job -> token", "@ says which part is listed; without it the last"),
        HelpEntry("job -[reads]-> secret", "one relation of this name, as it is written; -[*]-> is any"),
    ]

    /// Queries over what occurs in the inventory.
    private var examples: [HelpEntry] {
        guard let vocabulary else { return [HelpEntry("nhi", "identities that are no people")] }
        var examples = [HelpEntry("nhi", "identities that are no people")]
        if let kind = vocabulary.kinds.first { examples.append(HelpEntry("kind:\(Query.literal(kind))", "one kind")) }
        if let name = vocabulary.providers.first {
            examples.append(HelpEntry("provider:\(Query.literal(name))", "what this provider issues or hosts"))
        }
        if let name = vocabulary.owners.first {
            examples.append(HelpEntry("owner:\(Query.literal(name))", "what this owner answers for"))
        }
        if let name = vocabulary.scopes.first {
            examples.append(HelpEntry("in:\(Query.literal(name))", "what belongs to it, at any depth"))
        }
        let kinds = Set(vocabulary.kinds)
        for (from, to) in [("runner", "token"), ("job", "service_account"), ("repository", "secret")]
        where kinds.contains(from) && kinds.contains(to) {
            examples.append(HelpEntry("\(from) -> \(to)", "what control of the first gives of the second"))
        }
        return examples
    }
}
