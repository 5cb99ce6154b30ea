import TerminalKit

extension Command {
    /// Every command, in the order of help.
    static let table: [Command] =
        moving + going + drawing + finding + searching + tables + judging + casework + keeping + time + looking
        + running + rare

    private static let moving: [Command] = [
        Command(.down, .move, "j<Down>", "down", "Select the next row") { $0.move(by: 1) },
        Command(.up, .move, "k<Up>", "up", "Select the row before") { $0.move(by: -1) },
        Command(.pageDown, .move, "<PageDown><C-f>", "page down", "Go on by a screen") { $0.move(pages: 1) },
        Command(.pageUp, .move, "<PageUp><C-b>", "page up", "Go back by a screen") { $0.move(pages: -1) },
        Command(.halfPageDown, .move, "<C-d>", sequences: ["Zd"], "half page down", "Go on by half a screen") {
            $0.moveHalfPage(down: true)
        },
        Command(.halfPageUp, .move, "<C-u>", sequences: ["Zu"], "half page up", "Go back by half a screen") {
            $0.moveHalfPage(down: false)
        },
        Command(.first, .move, "g<Home>", "first", "Select the first row") { $0.moveToEdge(last: false) },
        Command(.last, .move, "G<End>", "last", "Select the last row") { $0.moveToEdge(last: true) },
        Command(
            .nextSection, .move, "<Tab>", "next list", "Go to the next kind, list or heading", bar: 3,
            labels: [.inventory: "next kind"],
            in: [.plan: 8, .inherit: 8, .blast: 7, .chokepoints: 7, .map: 7, .timeline: 7, .inventory: 6],
            unless: { $0.sectionObstacle }
        ) { $0.changeSection(by: 1) },
        Command(
            .previousSection, .move, "<S-Tab>", "previous list", "Go to the kind, list or heading before",
            unless: { $0.sectionObstacle }
        ) { $0.changeSection(by: -1) },
    ]

    private static let going: [Command] = [
        Command(
            .open, .go, "<Enter>l<Right>", "open", "Open the selected row: what it is, or why it is held", bar: 9,
            labels: [.blast: "why", .path: "entity", .plan: "entity"], on: { $0.openObstacle }
        ) { $0.open() },
        Command(
            .back, .go, "qh<Left><BS>H<A-Left>", "back",
            "Return to the place before, exactly as it was", bar: 9,
            unless: { $0.history.back.isEmpty ? $0.beginning : nil }
        ) { $0.goBack() },
        Command(
            .clear, .go, "<Esc>", "clear",
            "End the search, then clear the filter; without either, return to the place before",
            unless: {
                $0.history.back.isEmpty && $0.place.query.isEmpty && $0.place.search.isEmpty ? $0.beginning : nil
            }
        ) { $0.clearOrGoBack() },
        Command(
            .forward, .go, "L<A-Right>", "forward", "Undo going back",
            unless: { $0.history.forward.isEmpty ? "nothing lies ahead" : nil }
        ) { $0.goForward() },
        Command(
            .lastView, .go, "-", "last view", "Go to the view that was shown before this one; again, and you are back",
            unless: { $0.history.other == nil ? "no other view was shown yet" : nil }
        ) { $0.showLastView() },
        Command(
            .why, .go, "w", "why", "Show the path by which the selected entity is held", bar: 6,
            unless: { $0.seedObstacle ?? $0.entityListObstacle }, on: { $0.whyObstacle }
        ) { $0.showWhy() },
        Command(
            .nextWay, .go, "W", "next way",
            "On a path: show the next of the ways to the same entity, the earliest first again",
            bar: 1, in: [.path: 7], unless: { $0.nextWayObstacle }
        ) { $0.showNextWay() },
        Command(
            .entity, .go, "eo", "entity", "Show all that is known of the selected entity", bar: 4,
            unless: { $0.entityListObstacle }, on: { $0.entityObstacle }
        ) { $0.showEntity() },
        Command(.start, .go, "1", "start", "Go to the start: what is compromised?") { $0.show(.start) },
        Command(.inventory, .go, "i2", "inventory", "Go to the inventory", bar: 2) { $0.show(.inventory) },
        Command(
            .blast, .go, "b3", "blast", "Show all that the declared compromise reaches", bar: 5,
            unless: { $0.seedObstacle }
        ) { $0.show(.blast) },
        Command(
            .plan, .go, "p4", "plan", "Show what is marked, and what stays open after it", bar: 5, in: [.blast: 8]
        ) {
            $0.show(.plan)
        },
        Command(
            .blind, .go, "B", "blind spots", "List all that the sources do not tell, and what was not read of them"
        ) { $0.showBlindSpots() },
    ]

