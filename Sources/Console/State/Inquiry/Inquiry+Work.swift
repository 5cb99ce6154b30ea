// Who works an inquiry out, and what its finding is for.
extension Inquiry {
    /// Whether it asks the engine, which may take much longer than to make a list.
    var asksEngine: Bool {
        switch self {
        case .reach, .rollback, .residual, .live, .severed, .avoiding, .inheritance: true
        case .impact, .exposure, .list, .vocabulary, .ways, .order, .firebreak, .search, .named, .timeline, .lensStops,
            .breakdown, .tree, .crownJewels, .routes, .map, .chokePoints, .cut, .difference, .blastChange,
            .verification, .changes, .journal, .entries, .lookAlikes, .exactExposure, .chokes, .chokeCounts, .chokeList:
            false
        }
    }

    /// Whether its finding is a whole answer of the engine.
    var isAnswer: Bool {
        switch self {
        case .reach, .rollback, .residual, .avoiding: true
        default: false
        }
    }

    /// Whether the rows of a place may be made from its finding.
    var decidesRows: Bool {
        switch self {
        case .ways, .order, .firebreak, .inheritance: true
        default: isAnswer
        }
    }

    /// Whether it only adds to what is shown of single rows, so that nobody need be told that it is under way.
    var isAside: Bool {
        switch self {
        case .live, .severed, .impact, .lookAlikes, .exactExposure: true
        default: false
        }
    }

    /// Whether it is about the work that the plan asks for, or about other evidence, which may take long and nobody waits
    /// for who wants a list.
    var isPlanning: Bool {
        switch self {
        case .impact, .ways, .order, .firebreak, .chokePoints, .cut, .difference, .blastChange, .verification: true
        default: false
        }
    }

    /// Whether it looks at all relations or names once, which nobody should have to wait for who wants a list.
    var isRanking: Bool {
        switch self {
        case .exposure, .exactExposure, .lookAlikes: true
        default: false
        }
    }

    /// Whether rows are made from it alone.
    var givesRows: Bool {
        switch self {
        case .list, .timeline, .tree, .crownJewels, .routes, .map, .changes, .entries, .chokes, .chokeCounts,
            .chokeList:
            true
        default: false
        }
    }
}
