import TerminalKit

/// Something that a key does. Dispatch, the bar at the bottom, help, the palette and the printed table of keys all read
/// ``Command/table``; which keys run it now, a ``Keymap`` says.
struct Command: Sendable, Identifiable {
    /// Every command by name.
    enum ID: String, Sendable, CaseIterable {
        case down, up, first, last, pageDown, pageUp, halfPageDown, halfPageUp
        case open, back, clear, forward, lastView, nextSection, previousSection
        case palette, search, nextHit, previousHit
        case start, inventory, blast, plan, entity, why, nextWay, blind, inherit, timeline, changes
        case filter, sort, sortFurther, group, facets, columns, queries, terms
        case declare, withdraw, mark, endRelation, note, undo, redo
        case range, markAll, defend, runbook, addBookmark, bookmarks, visited, copy, export, beginAnew, journal
        case advance, advanceAll, assign, conclude, tag, untag, newCase, report, madeAt
        case lens, stepBack, stepForward, timeless, guards, planes, evidence, kinds, compute
        case map, chokepoints, tree, fold, sideLeft, sideRight
        case help, readAgain, suspend, quit
        case zoom, paneDown, paneUp, mouse
        case resetLens, ownOrder, unmarkAll, withdrawAll, notices, redraw, leave
    }

    /// What belongs together in help.
    enum Group: String, Sendable, CaseIterable {
        case move = "Move"
        case go = "Go"
        case find = "Find"
        case judge = "Declare and mark"
        case casework = "Say in the case"
        case keep = "Keep"
        case look = "Look at it another way"
        case lens = "Lens"
        case program = "Program"
    }

    /// Where keys have a meaning of their own.
    struct Scope: Sendable {
        /// Why they have not, elsewhere.
        let words: String
        let contains: @Sendable (State) -> Bool
    }

    let id: ID
    let group: Group
    /// The keys that run it where the user's configuration says nothing else, the one to show first.
    let keys: [KeySequence]
    /// What it is called in the bar.
    let label: String
    /// What it does, in a sentence.
    let description: String
    /// How long it stays in a bar that has no room for all; 0 is never in the bar.
    let priority: Int
    /// Where it has another name.
    let labels: [Place.View: String]
    /// Where it stays in the bar for longer than ``priority`` says.
    let priorities: [Place.View: Int]
    /// Where its keys are its own, whatever they do elsewhere; nil when it has them to itself.
    let scope: Scope?
    /// Why it cannot run now, whichever row is selected; nil when it can on some.
    let placeObstacle: @Sendable (State) -> String?
    /// Why it cannot run on the selected row; nil when it can. Asked where ``placeObstacle`` has nothing to say.
    let rowObstacle: @Sendable (State) -> String?
    let perform: @Sendable (inout State) -> [Effect]

    /// A command; its keys are written as in scripts of keys: each by itself, and those of `sequences` one after another.
    init(
        _ id: ID, _ group: Group, _ script: String, sequences: [String] = [], _ label: String, _ description: String,
        bar priority: Int = 0, labels: [Place.View: String] = [:], in priorities: [Place.View: Int] = [:],
        only scope: Scope? = nil,
        unless placeObstacle: @escaping @Sendable (State) -> String? = { _ in nil },
        on rowObstacle: @escaping @Sendable (State) -> String? = { _ in nil },
        perform: @escaping @Sendable (inout State) -> [Effect]
    ) {
        self.id = id
        self.group = group
        keys =
            ((try? KeyScript.keys(script)) ?? []).map { KeySequence([$0]) }
            + sequences.compactMap { try? KeySequence(KeyScript.keys($0)) }
        self.label = label
        self.description = description
        self.priority = priority
        self.labels = labels
        self.priorities = priorities
        self.scope = scope
        self.placeObstacle = { state in
            if let scope, !scope.contains(state) { return scope.words }
            return placeObstacle(state)
        }
        self.rowObstacle = rowObstacle
        self.perform = perform
    }

    /// Why it cannot run now; nil when it can.
    func disabledReason(_ state: State) -> String? { placeObstacle(state) ?? rowObstacle(state) }

    /// What it is called where one is: of groups Enter opens the rows, whatever it does in the view.
    func label(in state: State) -> String {
        if id == .open, case .groups = state.rows { return label }
        return labels[state.place.view] ?? label
    }

    /// Whether it only leads to the view in which it stands.
    func leads(to view: Place.View) -> Bool { id.rawValue == view.rawValue }

    /// The command with an id.
    static subscript(id: ID) -> Command? { byID[id].map { table[$0] } }

    private static let byID = Dictionary(
        table.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
}