    private static let finding: [Command] = [
        Command(
            .filter, .find, "/", "filter",
            "Narrow the list while typing; enter keeps, esc gives up. On a path and a map, which are shown whole, search",
            bar: 8, labels: [.start: "find", .path: "search", .map: "search"],
            unless: { $0.filterObstacle == nil ? nil : $0.searchObstacle }
        ) { $0.filterObstacle == nil ? $0.openFilter() : $0.openSearch() },
        Command(
            .sort, .find, "s", "sort", "Choose the column to sort by; the same again reverses", bar: 3,
            unless: { $0.sortObstacle }
        ) { $0.openMenu(.sort) },
    ]

    private static let judging: [Command] = [
        Command(
            .declare, .judge, "c", "declare",
            "Declare the selected entity compromised, from a time on, until a time", bar: 7, in: [.blast: 4, .plan: 2],
            unless: { $0.entityListObstacle }, on: { $0.entityObstacle }
        ) { $0.openDeclaration() },
        Command(
            .withdraw, .judge, "xC", "withdraw", "Withdraw the declaration of the selected entity",
            unless: { $0.withdrawalObstacle }
        ) { $0.withdraw() },
        Command(
            .mark, .judge, " ", "mark", "Put the selected entity on the plan, or take it off", bar: 6,
            in: [.blast: 8, .map: 8, .chokepoints: 8],
            unless: { $0.selectedGroup == nil ? $0.markListObstacle : $0.groupMarkObstacle },
            on: { $0.range == nil && $0.selectedGroup == nil ? $0.markObstacle : nil }
        ) { $0.toggleMark() },
        Command(
            .endRelation, .judge, "", sequences: ["de"], "end relation",
            "Put the relation of the selected row on the plan, to be ended, or take it off",
            unless: { $0.relationListObstacle }, on: { $0.endingObstacle }
        ) { $0.toggleEnding() },
        Command(
            .undo, .judge, "u", "undo", "Undo the last mark, declaration, filter or order, wherever it was made",
            unless: { $0.work.undoable == nil ? "nothing to undo" : nil }
        ) { $0.undo() },
        Command(
            .redo, .judge, "U<C-r>", "redo", "Do the undone again",
            unless: { $0.work.redoable == nil ? "nothing to do again" : nil }
        ) { $0.redo() },
    ]

    private static let looking: [Command] = [
        Command(.timeless, .lens, "T", "timeless", "Leave all times out of account, or take them in again") {
            $0.toggleTimeless()
        },
        Command(.guards, .lens, "f", "guards", "Take guards as failing, or as holding again") { $0.toggleGuards() },
        Command(
            .compute, .lens, "r", "compute", "Compute again what was cancelled",
            unless: { $0.declined.isEmpty ? "nothing was cancelled" : nil }
        ) { $0.computeAgain() },
    ]

    private static let running: [Command] = [
        Command(.help, .program, "?<F1>", "help", "List all keys, with what each does here", bar: 10) {
            $0.openHelp()
        },
        Command(
            .readAgain, .program, "=", "read again",
            "Read the evidence again, and go on over it at the same place, with the same marks and notes",
            unless: { $0.rereadObstacle }
        ) { $0.readAgain() },
        Command(
            .suspend, .program, "<C-z>", sequences: ["Zs"], "suspend", "Put the console in the background"
        ) { _ in [.suspend] },
        Command(
            .quit, .program, "Q", "quit",
            "Leave; the session is saved. Asks once more where it is not and work would be lost", bar: 1
        ) {
            $0.quit()
        },
    ]
}
