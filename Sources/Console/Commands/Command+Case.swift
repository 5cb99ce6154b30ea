import TerminalKit

extension Command {
    /// What is said in a case: how far a mark is, who sees to it, what was concluded. All of it behind one key.
    static let casework: [Command] = [
        Command(
            .advance, .casework, "", sequences: ["ds"], "state",
            "Say how far the selected mark is, or the relation to end, or those of the range: proposed, approved, done, "
                + "verified, failed; and why",
            bar: 1, in: [.plan: 5], unless: { $0.caseObstacle ?? $0.rangeObstacle }, on: { $0.advanceObstacle }
        ) { $0.openStates(of: $0.plannedSubjects) },
        Command(
            .advanceAll, .casework, "", sequences: ["dS"], "state of all", "Say how far all marks of the list are",
            unless: { $0.caseObstacle ?? $0.allShownObstacle }
        ) { $0.openStates(of: $0.allPlanned) },
        Command(
            .assign, .casework, "", sequences: ["da"], "assign",
            "Say who is to see to the selected entity, or to those of the range",
            unless: { $0.caseObstacle ?? $0.rangeObstacle }, on: { $0.subjectObstacle }
        ) { $0.openAssignment() },
        Command(
            .conclude, .casework, "", sequences: ["dv"], "verdict",
            "Conclude that the selected entity, or those of the range, are suspicious, cleared or contained; and why",
            unless: { $0.caseObstacle ?? $0.rangeObstacle }, on: { $0.subjectObstacle }
        ) { $0.openVerdicts() },
        Command(
            .tag, .casework, "", sequences: ["dt"], "tag",
            "Tag the selected entity, or those of the range; tag:WORD in a filter finds them",
            unless: { $0.caseObstacle ?? $0.rangeObstacle }, on: { $0.subjectObstacle }
        ) { $0.openTagging() },
        Command(
            .untag, .casework, "", sequences: ["dT"], "untag", "Take a tag away",
            unless: { $0.caseObstacle ?? $0.rangeObstacle }, on: { $0.untagObstacle }
        ) { $0.openMenu(.untag($0.subjects)) },
        Command(
            .newCase, .casework, "", sequences: ["dn"], "new case",
            "Keep what was declared, marked and noted as a case, a new file with a journal, and go on in it",
            unless: { $0.newCaseObstacle }
        ) { $0.openNewCasePrompt() },
        Command(
            .report, .casework, "", sequences: ["dh"], "report",
            "Write the report to hand over, as .html, .md or .json: what was compromised, taken back, verified, and remains",
            unless: { $0.reportObstacle }
        ) { $0.openReportPrompt() },
        Command(
            .madeAt, .casework, "", sequences: ["dp"], "where made",
            "In the journal: go to the place where the selected entry was made, with its filter and under its lens",
            bar: 1, in: [.journal: 8], unless: { $0.madeAtPlaceObstacle }, on: { $0.madeAtObstacle }
        ) { $0.showMadeAt() },
    ]
}
