import TerminalKit

extension Command {
    /// What draws the graph, and what moves in a drawing.
    static let drawing: [Command] = [
        Command(
            .map, .go, "m6", "map",
            "Draw the ways from what is compromised to the crown jewels, to what is marked or to what is selected",
            bar: 5, unless: { $0.seedObstacle }
        ) { $0.showMap() },
        Command(
            .tree, .look, "O", "tree", "Show the blast radius as a tree under what first gave each, or as a table again",
            bar: 4, unless: { $0.treeObstacle }
        ) { $0.toggleTree() },
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
