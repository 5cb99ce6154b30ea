import Inventory

/// How a relation is ended, in words: a grant withdrawn, a trust closed.
enum RelationEnding {
    /// A row for each relation of the vocabulary that somebody can end.
    private static let rows: [(kinds: [RelationKind], words: String)] = [
        ([.mayAssume], "narrow what the account trusts, so that no job of that repository gets a session"),
        ([.canAssume], "take the first account out of what the second trusts"),
        ([.runsAs], "lend the host another account, with less"),
        ([.authenticatesAs, .issuedTo], "revoke the token"),
        ([.canWrite, .administers, .canAccess, .canPublish, .canRead, .canMintFor], "take that right away"),
        ([.memberOf], "take the member out of the team"),
        ([.exposes], "take the repository off the list of those that see the slot"),
        ([.reads, .grants], "take the slot out of the job or the environment"),
        ([.holds, .retains], "put another credential there, and revoke this one"),
        (
            [.serves, .executesOn, .contains],
            "take the runner out of the group, or the repository off the group's list"
        ),
        ([.usedBy, .consumedBy], "drop it, or pin it to a digest that you have read"),
        ([.actsOn], "let the job's token only read (permissions: contents: read)"),
        ([.deploysTo], "take the environment out of the job, or require a reviewer"),
        ([.invokes, .instructs], "take the step that starts the agent out of the job"),
    ]

    /// The words for this kind; nil for one that nobody can end as such.
    static func words(_ kind: RelationKind) -> String? { rows.first { $0.kinds.contains(kind) }?.words }
}

extension Relation {
    /// It in a sentence: `repository web exposes to a pushed workflow secret TOKEN`.
    var sentence: String { "\(from.kindName) \(from.name) \(phrase) \(to.kindName) \(to.name)" }

    /// What ends it, in words.
    public var ending: String { RelationEnding.words(kind) ?? "Firebreak knows no way to end it" }
}
