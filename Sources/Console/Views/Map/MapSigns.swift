import Inventory
import Reach
import TerminalKit

/// What is to be told of entities on a map besides their names, by their numbers.
struct MapSigns {
    /// One thing that is told by a sign, in the order in which signs stand.
    enum Sign: CaseIterable {
        case declared, conditional, target, choke, cut, marked

        var glyph: Glyph {
            switch self {
            case .declared: .dot
            case .conditional: .circle
            case .target: .target
            case .choke: .choke
            case .cut: .cut
            case .marked: .marked
            }
        }

        /// What it is called below the map.
        var name: String {
            switch self {
            case .declared: "declared"
            case .conditional: "only if a guard fails"
            case .target: "target"
            case .choke: "choke point"
            case .cut: "in the firebreak"
            case .marked: "marked for the plan"
            }
        }

        /// The same where there is little room.
        var shortName: String {
            switch self {
            case .declared, .target: name
            case .conditional: "if guards fail"
            case .choke: "choke"
            case .cut: "firebreak"
            case .marked: "marked"
            }
        }

        /// What it says of one node, where it is spoken.
        var words: String {
            switch self {
            case .declared: "declared compromised"
            case .conditional: "held only if a guard fails"
            case .target: "a target"
            case .choke: "a choke point: whatever the time, every way to some target leads through it"
            case .cut: "in the firebreak"
            case .marked: "marked for the plan"
            }
        }
    }

    private let map: MapRows
    private let seeds: Set<Int>
    private let conditional: Set<Int>
    private let marks: Marks
    private let chokes: Set<Int>
    private let cut: Set<Int>
    private let targets: Set<Int>

    init(map: MapRows, state: State) {
        self.map = map
        marks = state.work.present.marks
        seeds = Set(state.work.present.seeds.map(\.seed.entity))
        conditional = Set(map.routes.entities.lazy.filter(\.isConditional).map(\.entity.index))
        // Where everything is a target, a sign on everything would say nothing.
        targets =
            state.mapTargets == .everything ? [] : Set(map.routes.targets.map { map.routes.entities[$0].entity.index })
        let request = state.mapRequest
        chokes = Set(request.flatMap(state.findings.chokePoints)?.points.map(\.entity.index) ?? [])
        cut = Set(request.flatMap(state.findings.cut)?.entities.map(\.index) ?? [])
    }

    /// All signs that some row has.
    var shown: Set<Sign> { Set((0..<map.count).flatMap { signs(of: $0).map(\.sign) }) }

    /// The signs of a row, with how many of several that are drawn as one they are true of.
    func signs(of row: Int) -> [(sign: Sign, count: Int)] {
        let entities = map.node(at: row).members.map { map.routes.entities[$0].entity.index }
        return Sign.allCases.compactMap { sign in
            let count = entities.count { has(sign, $0) }
            return count == 0 ? nil : (sign, count)
        }
    }

    private func has(_ sign: Sign, _ entity: Int) -> Bool {
        switch sign {
        case .declared: seeds.contains(entity)
        case .conditional: conditional.contains(entity)
        case .target: targets.contains(entity)
        case .choke: chokes.contains(entity)
        case .cut: cut.contains(entity)
        case .marked: marks.contains(entity)
        }
    }
}
