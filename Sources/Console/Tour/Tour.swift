import Inventory

/// Two minutes on the bundled incident: what is typed, what it shows, and why that matters. The table that the tour
/// runs on, and the test that plays it against the console.
public enum Tour {
    /// The moment at which the tour looks at the incident: a day after the machine was re-imaged.
    public static let moment = Instant(text: "2026-03-15T11:02Z") ?? .beginning

    /// The steps. Each begins where the one before ended.
    public static let steps: [TourStep] = [
        TourStep(
            "", shows: "What is compromised?",
            """
            This is northwind, an invented company. Malware sat on one of its build machines, prod-linux-07, for seven \
            and a half hours. The line below the title says what is declared compromised, and since when. The one \
            below that has the figures.
            """),
        TourStep(
            "b", shows: "everything 97+4",
            """
            b shows the blast radius: all that the machine let the attacker take. 97 things are reached, 48 of them \
            can be used right now. The machine was re-imaged long ago; that ended the intrusion, not what was stolen.
            """),
        TourStep(
            "", shows: "rollback only: 48 live",
            """
            Two planes. Integrity: was code altered? Identity: was a credential copied? Look at 'rollback only': \
            rolling all code back leaves 48 of 48 open. The copied credentials work as before, and can alter the code \
            again.
            """),
        TourStep(
            "<Tab>", shows: "live 48",
            """
            Tab goes through the lists. These are the ones still live: what to deal with today. What has ended or \
            expired is on the next list, and needs no action.
            """),
        TourStep(
            "/kind:token used_since<Enter>", shows: "1 of 1",
            """
            A slash narrows the list while one types; here to credentials that were used after the attacker first held \
            them. One is left, an AWS key: this is no longer about what could have happened.
            """),
        TourStep(
            "<Enter>", shows: "Why token AWS key",
            """
            Enter answers why: the way from the machine to the key, step by step, each with its time, its plane, how \
            well it is known, and the file and line that says so. 'Observed' is in a record, 'configured' in a \
            setting, 'inferred' is a conclusion.
            """),
        TourStep(
            "q", shows: "/kind:token used_since",
            """
            q goes back to exactly where one was: the same list, the same filter, the same row. One is never lost, and \
            can look at anything without fear.
            """),
        TourStep(
            " ", shows: "plan (1 mark): 44 live",
            """
            Space puts the key on the plan. The figures say at once what would stay open after revoking it: 44 instead \
            of 48. One key was not the incident.
            """),
        TourStep(
            "<Esc>/kind:token<Enter>", shows: " of 8",
            """
            So all credentials that are still live: eight. Esc cleared the filter, and another one was typed. The mark \
            is still there: a row is remembered by what it is, not by where it stood.
            """),
        TourStep(
            "g   j    ", shows: "plan (8 marks): 34 live",
            """
            Space marks and goes on to the next row: now all eight are on the plan, and 34 things would still be open. \
            Nothing is revoked by Firebreak: it reads, and tells what a step would do before anybody takes it.
            """),
        TourStep(
            "p", shows: "marked 8",
            """
            p shows the plan: what to do about each, how many jobs break when it is done, and whether it is still \
            held. Whoever runs those jobs wants to know before, not after.
            """),
        TourStep(
            "<Tab>", shows: "still live after it 34",
            """
            Tab: what stays open even so. At the top the machine itself: a build ran altered code on it later, and it \
            was taken again. A list like this is the difference between 'we rotated the keys' and 'it is over'.
            """),
        TourStep(
            "B", shows: "What the sources do not tell",
            """
            And one thing more: B shows the blind spots. What was not collected is listed, and counted as \
            unknown, never as safe. That was the tour: ? lists every key wherever you are. Now try it: firebreak.
            """),
    ]
}
