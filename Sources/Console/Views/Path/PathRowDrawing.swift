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
        let (first, second) = texts(row)
        let when = path.step(at: row).map { time($0.at) } ?? time(path.steps.isEmpty ? path.target.firstHeld : nil)
        screen.write([TextSpan(when), first], columns: Self.columns, in: lines.line(0), style: style, look: look)
        screen.write([TextSpan(""), second], columns: Self.columns, in: lines.line(1), style: style, look: look)
    }

    private func time(_ instant: Instant?) -> String {
        guard let instant else { return look[.none] }
        return instant == .beginning ? "time unknown" : TimeWords.cell(instant, near: state.at)
    }

    private func texts(_ row: Int) -> (TextSpan, TextSpan) {
        let entity = path.entity(at: row)
        let separator = " \(look[.separator]) "
        guard let step = path.step(at: row) else {
            let windows = state.work.present.seeds.filter { $0.seed.entity == entity.index }
            let declared = windows.map {
                TimeWords.window($0.seed.window, near: state.at, arrow: look[.arrowRight]) + ", " + $0.origin.words
            }
            return (
                TextSpan("\(Words.kind(entity)) \(entity.name)", look[Meaning.kind.appending(entity.kindName)]),
                TextSpan("declared compromised: " + declared.joined(separator: "; "), look[.textDim])
            )
        }
        let relation = step.relation
        let phrase = relation.fromIndex == step.from.index ? relation.phrase : relation.inverse
        let traits = relation.traits
        var facts = [traits.act.name, "\(traits.act.plane.rawValue) plane", traits.evidence.name, Words.hold(traits.hold)]
        if let control = relation.guard { facts.append("guard: \(control)") }
        if step.isRenewable { facts.append("renewable") }
        if traits.evidence == .configured { facts.append("settings as collected") }
        facts.append(relation.provenance.first.map { Words.provenance($0, in: state.inventory) } ?? "no source named")
        return (
            TextSpan("\(look[.arrowRight]) \(phrase) \(Words.kind(entity)) \(entity.name)"),
            TextSpan("  " + facts.joined(separator: separator), look[.textDim])
        )
    }
}
