/// The words of the screens that one cannot guess, and for each the other words for the same, which no screen says. Help,
/// palette and docs read ``table``.
enum Glossary {
    /// A word of the screens.
    struct Row: Sendable {
        let word: String
        /// What others call it: `?` and the palette find it by these too.
        var also: [String] = []
        let meaning: String
        /// The name in the palette of what has to do with it, where that is not the word itself.
        var entry: String?
    }

    /// Each word with what it means, in alphabetical order.
    static let table: [Row] = [
        Row(
            word: "another way",
            meaning: "of a run on a machine: the attacker had it, but not by the window declared for this machine"),
        Row(
            word: "blind spot", also: ["gap"],
            meaning:
                "something that the sources do not tell, such as runs before a date: unknown, which is not the same as safe",
            entry: "blind spots"),
        Row(
            word: "choke point", also: ["dominator"],
            meaning: "an entity through which all ways to a target lead: without it the target is out of reach",
            entry: "choke points"),
        Row(
            word: "conditional", meaning: "reached only when a guard fails, such as a required review; counted apart"),
        Row(
            word: "crown jewel",
            meaning: "a flag that a source sets on what is finally at stake; the targets, where none is chosen",
            entry: "target"),
        Row(
            word: "declared", also: ["seed", "compromised", "patient zero"],
            meaning:
                "said to be the attacker's over a time, by a source or by the analyst: what everything else is reached from",
            entry: "declare"),
        Row(
            word: "ended",
            meaning: "held before the moment of the lens, and no longer: expired, revoked, or out of reach since"),
        Row(
            word: "exposure",
            meaning: "how many entities the holder of an identity could reach, times left out of account"),
        Row(
            word: "firebreak", also: ["minimum cut", "smallest cut", "cut"],
            meaning: "the cheapest set to revoke so that no target can be reached any more"),
        Row(word: "held", meaning: "the attacker can use it, from the first moment until the end shown"),
        Row(
            word: "if revoked",
            meaning: "how many would still be live if the selected one were revoked, all else as it is"),
        Row(
            word: "inherited",
            meaning: "tier 0: gained by credentials and sessions alone, without altering or starting anything"),
        Row(
            word: "plane",
            meaning: "identity: a credential was taken or used. integrity: code or a machine was altered or run. "
                + "Rolling code back closes only the second"),
        Row(
            word: "residual", also: ["what remains"], meaning: "what is still live once all that is on the plan is done"
        ),
        Row(
            word: "rollback only", also: ["integrity plane alone"],
            meaning:
                "what is still live if all altered code is rolled back and no credential is touched; always shown beside the plan"
        ),
        Row(
            word: "secret slot", also: ["secret", "variable"],
            meaning:
                "a named place that a value is put in, slot for short; the credential in it is a token, and another thing"
        ),
        Row(
            word: "SHORT", also: ["short id"],
            meaning:
                "the short id: a letter and digits that name the row on a call, in a chat and on the command line, always the same"
        ),
        Row(
            word: "taken over", meaning: "of a run: the attacker had it while it ran, and with it all that it could use"
        ),
        Row(
            word: "T PLANE", meaning: "the columns tier and plane, where there is little room"),
        Row(
            word: "target", also: ["defend", "keep from the attacker"],
            meaning:
                "what the firebreak is to keep out of reach, and the map leads to: what was chosen, else the crown jewels"
        ),
        Row(
            word: "tier",
            meaning: "the least number of steps that alter, run or mint something on the way; 0 is inherited"),
        Row(
            word: "used since",
            meaning: "its last recorded use is later than the moment it was first held: look at it first"),
        Row(
            word: "verdict", also: ["judgement", "finding", "conclusion"],
            meaning: "what an analyst concluded of an entity, in a case: suspicious, cleared or contained"),
    ]

    /// The same as a section of help.
    static var section: HelpSection {
        HelpSection(
            "Words on the screens",
            table.map { HelpEntry($0.word, $0.meaning, label: $0.also.joined(separator: " ")) })
    }

    /// What the entry of the palette with this name is also called.
    static func others(of entry: String) -> [String] {
        table.filter { ($0.entry ?? $0.word) == entry }.flatMap { row in
            row.also + (row.entry == nil || row.entry == row.word ? [] : [row.word])
        }
    }
}
