import Inventory
import Reach
import Reports
import TerminalKit

/// Why an entity is held: the chain of crossings that made its earliest holding.
struct PathView: ScreenView {
    var rowHeight: Int { 2 }

    /// The part of the place that asks why something stays live after the plan.
    static let afterPlan = "plan"

    func listRect(_ state: State, in body: Rect) -> Rect {
        guard body.rows >= 6 else { return body }
        return Rect(row: body.row + 2, column: body.column, rows: body.rows - 2, columns: body.columns)
    }

    func rows(_ state: State) -> Rows {
        guard state.question != nil, let subject = state.subject else { return .none }
        guard let answer = state.answer else { return .pending }
        guard let held = answer.radius[subject.index], let steps = answer.radius.path(to: subject.index) else {
            return .none
        }
        if let question = state.waysQuestion {
            guard let ways = state.findings.ways(question, to: subject.index) else {
                return state.isFurtherWay ? .pending : .path(PathRows(target: held, steps: steps))
            }
            let number = min(max(1, state.place.way ?? 1), max(1, ways.paths.count))
            let way = ways.paths.isEmpty ? steps : ways.paths[number - 1]
            let turn = PathRows.Turn(number: number, count: max(1, ways.paths.count), isCapped: ways.isCapped)
            return .path(PathRows(target: held, steps: way, turn: turn))
        }
        guard state.isAfterPlan, state.detour != nil else { return .path(PathRows(target: held, steps: steps)) }
        guard let left = state.detourAnswer else { return .pending }
        guard let live = left.radius[subject.index], live.isLive, !live.isConditional,
            let way = left.radius.path(to: subject.index)
        else { return .path(PathRows(target: held, steps: steps)) }
        return .path(PathRows(target: live, steps: way, isDetour: true))
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let rect = listRect(state, in: body)
        guard case .path(let path) = state.rows else {
            let text = state.rows.isPending ? state.pendingText(look) : obstacle(state)
            screen.write(TextLine("   " + text, look[.warning]), in: body, look: look)
            return
        }
        if rect != body { drawTitle(path, state, into: &screen, in: body, look: look) }
        let drawing = PathRowDrawing(state: state, path: path, look: look)
        RowList(geometry: state.list(in: body)).draw(
            into: &screen, in: rect, offset: state.place.scroll, look: look,
            mark: { state.gutter(of: $0, path.entity(at: $0).index, look) },
            row: { row, lines, style, screen in drawing.draw(row, into: &screen, in: lines, style: style) })
    }

    /// Which way it is among those that were found.
    private static func words(_ turn: PathRows.Turn) -> String {
        let more = turn.isCapped ? ", more were not sought" : ""
        guard turn.count > 1 else { return "the earliest way, no other was found\(more)" }
        return "way \(turn.number) of \(turn.count)\(turn.number == 1 ? ", the earliest" : "")\(more)"
    }

    private func obstacle(_ state: State) -> String {
        guard let subject = state.subject else { return "no entity has the id \(state.place.subject ?? "")" }
        return state.question == nil
            ? "nothing is declared compromised" : "\(subject.name) is not reached from what is declared"
    }

    /// What ended it, where it is held no longer and the lens has a time.
    private func ending(of target: HeldEntity, _ state: State) -> String? {
        guard !state.place.lens.isTimeless, !target.isConditional else { return nil }
        return state.answer?.radius.ending(of: target.entity.index)?.words(of: target.entity)
    }

    private func drawTitle(
        _ path: PathRows, _ state: State, into screen: inout Screen, in body: Rect, look: Look
    ) {
        let words = HeldWords(held: path.target, state: state, look: look)
        let count = path.steps.count
        let way =
            path.turn.map(Self.words)
            ?? (path.isDetour
                ? "a way that the plan leaves open"
                : state.isAfterPlan ? "taken before the plan, and kept" : "the earliest way")
        let title = count == 0 ? "declared, not derived" : "\(Words.count(count, "step")), \(way)"
        let name = "\(Words.kind(path.target.entity)) \(path.target.entity.name)"
        screen.write(
            left: { TextLine(" Why \(look.shortened(name, to: $0 - 5))", look[.title]) },
            right: TextLine(title, look[.textDim]), in: body.line(0), look: look)
        let times: [FittedLine.Piece] =
            state.place.lens.isTimeless
            ? []
            : [
                .init("first held \(TimeWords.minute(path.target.firstHeld))", priority: 8),
                .init("until \(TimeWords.minute(path.target.heldUntil))", priority: 7),
            ]
        let pieces: [FittedLine.Piece] =
            [.init(" " + (ending(of: path.target, state) ?? words.state), look[words.meaning], priority: 9)]
            + (words.contents.map { [.init($0, look[.live], priority: 9)] } ?? []) + times + [
                .init("weakest step \(words.known)", priority: 6),
                .init("tier \(words.tier)", priority: 5),
                .init("used since: \(words.used)", priority: 1),
            ] + (path.target.isRenewable ? [.init("renewable", look[.warning], priority: 4)] : [])
        let line = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: body.columns)
        screen.write(line, in: body.line(1), look: look)
    }
}
