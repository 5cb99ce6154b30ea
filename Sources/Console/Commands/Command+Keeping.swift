import TerminalKit

extension Command {
    /// Marking many rows, keeping places, and taking work elsewhere.
    static let keeping: [Command] = [
        Command(
            .range, .judge, "v", "range",
            "Choose rows for marking: moving extends the range, marking or the same again marks it, going back gives it up",
            unless: { $0.range == nil ? $0.entityObstacle : nil }
        ) { $0.toggleRange() },
        Command(
            .markAll, .judge, "*", "mark all", "Mark all rows of the list; when all are marked, take the marks away",
            unless: { $0.markAllObstacle }
        ) { $0.markAll() },
        Command(
            .defend, .judge, "D", "target",
            "Make the selected entity a target of the firebreak in place of the crown jewels, or no longer",
            unless: { $0.entityObstacle }
        ) { $0.toggleTarget() },
        Command(
            .runbook, .judge, "", sequences: ["dr"], "runbook",
            "On the plan or a page: show how the selected entity is revoked or cleaned at its provider, with commands to "
                + "copy; Firebreak runs nothing",
            bar: 1,
            in: [.plan: 8],
            unless: {
                $0.place.view == .plan || $0.place.view == .entity
                    ? nil : "only on the plan and on the page of an entity"
            },
            on: { $0.runbookObstacle }
        ) { $0.showRunbook() },
        Command(
            .note, .judge, ";", "note",
            "Write a note on the selected entity; #words in it are tags, which note~#word in a filter finds",
            unless: { $0.entityObstacle }
        ) { $0.openNote() },
        Command(.addBookmark, .keep, "A", "bookmark", "Add the place to the bookmarks, under a name") {
            $0.openBookmarkPrompt()
        },
        Command(
            .bookmarks, .keep, "'", "bookmarks", "List the bookmarks: a letter or enter goes there, x removes one",
            unless: { $0.work.present.bookmarks.isEmpty ? "there are none yet: \($0.key(.addBookmark)) adds one" : nil }
        ) { $0.openBookmarks() },
        Command(
            .visited, .keep, "J", "places", "List the places of the trail and those off it, to go to any of them"
        ) { $0.openMenu(.visited) },
        Command(
            .copy, .keep, "y", "copy",
            "Copy the id, the short id, the name, the path, the command that gives this answer, or the runbook", bar: 2
        ) { $0.openCopyMenu() },
        Command(
            .export, .keep, "E", "export", "Write the list to a CSV or JSON file", unless: { $0.exportObstacle }
        ) { $0.openExportPrompt() },
        Command(
            .beginAnew, .keep, "R", "begin anew", "Forget marks, declarations, bookmarks and the trail; asks once more",
            unless: { $0.beginAnewObstacle }
        ) { $0.beginAnew() },
    ]
}
