extension Command {
    /// Finding a command, a place or a row without hiding anything.
    static let searching: [Command] = [
        Command(
            .palette, .find, ":", "command",
            "Find a command, a kind, a view or an entity by typing; /text filters, \\text searches", bar: 5
        ) { $0.openPalette() },
        Command(
            .search, .find, "\\", "search", "Go to the rows that a text or query finds, and hide none",
            unless: { $0.searchObstacle }
        ) { $0.openSearch() },
        Command(
            .nextHit, .find, "n", "next hit", "Go to the next row that the search finds",
            unless: { $0.hitObstacle }
        ) { $0.goToHit(.next) },
        Command(
            .previousHit, .find, "N", "previous hit", "Go to the row before that the search finds",
            unless: { $0.hitObstacle }
        ) { $0.goToHit(.previous) },
    ]
}
