import TerminalKit

extension Command {
    /// What has to do with time: the views that are ordered by it, and the lens that all views obey.
    static let time: [Command] = [
        Command(
            .inherit, .go, "I5", "inherit", "Show what the runner of the selected entity exposed, run by run", bar: 3,
            unless: { $0.inheritObstacle }
        ) { $0.showInherit() },
        Command(.timeline, .go, "t7", "timeline", "Show what happened when, on one axis", bar: 4) {
            $0.showTimeline()
        },
        Command(
            .changes, .go, "9", "changes",
            "Compare with the evidence of another time: what came, went, changed, got wider, was carried out", bar: 5,
            unless: { $0.changesObstacle }
        ) { $0.showChanges() },
        Command(
            .journal, .go, "8", "journal", "Show the journal of the case: who did what, when; the newest first", bar: 3,
            unless: { $0.journalObstacle }
        ) { $0.showJournal() },
        Command(.lens, .lens, "@", "time", "Type the moment that decides what is live; nothing is now", bar: 2) {
            $0.openLens()
        },
        Command(
            .stepBack, .lens, "[", "step back", "Move the lens back to where something last changed", bar: 1,
            in: [.timeline: 8], unless: { $0.stepObstacle }
        ) { $0.stepLens(.previous) },
        Command(
            .stepForward, .lens, "]", "step", "Move the lens on to where something changes next", bar: 1,
            in: [.timeline: 8], unless: { $0.stepObstacle }
        ) { $0.stepLens(.next) },
    ]
}
