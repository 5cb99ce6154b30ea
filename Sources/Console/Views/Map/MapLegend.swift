import Inventory
import PlainText
import Reach
import TerminalKit

/// What a map leaves out, and what its signs mean, in words.
struct MapLegend {
    let map: MapRows
    let state: State
    let look: Look

    /// What is said in one or two lines: first what is shown and left out, then the signs.
    func lines(_ count: Int, columns: Int) -> [TextLine] {
        let separator = " \(look[.separator]) "
        func line(_ pieces: [FittedLine.Piece]) -> TextLine {
            TextLine(
                [TextSpan(" ")] + FittedLine(pieces: pieces, separator: separator).line(fitting: columns - 1).spans)
        }
        return count > 1 ? [line(shown), line(signs)] : [line(leftOut + signs)]
    }

    private var shown: [FittedLine.Piece] {
        let routes = map.routes
        var pieces = [
            FittedLine.Piece(Words.count(routes.entities.count, "entity", plural: "entities"), priority: 5),
            FittedLine.Piece(Words.count(routes.targets.count, "target"), priority: 6),
        ]
        if state.mapTargets == .everything { pieces.removeLast() }
        pieces += leftOut
        if state.mapTargets != .everything { pieces.append(.init(cut, priority: 8)) }
        return pieces
    }

    private var leftOut: [FittedLine.Piece] {
        let routes = map.routes
        var pieces: [FittedLine.Piece] = []
        if state.mapTargets == .everything {
            let more = (state.answer?.counts.reached ?? 0) - routes.entities.count
            if more > 0 {
                let shown = Words.count(routes.entities.count, "entity", plural: "entities")
                pieces.append(
                    .init("stopped at the earliest \(shown): \(Words.grouped(more)) more", look[.warning], priority: 9))
            }
        } else if routes.leftOut > 0 || routes.leftOutTargets > 0 || !routes.isCountComplete {
            let more = routes.leftOutTargets > 0 ? "\(Words.count(routes.leftOutTargets, "target")) and " : ""
            let atLeast = routes.isCountComplete ? "" : "at least "
            pieces.append(
                .init(
                    "stopped at \(Words.count(routes.entities.count, "entity", plural: "entities")): "
                        + "\(more)\(atLeast)\(Words.grouped(routes.leftOut)) more not drawn",
                    look[.warning], priority: 9))
        }
        if routes.unreached > 0 {
            pieces.append(.init("\(Words.count(routes.unreached, "target")) not reached", priority: 5))
        }
        return pieces
    }

    /// What the smallest cut takes, or why there is none.
    private var cut: String {
        guard let request = state.mapRequest, let cut = state.findings.cut(request) else {
            return "smallest cut: computing\(look.glyphs.ellipsis)"
        }
        switch cut.finding {
        case .nothingOpen: return "smallest cut: nothing is open any more"
        case .noneExists: return "no cut: some way holds nothing that can be revoked"
        case .noneFound: return "no cut was found"
        case .found:
            let names = cut.entities.prefix(2).map { look.shortened($0.name, to: 22) }.joined(separator: ", ")
            let more = cut.entities.count > 2 ? " and \(cut.entities.count - 2) more" : ""
            return "smallest cut: revoke \(names)\(more)" + (cut.isLeast ? "" : " (perhaps not the least)")
        }
    }

    private var signs: [FittedLine.Piece] {
        let isKnown = state.mapRequest.map { state.findings.chokePoints($0) != nil } ?? false
        let all = MapSigns(map: map, state: state)
        let shown = Set((0..<map.count).flatMap { all.signs(of: $0).map(\.sign) })
        func has(_ sign: MapSigns.Sign) -> Bool { shown.contains(sign) }
        var pieces: [FittedLine.Piece] = []
        func add(_ sign: MapSigns.Sign, _ words: String, priority: Int) {
            if has(sign) { pieces.append(.init("\(look[sign.glyph]) \(words)", priority: priority)) }
        }
        add(.declared, "declared", priority: 7)
        add(.target, "target", priority: 7)
        if isKnown {
            add(.choke, "choke point", priority: 6)
        } else {
            pieces.append(.init("choke points: computing\(look.glyphs.ellipsis)", priority: 2))
        }
        add(.cut, "in the smallest cut", priority: 6)
        add(.marked, "marked", priority: 1)
        if map.aside.contains(where: { !$0.isEmpty }) {
            let key = state.place.drawing.showsAllWays ? "" : ": \(state.key(.tree)) draws them"
            pieces.append(.init("+n more ways in, across or back\(key)", priority: 4))
        }
        let lines = look.glyphs.repertoire == .unicode ? ("──", "══") : ("--", "==")
        pieces.append(.init("\(lines.0) identity plane", look[.identityPlane], priority: 8))
        pieces.append(.init("\(lines.1) integrity plane", look[.integrityPlane], priority: 8))
        if isKnown, has(.choke) { pieces.append(.init("choke points hold whatever the time", priority: 1)) }
        return pieces
    }
}
