import TerminalKit

extension Command {
    /// What draws the graph, and what moves in a drawing.
    static let drawing: [Command] = [
        Command(
            .map, .go, "m6", "map",
            "Draw the ways from what is compromised to targets: chosen ones, crown jewels that are reached, else all "
                + "that is reached",
            bar: 5, unless: { $0.seedObstacle }
        ) { $0.showMap() },
        Command(
            .chokepoints, .go, "0", "choke points",
            "List what all ways from what is compromised lead through, with what each cuts off and breaks", bar: 2,
            in: [.map: 6], unless: { $0.seedObstacle }
        ) { $0.showChokePoints() },
        Command(
            .tree, .look, "O", "tree",
            "In the blast radius: a tree, each under what first gave it, or the table; on a map: all ways, a list, or "
                + "fewer ways",
            bar: 4, labels: [.map: "other form"], unless: { $0.redrawObstacle }
        ) { $0.redraw() },
        Command(
            .fold, .look, "<Enter>", "fold",
            "In a map or a tree: fold what lies behind or under the selected one, or open what is folded", bar: 9,
            only: drawn, unless: { $0.openObstacle }
        ) { $0.fold() },
        Command(
            .sideLeft, .move, "h<Left>", "left", "In a map: to what leads here; in a tree: fold, or go up", only: drawn
        ) { $0.moveSideways(right: false) },
        Command(
            .sideRight, .move, "l<Right>", "right", "In a map: to what it leads to; in a tree: open, or go down",
            only: drawn
        ) { $0.moveSideways(right: true) },
    ]

    private static let drawn = Scope(words: "only in a map or a tree") { $0.isDrawn }
}
