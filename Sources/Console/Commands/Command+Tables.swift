import TerminalKit

extension Command {
    /// What finds rows without typing, and arranges the tables they stand in.
    static let tables: [Command] = [
        Command(
            .queries, .find, "!", "queries",
            "Ask a ready query or a saved one: no use recorded, no owner, shared, and more",
            bar: 2
        ) { $0.openMenu(.queries) },
        Command(
            .terms, .find, ",", "terms", "Switch single terms of the filter off and on again",
            unless: { $0.termObstacle }
        ) { $0.openMenu(.terms) },
        Command(
            .facets, .find, "F", "facets",
            "Count the rows shown by kind, owner, age and the like; enter there narrows the list", bar: 3,
            unless: { $0.facetObstacle }
        ) { $0.toggleFacets() },
        Command(
            .group, .find, "a", "group", "Group the rows by a column; enter opens the rows of a group", bar: 3,
            unless: { $0.groupingObstacle }
        ) { $0.openMenu(.group) },
        Command(
            .sortFurther, .find, "S", "sort within",
            "Add a column to sort by within equal rows; the same again reverses",
            unless: { $0.furtherSortObstacle }
        ) { $0.openMenu(.furtherSort) },
        Command(
            .columns, .find, "|", "columns", "Choose the columns, their order and their widths",
            unless: { $0.columnObstacle }
        ) { $0.openMenu(.columns) },
        Command(
            .kinds, .find, "K", "kinds", "Choose the kinds that are listed; what is reached does not change",
            unless: { $0.kindObstacle }
        ) { $0.openMenu(.kinds) },
        Command(
            .planes, .lens, "P", "planes", "Cross relations of both planes, of identity only, of integrity only",
            unless: { $0.seedObstacle }
        ) { $0.cyclePlane() },
        Command(
            .evidence, .lens, "", sequences: ["Ze"], "evidence",
            "Cross all relations, only what settings or records tell, or only what records show to have happened",
            unless: { $0.seedObstacle }
        ) { $0.cycleEvidence() },
    ]
}
