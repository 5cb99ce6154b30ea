import Inventory
import PlainText
import Reach
import TerminalKit

/// How the steps of a path look: when and what, and below it how that is known.
struct PathRowDrawing {
    let state: State
    let path: PathRows
    let look: Look

    private static let columns = [
        TableColumn("", minimum: 11, ideal: 11, priority: .max),
        TableColumn("", minimum: 10, ideal: 20, weight: 1, priority: .max, keeping: .middle),
    ]

    func draw(_ row: Int, into screen: inout Screen, in lines: Rect, style: Style) {
        let entity = path.entity(at: row)
        let name = "\(Words.kind(entity)) \(entity.name)"
        let step = path.step(at: row)
        let phrase = step.map { step in
            let isForward = step.relation.fromIndex == step.from.index
            return "\(look[.arrowRight]) \(isForward ? step.relation.phrase : step.relation.inverse) "
        }
        let (whole, short) = ((phrase ?? "") + name, entity.shortID)
        // Said where all else is.
        let isLast = whole.printable.displayWidth + short.count + 15 <= lines.columns
        screen.write(
            [TextSpan(time(of: step, entity)), TextSpan(isLast ? "\(whole)  \(short)" : whole)], columns: Self.columns,
            in: lines.line(0), style: style, look: look)
        let indent = lines.columns >= 100 ? 15 : 4
        let second = lines.line(1)
        let rect = Rect(
            row: second.row, column: second.column + indent, rows: second.rows, columns: second.columns - indent)
        let alike = state.looks(of: entity.index).first.map { like in
            FittedLine.Piece(
                "looks like \(look.cut(like.text, to: max(16, rect.columns / 3)))", look[.warning], priority: 9)
        }
        let room = rect.columns - (alike.map { TextLine($0.spans).width + separator.count } ?? 0)
        let pieces = [alike].compactMap { $0 } + (step.map { facts(of: $0, columns: room) } ?? declaration(of: entity))
        let line = FittedLine(pieces: pieces, separator: separator).line(fitting: rect.columns)
        screen.write(line, in: rect, style: look[.textDim].over(style), look: look)
    }

    private var separator: String { " \(look[.separator]) " }

    /// When the step was taken; for the seed, from when on it is declared.
    private func time(of step: Step?, _ entity: Entity) -> String {
        let instant = step?.at ?? state.work.present.windows(of: entity.index).first?.from ?? path.target.firstHeld
        return instant == .beginning ? "no time" : TimeWords.cell(instant, near: state.at)
    }

    private func declaration(of entity: Entity) -> [FittedLine.Piece] {
        let declared = state.work.present.seeds.filter { $0.seed.entity == entity.index }
        let windows = declared.map { TimeWords.window($0.seed.window, near: state.at, arrow: look[.until]) }
        return [
            .init("declared compromised \(windows.joined(separator: ", "))", priority: 3),
            .init(declared.first?.origin.words ?? "", priority: 1),
        ] + (regained(entity).map { [.init($0, look[.alarm], priority: 2)] } ?? [])
    }

    /// That what was declared for a window that is over is held again, since when and through what; nil where it is not.
    private func regained(_ entity: Entity) -> String? {
        guard let answer = state.answer, let held = answer.radius[entity.index],
            let words = HeldWords(held: held, state: state, look: look).heldAgain
        else { return nil }
        guard let relation = answer.regaining(entity.index) else { return words }
        let other = relation.fromIndex == entity.index ? relation.to : relation.from
        return "\(words) through \(Words.kind(other)) \(other.name)"
    }

    /// What the attacker does, how it is known, and where that stands: the place is cut before it is left out.
    private func facts(of step: Step, columns: Int) -> [FittedLine.Piece] {
        let relation = step.relation
        let traits = relation.traits
        var facts: [FittedLine.Piece] = [
            .init("\(traits.act.name), \(traits.act.plane.rawValue) plane", priority: 10),
            .init(traits.evidence.name, traits.evidence == .inferred ? look[.inferred] : nil, priority: 8),
        ]
        if let control = relation.guard { facts.append(.init("guard: \(control)", look[.conditional], priority: 9)) }
        if step.isRenewable { facts.append(.init("renewable", look[.warning], priority: 4)) }
        if step.at.isBounded, step.at > state.at, !state.place.lens.isTimeless {
            facts.append(.init("after the lens", look[.warning], priority: 9))
        }
        let used = FittedLine(pieces: facts, separator: separator).line(fitting: columns).width
        let source = relation.provenance.first.map { Words.provenance($0, in: state.inventory) } ?? "no source named"
        let room = max(Self.leastSource, columns - used - separator.count)
        let cut = source.printable.shortened(to: max(1, room), keeping: .end, ellipsis: look.glyphs.ellipsis)
        facts.append(.init(cut, priority: 7))
        if let collected = relation.collectedWords(near: state.at) { facts.append(.init(collected, priority: 3)) }
        facts.append(.init(Words.hold(traits.hold), priority: 2))
        return facts
    }

    private static let leastSource = 12
}
