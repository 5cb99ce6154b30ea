extension Command {
    /// What is seldom needed, and mostly stands behind a prefix.
    static let rare: [Command] = [
        Command(
            .zoom, .lens, "z", "zoom", "Show the list alone, then the selected entity alone, then both again",
            unless: { $0.zoomObstacle }
        ) { $0.zoom() },
        Command(
            .paneDown, .move, ">", "pane down", "Scroll the pane about the selected entity on",
            unless: { $0.paneObstacle }, on: { $0.paneRowObstacle }
        ) { $0.scrollPane(down: true) },
        Command(
            .paneUp, .move, "<lt>", "pane up", "Scroll the pane about the selected entity back",
            unless: { $0.paneObstacle }, on: { $0.paneRowObstacle }
        ) { $0.scrollPane(down: false) },
        Command(
            .mouse, .program, "M", "mouse",
            "Let the mouse select, open and scroll, or leave it to the terminal, as at first",
            unless: { $0.mouseObstacle }
        ) { $0.toggleMouse() },
        Command(
            .resetLens, .lens, "", sequences: ["Zl"], "plain lens",
            "Back to the moment of opening, with times taken into account and guards holding",
            unless: { $0.place.lens == Lens() ? "the lens is as it was at the opening" : nil }
        ) { $0.resetLens() },
        Command(
            .ownOrder, .find, "", sequences: ["Zo"], "own order", "Order the list as it was before it was sorted",
            unless: { $0.place.sort == nil ? "the list stands in its own order" : nil }
        ) { $0.restoreOrder() },
        Command(
            .unmarkAll, .judge, "", sequences: ["Zm"], "unmark all", "Take everything off the plan; undo puts it back",
            unless: { $0.work.present.planCount == 0 ? "nothing is marked" : nil }
        ) { $0.unmarkAll() },
        Command(
            .withdrawAll, .judge, "", sequences: ["Zx"], "withdraw all",
            "Withdraw everything that is declared compromised; undo brings it back", unless: { $0.seedObstacle }
        ) { $0.withdrawAll() },
        Command(
            .notices, .program, "", sequences: ["Zn"], "notices",
            "Read again what was said at the opening: files and settings that could not be used",
            unless: { $0.allNotices.isEmpty ? "nothing was amiss at the opening" : nil }
        ) { $0.openNotices() },
        Command(.redraw, .program, "<C-l>", sequences: ["Zr"], "redraw", "Draw the whole screen anew") { _ in [.redraw]
        },
        Command(
            .leave, .program, "", sequences: ["Zq"], "leave at once",
            "Leave without asking, also where the session is not saved and work would be lost"
        ) { _ in [.quit] },
    ]
}
