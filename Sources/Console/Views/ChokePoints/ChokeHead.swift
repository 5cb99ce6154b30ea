import Inventory
import TerminalKit

/// What stands above the choke points: how many there are before how much, that time is left out of account, and how they
/// compare with the suggested firebreak.
struct ChokeHead {
    let state: State
    let look: Look

    /// How many lines it takes of a body of so many rows.
    static func lineCount(in rows: Int) -> Int { rows < 5 ? 0 : rows < 8 ? 1 : 2 }

    /// The lines, the weightiest first.
    var lines: [[FittedLine.Piece]] { [firstLine, firebreak] }

    private var firstLine: [FittedLine.Piece] {
        guard let ground = state.chokeGround else {
            return [.init("choke points: computing\(look.glyphs.ellipsis)", priority: 9)]
        }
        let points = Words.count(ground.points.count, "choke point")
        let reached =
            ground.targets.map { "\(Words.grouped(ground.reached)) of \(Words.count($0.count, "target"))" }
            ?? Words.count(ground.reached, "entity", plural: "entities")
        var pieces: [FittedLine.Piece] = [
            .init(points, look[.status], priority: 10),
            .init("\(reached) could be reached", look[.status], priority: 9),
            .init("times left out of account", priority: 8),
        ]
        if !state.place.lens.isTimeless {
            pieces.append(.init("held and live are those of the lens", priority: 4))
        }
        return pieces
    }

    /// The suggested firebreak before the same targets, and what both have in common.
    private var firebreak: [FittedLine.Piece] {
        guard state.chokeFirebreakTargets != nil else {
            return [
                .init("no firebreak keeps an attacker from all that is reached", priority: 9),
                .init("\(state.key(.defend)) on an entity makes it a target", priority: 7),
            ]
        }
        guard let firebreak = state.chokeFirebreak, let ground = state.chokeGround else {
            return [.init("suggested firebreak: computing\(look.glyphs.ellipsis)", priority: 9)]
        }
        guard firebreak.isFound else {
            return headline(of: firebreak, look[.warning]) + alone(ground)
        }
        let shared = firebreak.members.keys.count { ground.positions[$0] != nil }
        let all = firebreak.members.count
        let words =
            shared == all
            ? all == 1 ? "it is a choke point" : "all of it are choke points"
            : shared == 0
                ? "none of it is a choke point"
                : "\(shared) of \(all) \(shared == 1 ? "is a choke point" : "are choke points")"
        return headline(of: firebreak, look[.status]) + [.init(words, priority: 8)] + alone(ground)
    }

    private func headline(of firebreak: Firebreak, _ style: Style) -> [FittedLine.Piece] {
        firebreak.headlineParts.enumerated().map { number, part in
            .init(number == 0 ? "suggested firebreak: \(part)" : part, style, priority: 9)
        }
    }

    /// What can be revoked and lies before all targets by itself.
    private func alone(_ ground: ChokeGround) -> [FittedLine.Piece] {
        let entities = ground.lyingBeforeAll(in: state.inventory).filter(\.isRevocable)
        guard let first = entities.first else { return [] }
        let more = entities.count > 1 ? " and \(entities.count - 1) more each" : ""
        return [
            .init("\(look.shortened(first.name, to: 30))\(more) alone before all that could be reached", priority: 6)
        ]
    }
}
