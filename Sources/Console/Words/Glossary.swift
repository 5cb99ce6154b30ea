/// The words of the screens that one cannot guess. Help and docs read ``table``.
enum Glossary {
    /// Each word with what it means, in alphabetical order.
    static let table: [(word: String, meaning: String)] = [
        ("another way", "of a run on a machine: the attacker had it, but not by the window declared for this machine"),
        (
            "blind spot",
            "something that the sources do not tell, such as runs before a date: unknown, which is not the same as safe"
        ),
        ("choke point", "an entity through which all ways to a target lead: without it the target is out of reach"),
        ("conditional", "reached only when a guard fails, such as a required review; counted apart"),
        ("ended", "held before the moment of the lens, and no longer: expired, revoked, or out of reach since"),
        ("exposure", "how many entities the holder of an identity could reach, times left out of account"),
        ("held", "the attacker can use it, from the first moment until the end shown"),
        ("if revoked", "how many would still be live if the selected one were revoked, all else as it is"),
        ("inherited", "tier 0: gained by credentials and sessions alone, without altering or starting anything"),
        (
            "plane",
            "identity: a credential was taken or used. integrity: code or a machine was altered or run. "
                + "Rolling code back closes only the second"
        ),
        ("residual", "what is still live once all that is on the plan is done"),
        (
            "rollback only",
            "what is still live if all altered code is rolled back and no credential is touched; always shown beside the plan"
        ),
        (
            "SHORT",
            "the short id: a letter and digits that name the row on a call, in a chat and on the command line, always the same"
        ),
        ("smallest firebreak", "the cheapest set to revoke so that no chosen target can be reached any more"),
        ("taken over", "of a run: the attacker had it while it ran, and with it all that it could use"),
        ("T PLANE", "the columns tier and plane, where there is little room"),
        ("tier", "the least number of steps that alter, run or mint something on the way; 0 is inherited"),
        ("used since", "its last recorded use is later than the moment it was first held: look at it first"),
    ]

    /// The same as a section of help.
    static var section: HelpSection {
        HelpSection("Words on the screens", table.map { HelpEntry($0.word, $0.meaning) })
    }
}
