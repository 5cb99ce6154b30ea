import Inventory

/// What one may know to be bad: the answers to the question of the start.
enum StartEntry: String, Hashable, Sendable, CaseIterable {
    case runner, token, repository, action, account, window

    /// The entry in words.
    var title: String {
        switch self {
        case .runner: "a runner"
        case .token: "a token or a secret slot"
        case .repository: "a repository or workflow"
        case .action: "an action or package, and its version"
        case .account: "an account: person, app, role, agent"
        case .window: "only a time: what ran between two moments"
        }
    }

    /// Which sources tell of it, where those at hand do not.
    var sources: String {
        switch self {
        case .runner: "lists of runners tell"
        case .token, .repository, .action: "workflow files tell"
        case .account: "lists of members tell"
        case .window: "lists of runs tell"
        }
    }

    /// The kinds that are looked through; empty for the window.
    var kinds: [EntityKind] {
        switch self {
        case .runner: [.runner]
        case .token: [.token, .secret]
        case .repository: [.repository, .workflow]
        case .action: [.action, .package]
        case .account: [.person, .serviceAccount, .agent]
        case .window: [.run]
        }
    }

    /// The query for what is looked through.
    var text: String { "kind:" + kinds.compactMap { $0.row?.name }.joined(separator: ",") }

    /// The query for runs that were going on at some moment of a window, those of unknown times included.
    static func runs(in window: Interval) -> String {
        var terms: [String] = []
        if window.until.isBounded { terms.append("(issued<\(window.until.iso8601) or issued:none)") }
        if window.from.isBounded { terms.append("(expires>\(window.from.iso8601) or expires:none)") }
        return terms.joined(separator: " ")
    }
}
