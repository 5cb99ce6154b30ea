import Inventory
import Reach

/// What a map leads to.
enum MapTargets: Hashable, Sendable {
    /// What the analyst chose to protect.
    case defended(Marks)
    case crownJewels
    case marked(Marks)
    case chosen(Int)
    /// All that is reached, the earliest first.
    case everything

    /// The targets without their entities: the names of a map's sections.
    enum Kind: String, Hashable, Sendable {
        case defended = "targets"
        case crownJewels = "crown-jewels"
        case marked
        case chosen
        case everything
    }
}

/// The ways to some targets, under the assumptions of a question.
struct MapRequest: Sendable {
    var targets: MapTargets
    var question: Question
    /// The answer to ``question``, from which it follows.
    var answer: Answer

    private func entities(in inventory: Inventory) -> [Int] {
        targets.chosen(in: inventory) ?? answer.radius.unconditional.prefix(Self.limit).map(\.entity.index)
    }

    /// How many entities are drawn.
    static let limit = 300

    func routes(in inventory: Inventory, isCancelled: Cancellation?) -> Routes? {
        Routes(
            to: entities(in: inventory), in: answer.radius, of: inventory, limit: Self.limit, isCancelled: isCancelled)
    }

    func chokePoints<P: Patience>(in inventory: Inventory, patience: P) throws(P.Failure) -> ChokePoints {
        try TimelessGround(inventory, question).chokePoints(
            toward: targets.chosen(in: inventory), patience: patience)
    }

    func cut<P: Patience>(by engine: ReachEngine, patience: P) throws(P.Failure) -> MinimumCut {
        try MinimumCut(by: engine, question, targets: entities(in: engine.inventory), patience: patience)
    }
}

extension MapRequest: Hashable {
    static func == (left: MapRequest, right: MapRequest) -> Bool {
        left.targets == right.targets && left.question == right.question
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(targets)
        hasher.combine(question)
    }
}

/// The drawing of some ways: what is folded, and which ways.
struct MapLayoutRequest: Sendable {
    var request: MapRequest
    var folded: [String]
    var showsAllWays: Bool
    /// What ``request`` found, from which it follows.
    var routes: Routes

    var rows: MapRows { MapRows(routes, folded: folded, showsAllWays: showsAllWays) }
}

extension MapLayoutRequest: Hashable {
    static func == (left: MapLayoutRequest, right: MapLayoutRequest) -> Bool {
        left.request == right.request && left.folded == right.folded && left.showsAllWays == right.showsAllWays
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(request)
        hasher.combine(folded)
        hasher.combine(showsAllWays)
    }
}
