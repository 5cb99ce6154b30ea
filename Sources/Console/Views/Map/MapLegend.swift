import Inventory
import PlainText
import Reach
import TerminalKit

/// What a map leads to and leaves out, and what its signs mean, in words.
struct MapLegend {
    let map: MapRows
    let state: State
    let look: Look
    /// Whether the map is a list, in which words stand for lines and for what is folded.
    let isList: Bool
    /// How wide a terminal has to be for a drawing, where the map is a list for want of that.
    var drawingColumns: Int?

    private typealias Piece = FittedLine.Piece

    /// The least rows of a body below which nothing is said, and from which on what is shown has a line of its own.
    private static let leastRows = 6, tightRows = 8, shownRows = 12
    /// What is no sign but a remark is at most so important.
    private static let remarkPriority = 3

    /// What is said below a map in a body of so many rows: first what is shown and left out, then every sign that the
    /// map has and none that it has not.
    func lines(columns: Int, rows: Int) -> [TextLine] {
        guard rows >= Self.leastRows else { return [] }
        guard rows >= Self.shownRows else {
            let all = leftOut + signs(isShort: true)
            // In the least room the declared goes unexplained: it stands first, and the trail tells of it.
            let fewer = leftOut + signs(isShort: true, besides: .declared)
            let isTight = rows < Self.tightRows && lineCount(fewer, columns) < lineCount(all, columns)
            let pieces = isTight ? fewer : all
            return packed(pieces, most: min(2, lineCount(pieces, columns)), columns)
        }
        let signs = signs(isShort: false)
        // A list needs its lines more than what is no sign.
        let most = isList ? max(2, min(3, lineCount(signs, columns))) : 3
        return [TextLine([TextSpan(" ")] + shownLine(columns - 1).spans)] + packed(signs, most: most, columns)
    }

    /// What is shown on one line, with names as long as there is room for all of it.
    private func shownLine(_ columns: Int) -> TextLine {
        let lines = Self.nameColumns.map { names in
            FittedLine(pieces: shown(names: names), separator: separator).line(fitting: columns)
        }
        // The longest names that leave room for as many words as the shortest ones.
        let most = lines.last?.spans.count ?? 0
        return lines.first { $0.spans.count >= most && $0.width <= columns } ?? lines.last ?? []
    }

    /// How much of a name is told, the most first.
    private static let nameColumns = [80, 60, 40, 30, 22, 14]

    private var separator: String { " \(look[.separator]) " }

    /// The pieces on as many lines as they take; where those are more than `most`, without the least important.
    private func packed(_ pieces: [Piece], most: Int, _ columns: Int) -> [TextLine] {
        var kept = pieces
        while true {
            let lines = wrapped(kept, columns)
            guard lines.count > most,
                let least = kept.indices.min(by: { (kept[$0].priority, $1) < (kept[$1].priority, $0) })
            else { return lines }
            kept.remove(at: least)
        }
    }

    /// The lines that pieces take without what is no sign.
    private func lineCount(_ pieces: [Piece], _ columns: Int) -> Int {
        wrapped(pieces.filter { $0.priority > Self.remarkPriority }, columns).count
    }

    private func wrapped(_ pieces: [Piece], _ columns: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for piece in pieces {
            if let last = lines.last {
                let longer = TextLine(last.spans + [TextSpan(separator)] + piece.spans)
                if longer.width <= columns {
                    lines[lines.count - 1] = longer
                    continue
                }
            }
            lines.append(TextLine([TextSpan(" ")] + piece.spans))
        }
        return lines
    }

    private func shown(names columns: Int) -> [Piece] {
        let routes = map.routes
        var pieces = [
            Piece(state.mapTargetWords(look), priority: 7),
            Piece(Words.count(routes.entities.count, "entity", plural: "entities"), priority: 5),
        ]
        if state.mapTargets != .everything {
            pieces.append(Piece(Words.count(routes.targets.count, "target"), priority: 6))
        }
        pieces += leftOut
        if state.mapTargets != .everything { pieces.append(.init(cut(names: columns), priority: 8)) }
        return pieces
    }

    private var leftOut: [Piece] {
        let routes = map.routes
        var pieces: [Piece] = []
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
    private func cut(names columns: Int) -> String {
        guard let request = state.mapRequest, let cut = state.findings.cut(request) else {
            return "firebreak: \(state.pendingText(look))"
        }
        switch cut.finding {
        case .nothingOpen: return "firebreak: nothing is open any more"
        case .noneExists: return "no firebreak: some way holds nothing that can be revoked"
        case .noneFound: return "no firebreak was found"
        case .found:
            let names = cut.entities.prefix(2).map { look.shortened($0.name, to: columns) }.joined(separator: ", ")
            let more = cut.entities.count > 2 ? " and \(cut.entities.count - 2) more" : ""
            return "\(cut.isLeast ? "firebreak" : "firebreak, perhaps not the smallest"): revoke \(names)\(more)"
        }
    }

    private func signs(isShort: Bool, besides left: MapSigns.Sign? = nil) -> [Piece] {
        let isKnown = state.mapRequest.map { state.findings.chokePoints($0) != nil } ?? false
        let shown = MapSigns(map: map, state: state).shown
        var pieces = MapSigns.Sign.allCases.filter { $0 != left && shown.contains($0) }.map {
            Piece("\(look[$0.glyph]) \(isShort ? $0.shortName : $0.name)", priority: 9)
        }
        if !isList { pieces += drawingSigns }
        if let drawingColumns {
            let words = "a drawing needs \(Words.grouped(drawingColumns)) columns"
            pieces.append(.init(words, look[.textDim], priority: Self.remarkPriority))
        }
        if !isKnown { pieces.append(.init("choke points: \(state.pendingText(look))", priority: 2)) }
        if !isShort, isKnown, shown.contains(.choke) {
            pieces.append(.init("choke points hold whatever the time", priority: 1))
        }
        return pieces
    }

    /// What the lines and the signs of a drawing in layers say.
    private var drawingSigns: [Piece] {
        let drawn = Set(map.planes.compactMap { PlaneLine($0) })
        func isShared(_ edges: [Int]) -> Bool {
            PlaneLine(edges.reduce(into: Set<Plane>()) { $0.formUnion(map.planes[$1]) }) == .both
        }
        // Lines that leave a node begin as one, and those that enter one end as one.
        let hasShared = (0..<map.count).contains { isShared(map.entering($0)) || isShared(map.leaving($0)) }
        var pieces = PlaneLine.allCases.filter { $0 == .both ? hasShared : drawn.contains($0) }.map {
            Piece("\($0.sign(look.glyphs)) \($0.meaning)", priority: 8)
        }
        let rows = 0..<map.count
        if rows.contains(where: { map.node(at: $0).isBundle }) {
            pieces.append(.init("\(look[.folded]) several alike", priority: 7))
        }
        if rows.contains(where: { map.hidden(at: $0) > 0 }) {
            pieces.append(.init("\(look[.folded])n folded behind it", priority: 7))
        }
        if map.aside.contains(where: { !$0.isEmpty }) {
            let key = state.place.drawing.showsAllWays ? "" : ": \(state.key(.tree)) draws them"
            pieces.append(.init("+n more ways in, across or back\(key)", priority: 7))
        }
        return pieces
    }
}
